import { isOpen, needsOwner } from '../../domain/erasure';
import type { Cohort } from '../../domain/cohort';
import type { Enrolment } from '../../domain/enrolment';
import type { PageAfter, Ports } from '../../ports';

const AT_ONCE = 100;

export type LooksForOpen = Pick<Ports, 'enrolments' | 'cohorts'>;

/** What stands in the way of an erasure, and what is to be done before it; null: nothing stands in the way. */
export async function whatIsOpen(needs: LooksForOpen, accountId: string): Promise<'enrolments' | 'cohorts' | null> {
  for await (const enrolment of enrolmentsOf(needs, accountId)) if (isOpen(enrolment)) return 'enrolments';
  for await (const cohort of cohortsStaffedBy(needs, accountId)) if (needsOwner(cohort, accountId)) return 'cohorts';
  return null;
}

/** Every enrolment of an account, the latest application first. */
export function enrolmentsOf({ enrolments }: LooksForOpen, learnerId: string): AsyncIterable<Enrolment> {
  return eachOf(
    (page) => enrolments.ofLearner({ learnerId }, page),
    ({ appliedAtMs, enrolmentId }) => [appliedAtMs, enrolmentId],
  );
}

/** Every cohort that an account works for, as its owner too. */
export function cohortsStaffedBy({ cohorts }: LooksForOpen, accountId: string): AsyncIterable<Cohort> {
  return eachOf(
    (page) => cohorts.staffedBy(accountId, page),
    ({ draftedAtMs, cohortId }) => [draftedAtMs, cohortId],
  );
}

async function* eachOf<Row>(
  read: (page: PageAfter<number>) => Promise<Row[]>,
  placeOf: (row: Row) => [atMs: number, id: string],
): AsyncGenerator<Row> {
  let after: PageAfter<number>['after'] = null;
  for (let found = AT_ONCE; found === AT_ONCE;) {
    const rows: Row[] = await read({ after, limit: AT_ONCE });
    yield* rows;
    const last = rows.at(-1);
    if (last !== undefined) after = placeOf(last);
    found = rows.length;
  }
}
