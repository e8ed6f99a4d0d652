import { iso } from '@daka/contracts';
import type { CalendarExport } from '@daka/proof';
import {
  dueMinor,
  evaluatePlan,
  type Evaluation,
  explainDays,
  judgeEntry,
  lastCloseMs,
  leastOf,
  type Plan,
  type PlanDay,
  type PlanEntry,
  quitPlan,
  toPlanEntry,
} from '@daka/rules';
import type { Outlook } from './answer';
import { planOf } from './plans';

interface Known {
  plan: Plan;
  entries: readonly PlanEntry[];
  evaluation: Evaluation;
  nowMs: number;
}

/** Where a learner stands as of the export's instant, and what the days to come are worth, by the same rules that check-in judges with. */
export function outlookOf(calendar: CalendarExport): Outlook {
  const known = knownFrom(calendar);
  const { plan, evaluation, nowMs } = known;
  const { makeUpQuota, minCharacters, days } = plan;
  const { streak, done, missed, makeUpsUsed, removedOn } = evaluation;
  const restDay = days.find(({ kind, opensAtMs }) => kind !== 'required' && opensAtMs > nowMs);
  return {
    status: calendar.status,
    timeZone: calendar.policy.dayBoundary === 'learner' ? calendar.learner.timeZone : calendar.policy.timeZone,
    minCharacters,
    besides: plan.besides ? { ...plan.besides, text: calendar.policy.checkIn.accepts.includes('entry') } : null,
    running: runningDay(known),
    next: nextDay(known),
    nextRestDay: restDay?.day ?? null,
    streak,
    done,
    missed,
    repairable: repairableDays(known),
    makeUpsUsed,
    makeUpsLeft: makeUpQuota === null ? null : Math.max(0, makeUpQuota - makeUpsUsed),
    graceLeft: graceLeft(known),
    removal: removalOf(known),
    removedOn,
    nextPayout: nextPayout(known),
  };
}

function knownFrom({ policy, learner, quitOn, quitAt, entries, asOf }: CalendarExport): Known {
  const compiled = planOf(policy, learner);
  const plan =
    quitOn === null ? compiled : quitPlan(compiled, quitOn, quitAt === undefined ? undefined : Date.parse(quitAt));
  const nowMs = Date.parse(asOf);
  const counted = entries.filter(({ rejectedAt }) => rejectedAt === null).map(toPlanEntry);
  return { plan, entries: counted, evaluation: evaluatePlan(plan, counted, nowMs), nowMs };
}

function runningDay(known: Known): Outlook['running'] {
  const { plan, evaluation, nowMs } = known;
  const index = plan.days.findIndex(({ opensAtMs, closesAtMs }) => opensAtMs <= nowMs && nowMs < closesAtMs);
  const planDay = plan.days[index];
  if (planDay === undefined) return null;
  const state = evaluation.days[planDay.day] ?? 'upcoming';
  const isOpen = state === 'open';
  return {
    ...shown(planDay, index),
    of: plan.days.length,
    state,
    earnedMinor: isDone(state) ? earnedOn(known, planDay) : null,
    worthMinor: isOpen ? worthOf(known, planDay) : null,
    missMinor: isOpen ? Math.max(0, bestMinor(known, null) - bestMinor(known, planDay)) : null,
    missBreaksStreak: isOpen && graceLeft(known) === 0 && evaluation.streak > 0,
  };
}

function earnedOn({ plan, entries, nowMs }: Known, { day }: PlanDay): number {
  return explainDays(plan, entries, nowMs).find((explained) => explained.day === day)?.amountMinor ?? 0;
}

function isDone(state: string | undefined): boolean {
  return state === 'on_time' || state === 'made_up';
}

/** The next day that asks for a check-in, and what it is worth if all before it are done. */
function nextDay(known: Known): Outlook['next'] {
  const { plan, entries, nowMs, evaluation } = known;
  if (evaluation.removedOn !== null) return null;
  const index = plan.days.findIndex(
    ({ kind, opensAtMs, day }) => kind === 'required' && opensAtMs > nowMs && evaluation.days[day] === 'upcoming',
  );
  const planDay = plan.days[index];
  if (planDay === undefined) return null;
  const until = [...entries, ...writtenOnTime(known, ({ opensAtMs }) => opensAtMs < planDay.opensAtMs)];
  const before = evaluatePlan(plan, until, planDay.opensAtMs).entitledMinor;
  const after = evaluatePlan(plan, [...until, entryFor(plan, planDay)], planDay.opensAtMs).entitledMinor;
  return { ...shown(planDay, index), worthMinor: Math.max(0, after - before) };
}

