import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Cohort } from '../../domain/cohort';
import type { Enrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';
import { datesOf, shownCohortStatus } from '../present/cohort';
import { shownStatus } from '../present/enrolment';

type RoleBody = z.infer<typeof membershipHttp.RoleBody>;
/** Where a row stands in the list: work comes first, then learning, each the latest first (epoch ms, then cohort or enrolment). */
export type RolePlace = [part: 'staff' | 'learner', atMs: number, id: string];
export interface FoundRole {
  place: RolePlace;
  body: RoleBody;
}

interface Held {
  place: RolePlace;
  cohort: Cohort;
  role: RoleBody['role'];
  enrolment: Enrolment | null;
}

/** What somebody is in all cohorts, at most `limit` of them after a place in the list. */
export function createListRoles({
  cohorts,
  enrolments,
  organisations,
}: Pick<Ports, 'cohorts' | 'enrolments' | 'organisations'>) {
  return async function listRoles(
    accountId: string,
    after: RolePlace | undefined,
    limit: number,
  ): Promise<FoundRole[]> {
    const staff = after?.[0] === 'learner' ? [] : await worksIn(accountId, after, limit);
    const rest = limit - staff.length;
    const learner = rest > 0 ? await learnsIn(accountId, after?.[0] === 'learner' ? after : undefined, rest) : [];
    const held = [...staff, ...learner];
    const names = await organisations.names(held.map(({ cohort }) => cohort.organisationId));
    return held.map((one) => ({ place: one.place, body: roleBody(one, names.get(one.cohort.organisationId) ?? '') }));
  };

  async function worksIn(accountId: string, after: RolePlace | undefined, limit: number): Promise<Held[]> {
    const found = await cohorts.staffedBy(accountId, { after: rowAfter(after), limit });
    return found.flatMap((cohort) => {
      const member = cohort.staff.find((one) => one.accountId === accountId);
      const place: RolePlace = ['staff', cohort.draftedAtMs, cohort.cohortId];
      return member ? [{ place, cohort, role: member.role, enrolment: null }] : [];
    });
  }

  async function learnsIn(accountId: string, after: RolePlace | undefined, limit: number): Promise<Held[]> {
    const found = await enrolments.presentOf(accountId, { after: rowAfter(after), limit });
    const inCohorts = await cohorts.withIds([...new Set(found.map(({ cohortId }) => cohortId))]);
    const byId = new Map(inCohorts.map((cohort) => [cohort.cohortId, cohort]));
    return found.flatMap((enrolment) => {
      const cohort = byId.get(enrolment.cohortId);
      const place: RolePlace = ['learner', enrolment.appliedAtMs, enrolment.enrolmentId];
      return cohort ? [{ place, cohort, role: 'learner' as const, enrolment }] : [];
    });
  }
}
export type ListRoles = ReturnType<typeof createListRoles>;

function rowAfter(after: RolePlace | undefined): readonly [number, string] | null {
  return after === undefined ? null : [after[1], after[2]];
}

function roleBody({ cohort, role, enrolment }: Held, organisationName: string): RoleBody {
  return {
    cohortId: cohort.cohortId,
    slug: cohort.content.slug,
    title: cohort.content.title,
    status: shownCohortStatus(cohort),
    ...datesOf(cohort),
    organisation: { id: cohort.organisationId, name: organisationName },
    role,
    enrolmentId: enrolment?.enrolmentId ?? null,
    enrolmentStatus: enrolment && shownStatus(enrolment),
  };
}
