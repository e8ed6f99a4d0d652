import { iso } from '@daka/contracts';
import type { Visit } from '../../ports';
import type { TodayBody } from './answer';
import { gather, type Gathered, type TodayReads } from './gather';
import type { KeptAnswers } from './kept';
import { outlookOf } from './outlook';

export type ShowToday = ReturnType<typeof createShowToday>;

interface Needs {
  reads: TodayReads;
  clock: { nowMs(): number };
  /** Null: nobody hears here of what changes, so the services are asked each time. */
  kept: KeptAnswers | null;
}

/** Joins what a learner's first page needs from the services. */
export function createShowToday({ reads, clock, kept }: Needs) {
  return async (authorization: string, visit?: Visit, wanted?: string): Promise<TodayBody> => {
    const ask = () => gather(reads, authorization, wanted);
    return present(await (kept === null ? ask() : kept.of(visit, wanted, ask)), clock.nowMs());
  };
}

function present({ enrolments, current }: Gathered, nowMs: number): TodayBody {
  if (current === null) return { now: iso(nowMs), enrolments, current };
  const { enrolmentId, cohortId, memberNumber, title, statement, homework } = current;
  // An answer that was kept is told as of now: nothing of a day has changed since, only the time that is left.
  const calendar = { ...current.calendar, asOf: iso(Math.max(nowMs, Date.parse(current.calendar.asOf))) };
  return {
    now: calendar.asOf,
    enrolments,
    current: {
      enrolmentId,
      cohortId,
      title,
      memberNumber,
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
}
