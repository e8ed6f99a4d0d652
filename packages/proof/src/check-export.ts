import { type Plan, type PlanEntry, compilePlan, dueMinor, evaluatePlan, explainDays, quitPlan } from '@daka/rules';
import { checkMoney } from './check-money.ts';
import { fault } from './check-receipt.ts';
import type { CalendarExport, Export, MoneyExport } from './documents/export.ts';
import type { Fault } from './fault.ts';

/** Replays a learner's money: the journal by its hashes, the statement by the journal, the entitlement by the rules. */
export function checkExport({ calendar, money }: Export): Fault[] {
  if (calendar.enrolmentId !== money.enrolmentId) {
    return [
      fault('other_journal', `the days are of enrolment ${calendar.enrolmentId}, the money is of ${money.enrolmentId}`),
    ];
  }
  return [
    ...checkMoney(money),
    ...checkDays(calendar),
    ...checkPayouts(calendar, money),
    ...checkEarned(calendar, money),
  ];
}

/** What the rules make of policy, learner and check-ins, and nothing else. */
export function byRules({ policy, learner, quitOn, quitAt, entries, asOf, removedByHand }: CalendarExport): {
  plan: Plan;
  entries: PlanEntry[];
  asOfMs: number;
  entitledMinor: number;
} {
  const compiled = compilePlan(policy, learner);
  const plan =
    quitOn === null ? compiled : quitPlan(compiled, quitOn, quitAt === undefined ? undefined : Date.parse(quitAt));
  const counted = entries.map(({ day, acceptedAt, characters, pictures, voiceSeconds, rejectedAt }) => ({
    day,
    acceptedAtMs: Date.parse(acceptedAt),
    characters,
    ...(pictures === undefined ? {} : { pictures }),
    ...(voiceSeconds === undefined ? {} : { voiceSeconds }),
    rejected: rejectedAt !== null,
  }));
  const asOfMs = Date.parse(asOf);
  // Only a rule that was accepted forfeits.
  const entitledMinor = removedByHand === true ? plan.depositMinor : evaluatePlan(plan, counted, asOfMs).entitledMinor;
  return { plan, entries: counted, asOfMs, entitledMinor };
}

/** Each day of the calendar against the rules. */
function checkDays(calendar: CalendarExport): Fault[] {
  const { plan, entries, asOfMs } = byRules(calendar);
  const shown = new Map(calendar.days.map((day) => [day.day, day]));
  const faults = explainDays(plan, entries, asOfMs).flatMap(({ day, state, amountMinor }): Fault[] => {
    const said = shown.get(day);
    if (!said) return [fault('wrong_day', `${day} is a day of the plan and not in the calendar`)];
    if (said.state === state && said.amountMinor === amountMinor) return [];
    return [
      fault(
        'wrong_day',
        `${day} is ${state} and worth ${amountMinor} by the rules, ${said.state} and ${said.amountMinor} in the calendar`,
      ),
    ];
  });
  const extra = calendar.days.filter(({ day }) => !plan.days.some((planDay) => planDay.day === day));
  return [...faults, ...extra.map(({ day }) => fault('wrong_day', `${day} is in the calendar and no day of the plan`))];
}

/** Each line that paid for days: they must have been done by then. */
function checkPayouts(calendar: CalendarExport, { entries }: MoneyExport): Fault[] {
  return entries
    .filter(({ kind }) => kind === 'payout_due')
    .flatMap(({ seq, atMs, days = [] }) =>
      days.flatMap(({ day, kind }): Fault[] => {
        const done = calendar.entries.some(
          (entry) => entry.day === day && entry.kind === kind && Date.parse(entry.acceptedAt) <= atMs,
        );
        return done
          ? []
          : [fault('wrong_line', `line ${seq} pays for ${day} as ${kind}; no such check-in was accepted by then`)];
      }),
    );
}

/** The totals on both sides against the rules. */
function checkEarned(calendar: CalendarExport, { statement }: MoneyExport): Fault[] {
  // A cancelled enrolment gives everything back, whatever was earned.
  if (calendar.status === 'cancelled') return [];
  const rules = byRules(calendar);
  const isSettled = calendar.status === 'settled';
  // What was sent is not taken back: a check-in that was rejected after its payout nets against later days.
  const entitledMinor = isSettled ? Math.max(rules.entitledMinor, calendar.releasedMinor) : rules.entitledMinor;
  const faults: Fault[] = [];
  if (calendar.entitledMinor !== entitledMinor)
    faults.push(
      fault('other_entitlement', `the rules give ${entitledMinor}, the calendar says ${calendar.entitledMinor}`),
    );
  if (statement.earnedMinor !== entitledMinor)
    faults.push(
      fault(
        'other_entitlement',
        `the rules give ${entitledMinor}, the statement says ${statement.earnedMinor} is earned`,
      ),
    );
  if (statement.depositMinor !== calendar.policy.depositMinor)
    faults.push(
      fault(
        'wrong_total',
        `the policy asks a deposit of ${calendar.policy.depositMinor}, the statement says ${statement.depositMinor}`,
      ),
    );

  const due = isSettled ? { leastMinor: entitledMinor, mostMinor: entitledMinor } : dueByRules(calendar, rules);
  if (statement.dueMinor < due.leastMinor || statement.dueMinor > due.mostMinor) {
    faults.push(fault('wrong_total', `by the rules ${rangeOf(due)} is due, the statement says ${statement.dueMinor}`));
  }
  return faults;
}

/**
 * What the cadence has made due. Rejections after a payout leave more released than the rules give now; a day that was excused, or given
 * back by an appeal, makes the closed days worth more than the last payout knew: then the amount is known within bounds only.
 */
function dueByRules(
  calendar: CalendarExport,
  { plan, entries, asOfMs }: ReturnType<typeof byRules>,
): { leastMinor: number; mostMinor: number } {
  const lastEnd = plan.days.findLastIndex(({ closesAtMs }, index) => closesAtMs <= asOfMs && endsPeriod(plan, index));
  const closesAtMs = plan.days[lastEnd]?.closesAtMs;
  const nowMinor = closesAtMs === undefined ? 0 : dueMinor(plan, entries, closesAtMs);
  const wasRejected = calendar.entries.some(({ rejectedAt }) => rejectedAt !== null);
  const wasRaised = calendar.hasRestored || calendar.learner.excused.length > 0;
  return {
    leastMinor: wasRaised ? Math.min(nowMinor, calendar.releasedMinor) : nowMinor,
    mostMinor: wasRejected || calendar.removedByHand === true ? plan.depositMinor : nowMinor,
  };
}

function endsPeriod({ days, refund }: Plan, index: number): boolean {
  const next = days[index + 1];
  switch (refund.cadence) {
    case 'daily':
      return true;
    case 'weekly':
      return next?.week !== days[index]?.week;
    case 'at_end':
      return next === undefined;
    default:
      return unknownCadence(refund.cadence);
  }
}

function rangeOf({ leastMinor, mostMinor }: { leastMinor: number; mostMinor: number }): string {
  return leastMinor === mostMinor ? String(leastMinor) : `between ${leastMinor} and ${mostMinor}`;
}

function unknownCadence(cadence: never): never {
  throw new Error(`unknown cadence ${String(cadence)}`);
}
