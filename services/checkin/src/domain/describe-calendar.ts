import { type Account, type DayExplanation, type Evaluation, accountFor } from '@daka/rules';
import { knownUntilMs } from './announce';
import type { Calendar, CancelledCalendar, OpenCalendar, Run, SettledCalendar, StoredEntry } from './calendar';
import { nextPayoutMs } from './close-days';
import { counts } from './evolve';
import { withoutForfeit } from './worth';

export type CalendarStatus = 'open' | 'removed' | 'completed' | 'withdrawn' | 'settled' | 'cancelled';

/** An admitted calendar: settled, cancelled on the way, or still running. */
export type AdmittedCalendar = OpenCalendar | SettledCalendar | (CancelledCalendar & { run: Run });

/** What one learner has come to as of an instant; money in minor units. */
export interface Sums {
  status: CalendarStatus;
  evaluation: Evaluation;
  entitledMinor: number;
  dueMinor: number;
  bonusMinor: number | null;
}

export interface DescribedDay extends DayExplanation {
  /** The check-in that counts, as its place among the entries of the run; null: none does. */
  entryAt: number | null;
  /** The latest rejected check-in of the day. */
  rejected: StoredEntry | null;
}

/** Null before admission: there are no days yet. */
export function admitted(calendar: Calendar | null): AdmittedCalendar | null {
  if (calendar === null || calendar.status === 'waiting') return null;
  if (calendar.status !== 'cancelled') return calendar;
  return calendar.run === null ? null : { ...calendar, run: calendar.run };
}

/** The sums of a calendar; after settlement those that are final. */
export function sumsOf(calendar: AdmittedCalendar, nowMs: number): Sums {
  return sumsIn(calendar, accountOf(calendar.run, nowMs));
}

/** The sums, and every plan day with its state, its part in the money and the check-in that stands for it. */
export function describeCalendar(calendar: AdmittedCalendar, nowMs: number): { sums: Sums; days: DescribedDay[] } {
  const account = accountOf(calendar.run, nowMs);
  return { sums: sumsIn(calendar, account), days: describedDays(calendar.run, account.days) };
}

function accountOf(run: Run, nowMs: number): Account {
  const account = accountFor(run.plan, run.entries, Math.max(nowMs, knownUntilMs(run)));
  return { ...account, evaluation: withoutForfeit(account.evaluation, run) };
}

function sumsIn(calendar: AdmittedCalendar, { evaluation, dueMinor }: Account): Sums {
  const status = calendar.status === 'open' ? runStatus(calendar.run, evaluation) : calendar.status;
  if (calendar.status === 'settled') {
    const { entitledMinor } = calendar.outcome;
    return { status, evaluation, entitledMinor, dueMinor: entitledMinor, bonusMinor: calendar.bonusMinor };
  }
  const totalDueMinor = Math.max(calendar.run.releasedMinor, dueMinor);
  return { status, evaluation, entitledMinor: evaluation.entitledMinor, dueMinor: totalDueMinor, bonusMinor: null };
}

function describedDays({ entries }: Run, days: readonly DayExplanation[]): DescribedDay[] {
  const counting = new Map<string, number>();
  const rejected = new Map<string, StoredEntry>();
  entries.forEach((entry, index) => {
    if (entry.rejected === true) rejected.set(entry.day, entry);
    else if (!counting.has(entry.day)) counting.set(entry.day, index);
  });
  return days.map(({ day, state, position, weight, amountMinor }) => ({
    day,
    state,
    position,
    weight,
    amountMinor,
    entryAt: counting.get(day) ?? null,
    rejected: rejected.get(day) ?? null,
  }));
}

/** What a learner is told about a check-in that was just accepted. */
export interface Receipt {
  entry: StoredEntry;
  position: number | null;
  streak: number;
  status: CalendarStatus;
  entitledMinor: number;
  /** By so much the total rose with it. */
  amountMinor: number;
  /** When that is due to be sent; null: there is nothing, or it is sent with the settlement. */
  payoutAtMs: number | null;
}

/** `earnedBeforeMinor`: the total just before the check-in. */
export function dayReceipt(run: Run, day: string, earnedBeforeMinor: number): Receipt {
  const entry = run.entries.find((candidate) => counts(candidate, day));
  if (entry === undefined) throw new Error(`no check-in for ${day}`);
  const { evaluation, days } = accountFor(run.plan, run.entries, knownUntilMs(run));
  const position = days.find((explained) => explained.day === day)?.position ?? null;
  const { entitledMinor } = run.announced;
  const amountMinor = Math.max(0, entitledMinor - earnedBeforeMinor);
  return {
    entry,
    position,
    streak: evaluation.streak,
    status: runStatus(run, evaluation),
    entitledMinor,
    amountMinor,
    payoutAtMs: amountMinor === 0 ? null : nextPayoutMs(run.plan, day, entry.acceptedAtMs),
  };
}

function runStatus(run: Run, { removedOn, completed }: Evaluation): CalendarStatus {
  if (run.withdrawn) return 'withdrawn';
  if (removedOn !== null) return 'removed';
  return completed ? 'completed' : 'open';
}
