import { type Refused, refuse } from '@daka/contracts';
import { type Policy, coolingOffEndsMs } from '@daka/rules';
import { frozenMinor } from './appeals';
import { type Calendar, type OpenCalendar, type Run } from './calendar';
import { nextPayoutMs } from './close-days';
import { evolve } from './evolve';
import { withdraw } from './follow-enrolment';
import { runningPlanDay } from './plan-day';

/** What leaving would come to; money in minor units. */
export interface WithdrawalPreview {
  currency: string;
  outcome: 'everything_back' | 'keeps_earned';
  coolingOffEndsAtMs: number | null;
  depositMinor: number;
  earnedMinor: number;
  releasedMinor: number;
  toComeMinor: number;
  payoutAtMs: number | null;
  forfeitedMinor: number;
  frozenMinor: number;
  entryFeeMinor: number;
  feeReturnedMinor: number;
}

/** Tries leaving at an instant on the calendar as it is, by the same decisions that follow when the learner really leaves. */
export function previewWithdrawal(
  calendar: Calendar | null,
  policy: Policy,
  nowMs: number,
): Refused<'not_admitted' | 'cohort_settled' | 'enrolment_closed'> | WithdrawalPreview {
  if (calendar === null || calendar.status === 'waiting')
    return refuse('not_admitted', 'Nothing counts before admission: leaving gives back whatever was paid.');
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');
  if (calendar.status === 'cancelled')
    return refuse('enrolment_closed', 'The enrolment is cancelled: everything goes back.');
  if (calendar.run.withdrawn) return refuse('enrolment_closed', 'The learner has left the cohort.');

  const left = leave(calendar, nowMs);
  const coolingOffEndsAtMs = endOfCoolingOff(calendar, policy);
  const isCoolingOff = coolingOffEndsAtMs !== null && nowMs < coolingOffEndsAtMs;
  const { plan, releasedMinor, terms, announced } = left;
  const keptMinor = isCoolingOff ? plan.depositMinor : Math.max(announced.entitledMinor, releasedMinor);
  const toComeMinor = keptMinor - releasedMinor;
  return {
    currency: terms.currency,
    outcome: isCoolingOff ? 'everything_back' : 'keeps_earned',
    coolingOffEndsAtMs,
    depositMinor: plan.depositMinor,
    earnedMinor: announced.entitledMinor,
    releasedMinor,
    toComeMinor,
    payoutAtMs: isCoolingOff || toComeMinor === 0 ? null : nextPayoutMs(plan, runningPlanDay(plan, nowMs), nowMs),
    forfeitedMinor: plan.depositMinor - keptMinor,
    frozenMinor: isCoolingOff ? 0 : frozenMinor(left, announced.entitledMinor),
    entryFeeMinor: policy.entryFeeMinor,
    feeReturnedMinor: isCoolingOff ? policy.entryFeeMinor : 0,
  };
}

function leave(calendar: OpenCalendar, nowMs: number): Run {
  const events = withdraw(calendar, runningPlanDay(calendar.run.plan, nowMs), nowMs);
  const left = events.reduce<Calendar>(evolve, calendar);
  if (left.status !== 'open') throw new Error(`leaving made a calendar ${left.status}`);
  return left.run;
}

/** Where it was not kept when somebody paid, only the opening of the first day is certain. */
function endOfCoolingOff({ run: { plan, paidAtMs }, enrolment: { timeZone } }: OpenCalendar, policy: Policy) {
  return paidAtMs === null ? (plan.days[0]?.opensAtMs ?? null) : coolingOffEndsMs(policy, { timeZone, paidAtMs });
}
