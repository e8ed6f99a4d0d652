import { checkinHttp } from '@daka/contracts';
import type { PlainDate } from '@daka/rules';
import type { Run } from './calendar';
import { type AdmittedCalendar, type CalendarStatus, type DescribedDay, describeCalendar } from './describe-calendar';

const DAY_MS = 86_400_000;
const NO_SUCH_DAY = '-';

/** All days of one member in short; the states are those that the member's own calendar shows. */
export interface MemberDays {
  enrolmentId: string;
  memberNumber: number;
  status: CalendarStatus;
  /** A letter for each date of the cohort, see `DAY_LETTERS` of the contracts. */
  days: string;
  done: number;
  missed: number;
  streak: number;
  lastEntryAtMs: number | null;
  /** See `silentDaysOf`. */
  silentDays: number | null;
}

/** @param dates of the cohort, in order. */
export function memberDays(calendar: AdmittedCalendar, dates: readonly PlainDate[], nowMs: number): MemberDays {
  const { enrolment, run } = calendar;
  const { sums, days } = describeCalendar(calendar, nowMs);
  const { done, missed, streak } = sums.evaluation;
  return {
    enrolmentId: enrolment.enrolmentId,
    memberNumber: run.memberNumber,
    status: sums.status,
    days: lettersOf(days, dates),
    done,
    missed,
    streak,
    lastEntryAtMs: lastEntryAtMs(run),
    silentDays: sums.status === 'open' ? silentDaysOf(run, days, nowMs) : null,
  };
}

function lettersOf(days: readonly DescribedDay[], dates: readonly PlainDate[]): string {
  const states = new Map(days.map(({ day, state }) => [day, state]));
  return dates
    .map((date) => {
      const state = states.get(date);
      return state === undefined ? NO_SUCH_DAY : checkinHttp.DAY_LETTERS[state];
    })
    .join('');
}

/** Of the last check-in that was accepted, rejected ones too: whoever writes is not silent. */
function lastEntryAtMs({ entries }: Run): number | null {
  return entries.length === 0 ? null : Math.max(...entries.map(({ acceptedAtMs }) => acceptedAtMs));
}

/**
 * Whole days without a check-in: since the last, since the member joined or since the first day opened, whichever is the latest, without the
 * days that were excused meanwhile. Rest days count: whoever has been away for two weeks of weekdays has been away for two weeks.
 */
function silentDaysOf(run: Run, days: readonly DescribedDay[], nowMs: number): number {
  const firstOpensAtMs = run.plan.days[0]?.opensAtMs ?? 0;
  const sinceMs = Math.max(lastEntryAtMs(run) ?? 0, run.joinedAtMs ?? 0, firstOpensAtMs);
  const excused = days.filter(({ state }, index) => {
    const closesAtMs = run.plan.days[index]?.closesAtMs ?? 0;
    return state === 'excused' && closesAtMs > sinceMs && closesAtMs <= nowMs;
  });
  return Math.max(0, Math.floor((nowMs - sinceMs) / DAY_MS) - excused.length);
}
