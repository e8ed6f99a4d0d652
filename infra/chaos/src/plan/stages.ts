import { type Policy, settlementSchedule } from '@daka/rules';
import type { Person, PersonKind } from './people';
import { APPEAL_DAYS, COHORT_ZONE, COOLING_OFF_DAYS } from './policy';
import type { Random } from '@daka/service-kit/testing';
import { planHomework } from './plan-homework';
import { planDispute, planHandPayments } from './plan-money';
import { planAppeals, planRequests } from './plan-requests';
import type { Stage, Step } from './steps';
import { EVENING, MORNING } from './times';

const APPLY_AT = -30;
/** The holds of half an hour have run out by then. */
const LATER_AT = -29;
const LEAVE_AT = -5;
const HOUR_MS = 3_600_000;
/** After the announced instant; with homework or not. */
const SETTLES_AFTER_HOURS = 2;

/** Each part of a life has draws of its own. */
export interface Draws {
  random: Random;
  appeals: Random;
  requests: Random;
  homework: Random;
  money: Random;
}

/** A cohort's life from the first application to the settlement, or to the day on which it is cancelled, and to the last word about its money. */
export function planStages(seed: number, draws: Draws, policy: Policy, people: readonly Person[]): Stage[] {
  const { random, homework, money } = draws;
  const cancelDay = random.chance(0.2) ? random.between(0, policy.days - 1) : null;
  const lastDay = cancelDay ?? policy.days;
  const end: Stage =
    cancelDay === null
      ? { atHours: settlesAtHours(policy), steps: [{ do: 'settle' }] }
      : { atHours: cancelDay * 24 + MORNING, steps: [{ do: 'cancel' }] };
  return [
    ...planEnrolment(people),
    ...planLateJoiners(people, lastDay),
    ...planDays(draws, policy, people, cancelDay),
    ...planHomework(homework, policy, people, lastDay),
    ...planDispute(money, people, { seed, lastDay, endsAtHours: end.atHours }),
    end,
    ...planHandPayments(money, people, end.atHours),
  ]
    .filter(({ steps }) => steps.length > 0)
    .sort((left, right) => left.atHours - right.atHours);
}

function planDays(
  { random, appeals, requests }: Draws,
  policy: Policy,
  people: readonly Person[],
  cancelDay: number | null,
): Stage[] {
  return Array.from({ length: cancelDay ?? policy.days }, (_, day) => {
    const stages = planDay(random, policy, people, day);
    // What a cancellation overtakes may stay without an answer; a settlement waits for every one.
    const isAnswered = day + 1 !== cancelDay || appeals.chance(0.5);
    return [
      ...stages,
      ...planAppeals({ random: appeals, policy, people }, stages, day).filter(
        ({ steps }) => isAnswered || steps[0]?.do !== 'answer',
      ),
      ...planRequests(requests, people, day),
    ];
  }).flat();
}

/** On the morning of the second day, when the first has closed. */
function planLateJoiners(people: readonly Person[], lastDay: number): Stage[] {
  if (lastDay < 2) return [];
  const each = (act: 'apply' | 'pay'): Step[] =>
    people.flatMap(({ kind }, person) => (kind === 'joins_late' ? [{ do: act, person }] : []));
  return [{ atHours: 24 + MORNING, steps: [...each('apply'), ...each('pay')] }];
}

function settlesAtHours(policy: Policy): number {
  const { settlesAtMs } = settlementSchedule(policy, APPEAL_DAYS);
  if (settlesAtMs === null) throw new RangeError('make-ups without end');
  return (
    Math.ceil((settlesAtMs - Date.parse(`${policy.startsOn}T00:00${COHORT_ZONE}`)) / HOUR_MS) + SETTLES_AFTER_HOURS
  );
}

function planEnrolment(people: readonly Person[]): Stage[] {
  const each = (kinds: readonly PersonKind[], act: 'apply' | 'pay' | 'pay_again' | 'let_expire' | 'leave'): Step[] =>
    people.flatMap(({ kind }, person) => (kinds.includes(kind) ? [{ do: act, person }] : []));
  const atOnce = ['steady', 'pays_twice', 'leaves_early', 'quits'] as const;
  return [
    { atHours: APPLY_AT, steps: each([...atOnce, 'pays_late', 'abandons'], 'apply') },
    { atHours: APPLY_AT, steps: [...each(atOnce, 'pay'), ...each(['pays_twice'], 'pay_again')] },
    {
      atHours: LATER_AT,
      steps: [
        ...each(['abandons'], 'let_expire'),
        ...each(['takes_a_seat'], 'apply'),
        ...each(['takes_a_seat'], 'pay'),
      ],
    },
    { atHours: LATER_AT, steps: each(['pays_late'], 'pay') },
    { atHours: LEAVE_AT, steps: each(['leaves_early'], 'leave') },
  ].filter(({ steps }) => steps.length > 0);
}

/** Check-ins of the evening, some for the day before; now and then a day passes on which nobody is there. */
function planDay(random: Random, policy: Policy, people: readonly Person[], day: number): Stage[] {
  const isLeaptOver = random.chance(0.1);
  const evening: Step[] = people.flatMap(({ kind, diligence }, person): Step[] => {
    if (kind === 'abandons') return [];
    const quits: Step[] = kind === 'quits' && day === COOLING_OFF_DAYS ? [{ do: 'leave', person }] : [];
    const checkIn = (forDay: number): Step => ({
      do: 'check_in',
      person,
      day: forDay,
      characters: random.between(3, 40),
    });
    const made = day > 0 && random.chance(0.15) ? [checkIn(day - 1)] : [];
    const done = !isLeaptOver && random.chance(diligence / 100) ? [checkIn(day)] : [];
    return [...made, ...done, ...quits];
  });
  const rejected: Step[] = people.flatMap((_, person): Step[] =>
    policy.checkIn.review === 'instructor' && random.chance(0.12) ? [{ do: 'reject', person, day }] : [],
  );
  return [
    { atHours: day * 24 + EVENING, steps: evening },
    { atHours: (day + 1) * 24 + MORNING, steps: rejected },
  ].filter(({ steps }) => steps.length > 0);
}
