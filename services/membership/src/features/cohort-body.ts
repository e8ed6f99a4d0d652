import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Cohort, CohortContent } from '../domain/cohort';
import { iso } from '../domain/instants';
import type { Seatings } from '../ports';

type CohortBody = z.infer<typeof membershipHttp.CohortBody>;
type Written = z.infer<typeof membershipHttp.EditCohortBody>;

/** A cohort as everybody may see it: the passphrase stands in the rules only. `freeSeats` is null before the first seat was asked for. */
export function cohortBody(cohort: Cohort, freeSeats: number | null): CohortBody {
  const { title, policy, rules, capacity, groupSize, appealDays, enrolUntilMs } = cohort.content;
  return {
    id: cohort.cohortId, organisationId: cohort.organisationId, status: cohort.status,
    title, policy, policyVersion: cohort.policyVersion, rules: [...rules], rulesVersion: cohort.rulesVersion,
    capacity, groupSize, appealDays, enrolUntil: enrolUntilMs === null ? null : iso(enrolUntilMs),
    seatsLeft: cohort.status === 'published' ? freeSeats ?? cohort.content.capacity : null,
  };
}

/** The same for several, with their free seats read at once. */
export async function cohortBodies(cohorts: readonly Cohort[], seatings: Pick<Seatings, 'freeSeats'>): Promise<CohortBody[]> {
  const free = await seatings.freeSeats(cohorts.map(({ cohortId }) => cohortId));
  return cohorts.map((cohort) => cohortBody(cohort, free.get(cohort.cohortId) ?? null));
}

/** What was written over HTTP as content of the domain; what was left out stays out. */
export function contentOf<T extends Written>({ enrolUntil, ...written }: T): Omit<T, 'enrolUntil'> & Pick<Partial<CohortContent>, 'enrolUntilMs'> {
  return enrolUntil === undefined ? written : { ...written, enrolUntilMs: enrolUntil === null ? null : Date.parse(enrolUntil) };
}