function shown({ day, opensAtMs, closesAtMs }: PlanDay, index: number) {
  return { day, number: index + 1, opensAt: iso(opensAtMs), closesAt: iso(closesAtMs) };
}

/** What a check-in for this day, sent now, adds to the entitlement. */
function worthOf({ plan, entries, evaluation, nowMs }: Known, { day }: PlanDay): number {
  const written = [...entries, { day, acceptedAtMs: nowMs, ...leastOf(plan) }];
  return Math.max(0, evaluatePlan(plan, written, nowMs).entitledMinor - evaluation.entitledMinor);
}

/** The entitlement at the end if every day that is still open or to come is done, but the one left out. */
function bestMinor(known: Known, leftOut: PlanDay | null): number {
  const { plan, entries } = known;
  const written = writtenOnTime(known, ({ day }) => day !== leftOut?.day);
  return evaluatePlan(plan, [...entries, ...written], lastCloseMs(plan)).entitledMinor;
}

/** Entries for the required days that have not closed and are not done. */
function writtenOnTime({ plan, evaluation, nowMs }: Known, wanted: (planDay: PlanDay) => boolean): PlanEntry[] {
  return plan.days
    .filter(({ kind, day, closesAtMs }) => kind === 'required' && closesAtMs > nowMs && !isDone(evaluation.days[day]))
    .filter(wanted)
    .map((planDay) => {
      const entry = entryFor(plan, planDay);
      return { ...entry, acceptedAtMs: Math.max(nowMs, entry.acceptedAtMs) };
    });
}

function entryFor(plan: Plan, { day, opensAtMs }: PlanDay): PlanEntry {
  return { day, acceptedAtMs: opensAtMs, ...leastOf(plan) };
}

function repairableDays(known: Known): Outlook['repairable'] {
  const { plan, entries, evaluation, nowMs } = known;
  return plan.days
    .filter(({ kind, closesAtMs }) => kind === 'required' && closesAtMs <= nowMs)
    .filter(({ day }) => {
      const offered = { day, acceptedAtMs: nowMs, ...leastOf(plan) };
      return evaluation.days[day] === 'missed' && 'kind' in judgeEntry(plan, entries, offered);
    })
    .map((planDay) => ({
      day: planDay.day,
      until: planDay.acceptsUntilMs === null ? null : iso(planDay.acceptsUntilMs),
      worthMinor: worthOf(known, planDay),
    }));
}

function graceLeft({ plan, evaluation }: Pick<Known, 'plan' | 'evaluation'>): number {
  return Math.max(0, plan.graceDays - evaluation.missed);
}

function removalOf({ plan, evaluation, nowMs }: Known): Outlook['removal'] {
  const { removal, days } = plan;
  if (removal.per === 'never') return null;
  const missesLeft = (count: number) => ({ missesLeft: Math.max(0, removal.misses - count), per: removal.per });
  if (removal.per === 'cohort') return missesLeft(evaluation.missed);
  const required = days.filter(({ kind, opensAtMs }) => kind === 'required' && opensAtMs <= nowMs);
  const isMissed = ({ day }: PlanDay) => evaluation.days[day] === 'missed';
  if (removal.per === 'week') {
    const week = (days.find(({ closesAtMs }) => closesAtMs > nowMs) ?? days.at(-1))?.week;
    return missesLeft(required.filter((planDay) => planDay.week === week && isMissed(planDay)).length);
  }
  const closed = required.filter(({ closesAtMs }) => closesAtMs <= nowMs);
  const lastDone = closed.findLastIndex((planDay) => !isMissed(planDay));
  return missesLeft(closed.length - 1 - lastDone);
}

/** What is earned and not due yet falls due at the end of the period in which its first day closes. */
function nextPayout({ plan, entries, evaluation, nowMs }: Known): Outlook['nextPayout'] {
  const amountMinor = evaluation.entitledMinor - dueMinor(plan, entries, nowMs);
  const first = plan.days.find(({ day, closesAtMs }) => closesAtMs > nowMs && isDone(evaluation.days[day]));
  if (amountMinor <= 0 || first === undefined) return null;
  return { amountMinor, at: iso(periodEndMs(plan, first)) };
}

function periodEndMs({ days, refund }: Plan, first: PlanDay): number {
  const ends = { daily: first, weekly: days.findLast(({ week }) => week === first.week), at_end: days.at(-1) };
  return (ends[refund.cadence] ?? first).closesAtMs;
}
