import type { Policy } from '@daka/rules';
import type { Random } from '@daka/service-kit/testing';
import type { Person } from './people';
import type { Stage, Step } from './steps';
import { MORNING } from './times';

/** Leave is asked for on the morning after, mostly decided and sometimes by time alone; who is not content with a dismissal goes to the arbiter, who mostly rules. */
export function planRequests(random: Random, people: readonly Person[], day: number): Stage[] {
  const asked = people.flatMap((_, person): Step[] =>
    random.chance(0.15) ? [{ do: 'ask_leave', person, day: Math.max(0, day - random.between(-1, 1)) }] : [],
  );
  const decided = asked.flatMap((step): Step[] =>
    'person' in step && random.chance(0.7)
      ? [{ do: 'decide_leave', person: step.person, isApproved: random.chance(0.6) }]
      : [],
  );
  const taken = people.flatMap((_, person): Step[] => (random.chance(0.6) ? [{ do: 'escalate', person }] : []));
  const ruled: Step[] = random.chance(0.7)
    ? [{ do: 'rule', decision: random.pick(['upheld', 'dismissed'] as const) }]
    : [];
  return [asked, [...decided, ...taken], ruled]
    .filter((each) => each.length > 0)
    .map((each) => ({ atHours: (day + 1) * 24 + MORNING, steps: each }));
}

/** More check-ins are rejected, and most who were appeal, as does now and then somebody who may have been removed; all may be answered before the next evening. */
export function planAppeals(
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
