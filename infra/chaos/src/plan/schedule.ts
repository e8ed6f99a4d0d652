import type { Policy } from '@daka/rules';
import { planActs, type PlannedAct } from './acts';
import { planPeople, type Person, type PersonKind } from './people';
import { planPolicy } from './policy';
import { seededRandom } from '@daka/service-kit/testing';
import { planStages } from './stages';
import type { Stage } from './steps';

/** One cohort's life and what goes wrong in it: a pure function of the seed, and plain JSON. */
export interface Schedule {
  seed: number;
  /** Begins on FIRST_DAY; a run moves it by whole weeks. */
  policy: Policy;
  capacity: number;
  people: readonly Person[];
  stages: readonly Stage[];
  acts: readonly PlannedAct[];
}

/** Each part has its own draws, so that a new kind of fault leaves the people of old seeds as they were. */
export function planSchedule(seed: number): Schedule {
  const draws = (part: number) => seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(part, 0x85ebca6b));
  const policy = planPolicy(draws(1), draws(7));
  const people = planPeople(draws(2));
  const stages = planStages(
    seed,
    { random: draws(3), appeals: draws(5), requests: draws(6), homework: draws(8), money: draws(9) },
    policy,
    people,
  );
  const steps = stages.reduce((sum, stage) => sum + stage.steps.length, 0);
  return { seed, policy, capacity: seatsFor(people), people, stages, acts: planActs(draws(4), steps) };
}

/** Enough for all who apply first, and for who comes late; none is left for a late payment where somebody else took that seat. */
function seatsFor(people: readonly Person[]): number {
  const countOf = (kind: PersonKind) => people.filter((person) => person.kind === kind).length;
  const unpaid = countOf('abandons') + countOf('pays_late');
  const takers = countOf('takes_a_seat');
  const most = countOf('joins_late') > 0 ? Math.max(unpaid, takers + countOf('pays_late')) : Math.max(unpaid, takers);
  return people.length - unpaid - takers + most;
}
