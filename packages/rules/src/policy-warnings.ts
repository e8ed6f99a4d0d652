import { entriesOnAllDays } from './all-days.ts';
import { compilePlan } from './compile-plan.ts';
import { currencyOf } from './currencies.ts';
import { explainDays } from './evaluate.ts';
import { lastCloseMs, type Plan } from './plan.ts';
import type { Policy } from './policy.ts';
import { settlementSchedule } from './settlement-schedule.ts';

const DAY_MS = 86_400_000;
/** Of one payment, with the processors that allow fewest: WeChat Pay. */
const MOST_REFUNDS = 50;
/** After which a payment cannot be refunded any more, with the processors that allow least: PayPal. */
const REFUNDABLE_DAYS = 180;

/** What may be published and is still likely to be regretted: the field to look at, a stable code, and the figure behind it. */
export interface PolicyWarning {
  field: string;
  why: 'many_refunds' | 'nothing_the_day_before' | 'organiser_profits' | 'cents' | 'refunds_too_late';
  /** Refunds of one payment; days needed; basis points; minor units; days after paying. */
  figure: number;
}

export interface WarningTerms {
  policy: Policy;
  appealDays: number;
  /** The earliest payment (epoch ms). */
  paidFromMs: number;
}

/** The last instant (epoch ms) at which the earliest payment can still be refunded with every processor; what is owed later needs another way. */
export function lastSafeRefundMs({ paidFromMs }: Pick<WarningTerms, 'paidFromMs'>): number {
  return paidFromMs + REFUNDABLE_DAYS * DAY_MS;
}

/** Everything about a policy that whoever publishes it should know; empty for most. */
export function policyWarnings({ policy, appealDays, paidFromMs }: WarningTerms): PolicyWarning[] {
  const plan = compilePlan(policy, { timeZone: policy.timeZone, excused: [] });
  return [
    ...refundWarnings(policy, plan),
    ...shareWarnings(policy),
    ...lateWarnings({ policy, appealDays, paidFromMs }),
  ];
}

function refundWarnings({ refund, depositMinor, currency }: Policy, plan: Plan): PolicyWarning[] {
  if (depositMinor === 0) return [];
  const found: PolicyWarning[] = [];
  if (refund.curve === 'threshold' && refund.requiredDays > 1)
    found.push({ field: 'refund.requiredDays', why: 'nothing_the_day_before', figure: refund.requiredDays });
  const payouts = payoutsOf(plan, refund.cadence);
  if (payouts.length > MOST_REFUNDS)
    found.push({ field: 'refund.cadence', why: 'many_refunds', figure: payouts.length });
  const leastMinor = Math.min(...payouts);
  if (payouts.length > 0 && leastMinor < (currencyOf(currency)?.leastMinor ?? 0))
    found.push({ field: 'refund.curve', why: 'cents', figure: leastMinor });
  return found;
}

/** What somebody who misses nothing is sent, refund by refund (minor units). */
function payoutsOf(plan: Plan, cadence: Policy['refund']['cadence']): number[] {
  const weeks = new Map(plan.days.map(({ day, week }) => [day, week]));
  const sums = new Map<string, number>();
  for (const { day, amountMinor } of explainDays(plan, entriesOnAllDays(plan), lastCloseMs(plan))) {
    const when = { daily: day, weekly: weeks.get(day) ?? day, at_end: '' }[cadence];
    sums.set(when, (sums.get(when) ?? 0) + amountMinor);
  }
  return [...sums.values()].filter((amountMinor) => amountMinor > 0);
}

function shareWarnings({ depositMinor, forfeits: { organiserBps, ifNoFinishers } }: Policy): PolicyWarning[] {
  if (depositMinor === 0) return [];
  const found: PolicyWarning[] = [];
  if (organiserBps > 0) found.push({ field: 'forfeits.organiserBps', why: 'organiser_profits', figure: organiserBps });
  if (ifNoFinishers === 'organiser')
    found.push({ field: 'forfeits.ifNoFinishers', why: 'organiser_profits', figure: 10_000 });
  return found;
}

function lateWarnings({ policy, appealDays, paidFromMs }: WarningTerms): PolicyWarning[] {
  const { settlesAtMs, lastCloseMs: closeMs } = settlementSchedule(policy, appealDays);
  const lastRefundMs = settlesAtMs ?? closeMs;
  if (policy.depositMinor === 0 || lastRefundMs <= lastSafeRefundMs({ paidFromMs })) return [];
  const days = Math.ceil((lastRefundMs - paidFromMs) / DAY_MS);
  return [{ field: 'days', why: 'refunds_too_late', figure: days }];
}
