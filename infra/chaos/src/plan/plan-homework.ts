import type { Policy } from '@daka/rules';
import type { Random } from '@daka/service-kit/testing';
import type { Person } from './people';
import type { Stage, Step } from './steps';
import { AFTERNOON, MORNING } from './times';

/** Some time after everybody has applied. */
const SET_AT = -20;

/** Homework for some of the days, and perhaps one for whichever day runs; handed in early, in time or late, some of it twice. Rest days are asked for as well, and refused. */
export function planHomework(random: Random, policy: Policy, people: readonly Person[], lastDay: number): Stage[] {
  if (!policy.checkIn.accepts.includes('homework')) return [];
  const days = Array.from({ length: lastDay }, (_, day) => day);
  const assigned = random.shuffle(days).slice(0, random.between(1, 3));
  const open = random.chance(0.5) ? [null] : [];
  const set: Step[] = [...assigned, ...open].map((day) => ({ do: 'set_homework', day }));
  const openOn = random.between(0, Math.max(0, lastDay - 1));
  return [
    { atHours: SET_AT, steps: set },
    ...[...assigned, ...open].flatMap((day) => planHandIns(random, people, day, day ?? openOn, lastDay)),
    ...days.map((day): Stage => ({
      atHours: (day + 1) * 24 + MORNING,
      steps: random.chance(0.8)
        ? [{ do: 'answer_homework', verdict: random.pick(['accepted', 'changes_requested'] as const) }]
        : [],
    })),
  ];
}

function planHandIns(
  random: Random,
  people: readonly Person[],
  day: number | null,
  on: number,
  lastDay: number,
): Stage[] {
  return people.flatMap(({ kind, diligence }, person): Stage[] => {
    if (kind === 'abandons' || !random.chance(Math.max(0.4, diligence / 100))) return [];
    const handsIn = (when: number): Stage => ({
      atHours: when * 24 + AFTERNOON,
      steps: [{ do: 'hand_in', person, day, on: when, characters: random.between(3, 40) }],
    });
    const shift = day === null ? 0 : random.pick([0, 0, 0, -1, 1]);
    const first = Math.min(Math.max(0, on + shift), lastDay - 1);
    const again = random.chance(0.3) && first + 1 < lastDay ? [handsIn(first + 1)] : [];
    return [handsIn(first), ...again];
  });
}
