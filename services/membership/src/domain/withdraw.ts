import { refuse, type Refused, unreachable } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import type { Enrolment, EnrolmentEvent } from './enrolment';
import { inCoolingOff, planDateAt } from './plan-dates';

/**
 * The learner leaves: with everything back while the cooling-off lasts, later keeping what was earned. Leaving again changes nothing.
 * Whether a member is already part of a settlement only check-in knows, so it is asked.
 */
export function withdraw(
  enrolment: Enrolment | null,
  policy: Policy,
  nowMs: number,
): Refused<'not_found' | 'enrolment_ended'> | EnrolmentEvent[] {
  if (enrolment === null) return refuse('not_found');
  switch (enrolment.status) {
    case 'withdrawn':
    case 'cancelled':
      return [];
    case 'completed':
      return refuse('enrolment_ended', 'the enrolment is completed');
    case 'admitted':
    case 'removed':
      if (enrolment.settledAtMs !== null) return refuse('enrolment_ended', 'the enrolment is settled');
      if (enrolment.leaving) return [];
      return inCoolingOff(policy, enrolment, nowMs)
        ? [{ type: 'leave-asked', reason: 'cooling_off', atMs: nowMs }]
        : [{ type: 'withdrawn', quitOn: planDateAt(policy, enrolment.timeZone, nowMs), atMs: nowMs }];
    case 'applied':
    case 'rules_accepted':
    case 'waiting':
    case 'seat_held':
      return [cancelled(enrolment, nowMs)];
    default:
      return unreachable(enrolment.status, 'status of an enrolment');
  }
}

function cancelled({ paidAtMs }: Enrolment, nowMs: number): EnrolmentEvent {
  return { type: 'cancelled', reason: 'cooling_off', paidAtMs, atMs: nowMs };
}
