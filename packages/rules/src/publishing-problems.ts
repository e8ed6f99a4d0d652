import { type AmountProblem, amountProblems } from './amount-problems.ts';
import { MOST_CHARACTERS } from './characters.ts';
import { compilePlan } from './compile-plan.ts';
import { minorDigitsOf } from './currencies.ts';
import { requiredDayCount } from './plan.ts';
import type { Policy } from './policy.ts';
import { settlementSchedule } from './settlement-schedule.ts';

const LEAST_APPEAL_DAYS = 3;
const LEAST_REVIEW_DAYS = 1;

/** What a platform lets a policy take from learners. */
export interface PlatformBounds {
  mostOrganiserBps: number;
  /** Whether the organiser may have what no finisher shares. */
  organiserMayInherit: boolean;
}

export const DEFAULT_PLATFORM_BOUNDS: PlatformBounds = { mostOrganiserBps: 2_000, organiserMayInherit: false };

/** What is about to be published. `enrolUntilMs` null: enrolment ends by itself. `bounds` null: only what nobody can fulfil or pay is named. */
export interface Publishing {
  policy: Policy;
  appealDays: number;
  enrolUntilMs: number | null;
  nowMs: number;
  bounds: PlatformBounds | null;
}

export type PublishingReason =
  | AmountProblem['why']
  | 'plan_over'
  | 'enrolment_over'
  | 'enrolment_after_plan'
  | 'no_required_day'
  | 'more_than_required_days'
  | 'more_than_an_entry_holds'
  | 'appeal_window_too_short'
  | 'review_window_too_short'
  | 'make_ups_without_end'
  | 'organiser_share_too_large'
  | 'organiser_may_not_inherit'
  | 'charity_missing'
  | 'cooling_off_too_long';

/** One reason not to publish: the field to change, a stable code, the bound that it breaks where there is one, and both in English. */
export interface PublishingProblem {
  field: string;
  why: PublishingReason;
  bound: number | null;
  message: string;
}

/** Everything that a learner could find out only after paying; empty where the policy may be published. */
export function publishingProblems(publishing: Publishing): PublishingProblem[] {
  return [
    ...amountProblems(publishing.policy).map((found) => amountProblem(found, publishing.policy.currency)),
    ...timeProblems(publishing),
    ...workProblems(publishing.policy),
    ...(publishing.bounds === null ? [] : fairnessProblems(publishing, publishing.bounds)),
  ];
}

function amountProblem(found: AmountProblem, currency: string): PublishingProblem {
  const { field, why } = found;
  if (found.why === 'currency_not_charged') return problem(field, why, null, `${currency} cannot be charged`);
  const bound = `${(found.boundMinor / 10 ** minorDigitsOf(currency)).toFixed(minorDigitsOf(currency))} ${currency}`;
  const said = {
    not_in_steps: `must be in steps of ${bound}`,
    below_least: `at least ${bound} must be charged`,
    above_most: `at most ${bound} can be charged`,
  }[found.why];
  return problem(field, why, found.boundMinor, said);
}

function timeProblems({ policy, appealDays, enrolUntilMs, nowMs }: Publishing): PublishingProblem[] {
  const { lastCloseMs } = settlementSchedule(policy, appealDays);
  const closed = new Date(lastCloseMs).toISOString();
  if (nowMs >= lastCloseMs) return [problem('startsOn', 'plan_over', lastCloseMs, `the last day closed at ${closed}`)];
  if (enrolUntilMs === null) return [];
  if (enrolUntilMs <= nowMs) return [problem('enrolUntil', 'enrolment_over', nowMs, 'is over already')];
  if (enrolUntilMs <= lastCloseMs) return [];
  return [problem('enrolUntil', 'enrolment_after_plan', lastCloseMs, `the last day closes before it, at ${closed}`)];
}

function workProblems(policy: Policy): PublishingProblem[] {
  const { refund, checkIn } = policy;
  const required = requiredDayCount(compilePlan(policy, { timeZone: policy.timeZone, excused: [] }));
  const found: PublishingProblem[] = [];
  if (required === 0) found.push(problem('restDays', 'no_required_day', null, 'no day of the plan is required'));
  else if (refund.curve === 'threshold' && refund.requiredDays > required) {
    const message = `${required} days are required, so nobody can do ${refund.requiredDays}`;
    found.push(problem('refund.requiredDays', 'more_than_required_days', required, message));
  }
  if (checkIn.minCharacters > MOST_CHARACTERS) {
    const message = `an entry holds at most ${MOST_CHARACTERS} characters`;
    found.push(problem('checkIn.minCharacters', 'more_than_an_entry_holds', MOST_CHARACTERS, message));
  }
  return found;
}

function fairnessProblems({ policy, appealDays }: Publishing, bounds: PlatformBounds): PublishingProblem[] {
  const { checkIn, makeUp, forfeits, charity, coolingOffDays, days } = policy;
  const { mostOrganiserBps, organiserMayInherit } = bounds;
  const takesForever = makeUp.windowDays === null && makeUp.quota !== 0 && makeUp.endsOn === undefined;
  const givesToCharity = forfeits.charityBps > 0 || forfeits.ifNoFinishers === 'charity';
  const longestCoolingOff = Math.floor(days / 3);
  const found: [boolean, PublishingProblem][] = [
    [
      appealDays < LEAST_APPEAL_DAYS,
      problem('appealDays', 'appeal_window_too_short', LEAST_APPEAL_DAYS, `at least ${LEAST_APPEAL_DAYS} days`),
    ],
    [
      checkIn.reviewDays !== undefined && checkIn.reviewDays < LEAST_REVIEW_DAYS,
      problem('checkIn.reviewDays', 'review_window_too_short', LEAST_REVIEW_DAYS, `at least ${LEAST_REVIEW_DAYS} day`),
    ],
    [takesForever, problem('makeUp.endsOn', 'make_ups_without_end', null, 'unlimited make-ups need a last date')],
    [
      forfeits.organiserBps > mostOrganiserBps,
      problem(
        'forfeits.organiserBps',
        'organiser_share_too_large',
        mostOrganiserBps,
        `at most ${mostOrganiserBps} basis points may go to the organiser`,
      ),
    ],
    [
      forfeits.ifNoFinishers === 'organiser' && !organiserMayInherit,
      problem('forfeits.ifNoFinishers', 'organiser_may_not_inherit', null, 'may not go to the organiser'),
    ],
    [
      givesToCharity && charity === undefined,
      problem('charity', 'charity_missing', null, 'a share for charity needs its name and address'),
    ],
    [
      coolingOffDays !== undefined && coolingOffDays > longestCoolingOff,
      problem(
        'coolingOffDays',
        'cooling_off_too_long',
        longestCoolingOff,
        `at most a third of the days, ${longestCoolingOff}`,
      ),
    ],
  ];
  return found.filter(([holds]) => holds).map(([, one]) => one);
}

function problem(field: string, why: PublishingReason, bound: number | null, message: string): PublishingProblem {
  return { field, why, bound, message };
}
