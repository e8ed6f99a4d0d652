import { type Policy, settlementSchedule } from '@daka/rules';
import type { Person, PersonKind } from './people';
import { APPEAL_DAYS, COHORT_ZONE, COOLING_OFF_DAYS } from './policy';
import type { Random } from '@daka/service-kit/testing';

/** What one person does at one instant; `person` is an index. */
export type Step =
  | { do: 'apply' | 'pay' | 'pay_again' | 'let_expire' | 'leave'; person: number }
  | { do: 'check_in'; person: number; day: number; characters: number }
  | { do: 'reject'; person: number; day: number }
  /** Against the rejection of that day, or against the removal. */
  | { do: 'appeal'; person: number; day: number; of: 'rejected_entry' | 'removal' }
  /** To all that the person appealed. */
  | { do: 'answer'; person: number; decision: 'upheld' | 'dismissed' }
  /** Asks to be excused on that day. */
  | { do: 'ask_leave'; person: number; day: number }
  /** To all leave that the person has asked for. */
  | { do: 'decide_leave'; person: number; isApproved: boolean }
  /** Takes all that was dismissed to the platform's arbiter, of whom there is none here: time answers. */
  | { do: 'escalate'; person: number }
  | { do: 'cancel' }
  | { do: 'settle' };

/** Steps at one instant of the domain clock: those of one person in order, people side by side. */
export interface Stage {
  /** From the cohort's midnight of the first plan day. */
  atHours: number;
  steps: readonly Step[];
}

const APPLY_AT = -30;
/** The holds of half an hour have run out by then. */
const LATER_AT = -29;
const LEAVE_AT = -5;
const EVENING = 20;
const MORNING = 10;
const HOUR_MS = 3_600_000;
/** After the announced instant; with homework or not. */
const SETTLES_AFTER_HOURS = 2;

/** A cohort's life from the first application to the settlement, or to the day on which it is cancelled; appeals and requests have draws of their own. */
export function planStages(
  { random, appeals, requests }: { random: Random; appeals: Random; requests: Random },
  policy: Policy,
  people: readonly Person[],
): Stage[] {
  const cancelDay = random.chance(0.2) ? random.between(0, policy.days - 1) : null;
  const days = Array.from({ length: cancelDay ?? policy.days }, (_, day) => {
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
  const end: Stage =
    cancelDay === null
      ? { atHours: settlesAtHours(policy), steps: [{ do: 'settle' }] }
      : { atHours: cancelDay * 24 + MORNING, steps: [{ do: 'cancel' }] };
  return [...planEnrolment(people), ...days, end];
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

/** Leave is asked for on the morning after, mostly decided and sometimes by time alone; now and then somebody is not content with a dismissal. */
function planRequests(random: Random, people: readonly Person[], day: number): Stage[] {
  const asked = people.flatMap((_, person): Step[] =>
    random.chance(0.15) ? [{ do: 'ask_leave', person, day: Math.max(0, day - random.between(-1, 1)) }] : [],
  );
  const decided = asked.flatMap((step): Step[] =>
    'person' in step && random.chance(0.7)
      ? [{ do: 'decide_leave', person: step.person, isApproved: random.chance(0.6) }]
      : [],
  );
  const taken = people.flatMap((_, person): Step[] => (random.chance(0.3) ? [{ do: 'escalate', person }] : []));
  return [asked, [...decided, ...taken]]
    .filter((each) => each.length > 0)
    .map((each) => ({ atHours: (day + 1) * 24 + MORNING, steps: each }));
}

/** More check-ins are rejected, and most who were appeal, as does now and then somebody who may have been removed; all may be answered before the next evening. */
function planAppeals(
  { random, policy, people }: { random: Random; policy: Policy; people: readonly Person[] },
  stages: readonly Stage[],
  day: number,
): Stage[] {
  const steps = stages.flatMap((stage) => stage.steps);
  const isReviewed = policy.checkIn.review === 'instructor';
  const rejected = steps.flatMap((step): Step[] =>
    step.do === 'check_in' && isReviewed && random.chance(0.3)
      ? [{ do: 'reject', person: step.person, day: step.day }]
      : [],
  );
  const appeals = [
    ...[...steps, ...rejected].flatMap((step): Step[] =>
      step.do === 'reject' && random.chance(0.8)
        ? [{ do: 'appeal', person: step.person, day: step.day, of: 'rejected_entry' }]
        : [],
    ),
    ...people.flatMap((_, person): Step[] =>
      policy.removal.per !== 'never' && random.chance(0.2) ? [{ do: 'appeal', person, day, of: 'removal' }] : [],
    ),
  ];
  const answers = appeals.flatMap((step): Step[] =>
    'person' in step
      ? [{ do: 'answer', person: step.person, decision: random.pick(['upheld', 'dismissed'] as const) }]
      : [],
  );
  return [rejected, appeals, answers]
    .filter((each) => each.length > 0)
    .map((each) => ({ atHours: (day + 1) * 24 + MORNING, steps: each }));
}
