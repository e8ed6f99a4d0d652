import type { Random } from '@daka/service-kit/testing';

/**
 * What a learner does besides checking in. `takes_a_seat` comes when the holds of those who did not pay have run out,
 * and may get the seat for which `pays_late` pays.
 */
export type PersonKind =
  | 'steady'
  | 'pays_twice'
  | 'pays_late'
  | 'abandons'
  | 'leaves_early'
  | 'quits'
  | 'takes_a_seat'
  /** When days have closed already. */
  | 'joins_late';

export interface Person {
  kind: PersonKind;
  timeZone: string;
  /** How likely a day is done, in percent. */
  diligence: number;
}

const ZONES = ['Asia/Shanghai', 'Asia/Kolkata', '+09:00'] as const;
const MORE = [
  'steady',
  'pays_twice',
  'pays_late',
  'abandons',
  'leaves_early',
  'quits',
  'takes_a_seat',
  'joins_late',
] as const;
/** Most people in one schedule. */
export const MOST_PEOPLE = 7;

/** Two steady learners, and others of every kind. */
export function planPeople(random: Random): Person[] {
  const kinds: PersonKind[] = [
    'steady',
    'steady',
    ...random.shuffle(MORE).slice(0, random.between(3, MOST_PEOPLE - 2)),
  ];
  return kinds.map((kind) => ({ kind, timeZone: random.pick(ZONES), diligence: random.pick([100, 95, 80, 50, 10]) }));
}
