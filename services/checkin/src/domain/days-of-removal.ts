import { type PlainDate, type PlanDay, evaluatePlan } from '@daka/rules';
import type { Run } from './calendar';
import { canBeExcused } from './excuse-days';
import { knownUntilMs } from './announce';

/**
 * The days to excuse so that a removal is set aside: the misses that reached the limit, and the days that closed undone while the learner
 * was out, for which the decision and not the learner is to blame. Days that still run or are to come stay required.
 */
export function daysOfRemoval(run: Run, atMs: number): PlainDate[] {
  const { plan } = run;
  const asOfMs = Math.max(atMs, knownUntilMs(run));
  if (run.byHand !== undefined) return daysOut(run, run.byHand.removedOn, asOfMs);
  const { days: states } = evaluatePlan(plan, run.entries, asOfMs);
  const stateOf = ({ day }: PlanDay) => states[day];

  const misses = missesAtLimit(run, stateOf);
  const last = misses.at(-1);
  if (last === undefined) return [];
  const closedWhileOut = plan.days.filter(
    (planDay) =>
      planDay.day > last.day &&
      planDay.closesAtMs <= asOfMs &&
      stateOf(planDay) === 'void' &&
      canBeExcused(run, planDay.day) &&
      (plan.quitOn === null || planDay.day < plan.quitOn),
  );
  return [...misses, ...closedWhileOut].map(({ day }) => day);
}

/** The days that ran undone while the staff kept the learner out, that of the return included. */
function daysOut(run: Run, fromDay: PlainDate, asOfMs: number): PlainDate[] {
  return run.plan.days
    .filter(({ day, opensAtMs }) => day >= fromDay && opensAtMs <= asOfMs && canBeExcused(run, day))
    .map(({ day }) => day);
}

/** The misses that together reached the limit of the rule; none where it was not reached. */
function missesAtLimit({ plan: { days, removal } }: Run, stateOf: (planDay: PlanDay) => string | undefined): PlanDay[] {
  if (removal.per === 'never') return [];
  let counted: PlanDay[] = [];
  for (const planDay of days) {
    const state = stateOf(planDay);
    if (state === 'missed') {
      const isOtherWeek = removal.per === 'week' && counted.at(-1)?.week !== planDay.week;
      counted = isOtherWeek ? [planDay] : [...counted, planDay];
      if (counted.length >= removal.misses) return counted;
    } else if (removal.per === 'consecutive' && (state === 'on_time' || state === 'made_up')) counted = [];
  }
  return [];
}
