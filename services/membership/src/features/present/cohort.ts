import { FEWEST_MEMBERS_SHOWN, iso, type membershipHttp } from '@daka/contracts';
import { planDates } from '@daka/rules';
import type { z } from 'zod';
import { type Cohort, type CohortContent, isOpenAt, type Outcome } from '../../domain/cohort';
import { daysBefore } from '../../domain/plan-dates';
import type { Ports, SeatCounts } from '../../ports';

type CohortBody = z.infer<typeof membershipHttp.CohortBody>;
type CohortRow = z.infer<typeof membershipHttp.CohortRow>;
type Written = z.infer<typeof membershipHttp.EditCohortBody>;

/** What is shown of a cohort beside itself. */
export type ShowsCohorts = Pick<Ports, 'organisations' | 'seatings' | 'clock'>;

/** A cohort as everybody may see it: the passphrase stands in the rules only. */
export async function cohortBody(
  cohort: Cohort,
  { organisations, seatings, clock }: ShowsCohorts,
): Promise<CohortBody> {
  const { organisationId, cohortId } = cohort;
  const [names, counts] = await Promise.all([organisations.names([organisationId]), seatings.countsIn(cohortId)]);
  const { rules, whatFor, exchanged, description } = cohort.content;
  const nowMs = clock.nowMs();
  const row = rowOf(cohort, { name: names.get(organisationId) ?? '', counts, nowMs });
  const joinsLate = isOpenAt(cohort, nowMs)
    ? daysBefore(cohort.content.policy, cohort.content.policy.timeZone, nowMs)
    : null;
  return { ...row, joinsLate, rules: [...rules], whatFor, exchanged, description };
}

/** The same for a list, without the long texts; what is beside them is read at once. */
export async function cohortRows(
  cohorts: readonly Cohort[],
  { organisations, seatings, clock }: ShowsCohorts,
): Promise<CohortRow[]> {
  const [names, counts] = await Promise.all([
    organisations.names(cohorts.map(({ organisationId }) => organisationId)),
    seatings.counts(cohorts.map(({ cohortId }) => cohortId)),
  ]);
  const nowMs = clock.nowMs();
  return cohorts.map((cohort) =>
    rowOf(cohort, { name: names.get(cohort.organisationId) ?? '', counts: counts.get(cohort.cohortId) ?? null, nowMs }),
  );
}

function rowOf(
  cohort: Cohort,
  { name, counts, nowMs }: { name: string; counts: SeatCounts | null; nowMs: number },
): CohortRow {
  const { title, slug, forWhom, policy, capacity, groupSize, appealDays, enrolUntilMs } = cohort.content;
  const seatsLeft = isOpenAt(cohort, nowMs) ? (counts?.free ?? cohort.content.capacity) : null;
  return {
    id: cohort.cohortId,
    slug,
    organisationId: cohort.organisationId,
    organisation: { id: cohort.organisationId, name },
    status: shownCohortStatus(cohort),
    title,
    forWhom,
    policy,
    policyVersion: cohort.policyVersion,
    rulesVersion: cohort.rulesVersion,
    capacity,
    groupSize,
    appealDays,
    enrolUntil: enrolUntilMs === null ? null : iso(enrolUntilMs),
    ...datesOf(cohort),
    isOpen: seatsLeft !== null,
    isFull: seatsLeft === 0,
    seatsLeft,
    settledAt: cohort.settledAtMs === null ? null : iso(cohort.settledAtMs),
    outcome: outcomeBody(cohort.outcome, counts),
  };
}

/** Settled is what it is from then on, though it was published too. */
export function shownCohortStatus({ status, settledAtMs }: Cohort): CohortBody['status'] {
  return status === 'published' && settledAtMs !== null ? 'settled' : status;
}

/** First and last plan day. */
export function datesOf({ content: { policy } }: Cohort): Pick<CohortBody, 'startsOn' | 'endsOn'> {
  return policy === null
    ? { startsOn: null, endsOn: null }
    : { startsOn: policy.startsOn, endsOn: planDates(policy).at(-1) ?? policy.startsOn };
}

/** Who was admitted only the seating knows; they are the denominator for who completed. Of few members nothing is told: it would be one learner's money. */
export function outcomeBody(outcome: Outcome | null, counts: SeatCounts | null): CohortBody['outcome'] {
  if (outcome === null || outcome.members < FEWEST_MEMBERS_SHOWN) return null;
  return { admitted: counts?.numbersGiven ?? outcome.members, ...outcome };
}

/** What was written over HTTP as content of the domain; what was left out stays out. */
export function contentOf<T extends Written>({
  enrolUntil,
  ...written
}: T): Omit<T, 'enrolUntil'> & Pick<Partial<CohortContent>, 'enrolUntilMs'> {
  return enrolUntil === undefined
    ? written
    : { ...written, enrolUntilMs: enrolUntil === null ? null : Date.parse(enrolUntil) };
}
