import { type DayExplanation, type Evaluation, dueMinor, evaluatePlan, explainDays } from '@daka/rules';
import type { Calendar, Run, StoredEntry } from './calendar';
import { counts } from './evolve';
import { knownUntilMs } from './standing';

export type CalendarStatus = 'open' | 'removed' | 'completed' | 'withdrawn' | 'settled' | 'cancelled';

/** An admitted calendar: settled, cancelled on the way, or still running. */
export type AdmittedCalendar = Calendar & { run: Run };

/** Where one learner stands as of an instant; money in minor units. */
export interface Position {
  status: CalendarStatus;
  evaluation: Evaluation;
  entitledMinor: number;
  dueMinor: number;
  bonusMinor: number | null;
}

export interface DescribedDay extends DayExplanation {
  opensAtMs: number;
  closesAtMs: number;
  entry: StoredEntry | null;
  /** The latest rejected check-in of the day. */
  rejected: StoredEntry | null;
}

/** Null before admission: there are no days yet. */
export function admitted(calendar: Calendar | null): AdmittedCalendar | null {
  if (calendar === null || calendar.status === 'waiting' || calendar.run === null) return null;
  return calendar as AdmittedCalendar;
}

/** The sums of a calendar; after settlement those that are final. */
export function positionOf(calendar: AdmittedCalendar, nowMs: number): Position {
  const { run } = calendar;
  const asOfMs = Math.max(nowMs, knownUntilMs(run));
  const evaluation = evaluatePlan(run.plan, run.entries, asOfMs);
  const status = statusOf(calendar, evaluation);
  if (calendar.status === 'settled') {
    const { entitledMinor } = calendar.outcome;
    return { status, evaluation, entitledMinor, dueMinor: entitledMinor, bonusMinor: calendar.bonusMinor };
  }
  const totalDueMinor = Math.max(run.releasedMinor, dueMinor(run.plan, run.entries, asOfMs));
  return { status, evaluation, entitledMinor: evaluation.entitledMinor, dueMinor: totalDueMinor, bonusMinor: null };
}

/** Every plan day with its state, its part in the money and the check-in that stands for it. */
export function describeDays({ plan, entries, ...run }: Run, nowMs: number): DescribedDay[] {
  const asOfMs = Math.max(nowMs, knownUntilMs({ plan, entries, ...run }));
  return explainDays(plan, entries, asOfMs).map((explained, index) => ({
    ...explained,
    opensAtMs: plan.days[index]?.opensAtMs ?? 0,
    closesAtMs: plan.days[index]?.closesAtMs ?? 0,
    entry: entries.find((entry) => counts(entry, explained.day)) ?? null,
    rejected: entries.findLast((entry) => entry.day === explained.day && entry.rejected === true) ?? null,
  }));
}

/** What a learner is told about a check-in that was just accepted. */
export function dayReceipt(run: Run, day: string): { entry: StoredEntry; position: number | null; streak: number; status: CalendarStatus } {
  const entry = run.entries.find((candidate) => counts(candidate, day));
  if (entry === undefined) throw new Error(`no check-in for ${day}`);
  const asOfMs = knownUntilMs(run);
  const evaluation = evaluatePlan(run.plan, run.entries, asOfMs);
  const position = explainDays(run.plan, run.entries, asOfMs).find((explained) => explained.day === day)?.position ?? null;
  return { entry, position, streak: evaluation.streak, status: runStatus(run, evaluation) };
}

function statusOf(calendar: AdmittedCalendar, evaluation: Evaluation): CalendarStatus {
  return calendar.status === 'open' ? runStatus(calendar.run, evaluation) : (calendar.status as 'settled' | 'cancelled');
}

function runStatus(run: Run, { removedOn, completed }: Evaluation): CalendarStatus {
  if (run.withdrawn) return 'withdrawn';
  if (removedOn !== null) return 'removed';
  return completed ? 'completed' : 'open';
}
