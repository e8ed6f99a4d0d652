import type { TodayBody } from './answer';
import { outlookOf } from './outlook';
import type { LearnerReads, MyEnrolment } from '../../ports';

export type ShowToday = ReturnType<typeof createShowToday>;

export type TodayReads = Omit<LearnerReads, 'enrolment'>;

/** Those that have days; the one that runs first. */
const WITH_DAYS = ['admitted', 'removed', 'leaving', 'completed', 'withdrawn'] as const;

/** Joins what a learner's first page needs from the services, each asked with the learner's own token. */
export function createShowToday({ reads, clock }: { reads: TodayReads; clock: { nowMs(): number } }) {
  return async (authorization: string, wanted?: string): Promise<TodayBody> => {
    const mine = await reads.enrolments(authorization);
    const enrolments = mine.map(({ id, cohortId, status, memberNumber }) => ({
      enrolmentId: id,
      cohortId,
      status,
      memberNumber,
    }));
    const chosen = mine.find(({ id }) => id === wanted) ?? firstWithDays(mine);
    const nothing = { now: new Date(clock.nowMs()).toISOString(), enrolments, current: null };
    if (chosen === undefined || chosen.memberNumber === null) return nothing;

    const [calendar, statement, title, homework] = await Promise.all([
      reads.calendar(authorization, chosen.id),
      reads.statement(authorization, chosen.id),
      reads.cohortTitle(authorization, chosen.cohortId),
      reads.homework(authorization, chosen.id),
    ]);
    // Admitted, and check-in or payment has not heard of it yet: for a moment there are no days.
    if (calendar === null || statement === null) return nothing;
    return {
      now: calendar.asOf,
      enrolments,
      current: {
        enrolmentId: chosen.id,
        cohortId: chosen.cohortId,
        title,
        memberNumber: chosen.memberNumber,
        currency: statement.currency,
        outlook: outlookOf(calendar),
        money: {
          depositMinor: statement.depositMinor,
          earnedMinor: calendar.entitledMinor,
          returnedMinor: statement.refundedMinor,
          onItsWayMinor: statement.inFlightMinor + statement.payableMinor,
          forfeitedMinor: statement.forfeitedMinor,
          frozenMinor: statement.frozenMinor,
        },
        homework: homework?.items ?? null,
        feedbackUnread: homework?.feedbackUnread ?? null,
      },
    };
  };
}

function firstWithDays(mine: readonly MyEnrolment[]): MyEnrolment | undefined {
  for (const status of WITH_DAYS) {
    const found = mine.findLast((enrolment) => enrolment.status === status);
    if (found !== undefined) return found;
  }
  return undefined;
}
