import type { Random } from '@daka/service-kit/testing';
import type { Person, PersonKind } from './people';
import type { Stage, Step } from './steps';
import { AFTERNOON } from './times';

type DisputeEnd = 'won' | 'lost';
type HandAnswer = 'confirmed' | 'objected' | 'unanswered';

const PAYING: readonly PersonKind[] = ['steady', 'pays_twice', 'quits', 'takes_a_seat', 'joins_late'];
const HOURS_BETWEEN = 6;

/** A dispute most of the time: from the middle of the course on, decided at once, or only when all else is over. */
export function planDispute(
  random: Random,
  people: readonly Person[],
  { seed, lastDay, endsAtHours }: { seed: number; lastDay: number; endsAtHours: number },
): Stage[] {
  if (random.chance(0.15)) return [];
  const person = random.pick(payersAmong(people));
  const opensAt = random.between(0, Math.max(0, lastDay - 1)) * 24 + AFTERNOON;
  const isLong = random.chance(0.4);
  // By the seed, so that a few schedules in a row have both.
  const as: DisputeEnd = seed % 2 === 0 ? 'won' : 'lost';
  return [
    { atHours: lastDay === 0 ? endsAtHours + 1 : opensAt, steps: [{ do: 'dispute', person }] },
    {
      atHours: isLong || lastDay === 0 ? endsAtHours + HOURS_BETWEEN : opensAt + HOURS_BETWEEN,
      steps: [{ do: 'close_dispute', person, as }],
    },
  ];
}

/** When all is over banks give refunds back; the organiser says to have paid them by hand, and learners confirm, object or keep silent. */
export function planHandPayments(random: Random, people: readonly Person[], endsAtHours: number): Stage[] {
  const chosen = random.shuffle(payersAmong(people)).slice(0, 3);
  const answers = random.shuffle<HandAnswer>(['confirmed', 'objected', 'unanswered']);
  const each = (make: (person: number, index: number) => Step[]): Step[] => chosen.flatMap(make);
  const at = (step: number, steps: Step[]): Stage => ({ atHours: endsAtHours + step * HOURS_BETWEEN, steps });
  return [
    at(
      2,
      each((person) => [{ do: 'bank_returns', person }]),
    ),
    at(
      3,
      each((person) => [{ do: 'pay_by_hand', person, inParts: random.between(1, 2) }]),
    ),
    at(
      4,
      each((person, index) => {
        const as = answers[index] ?? 'confirmed';
        return as === 'unanswered' ? [] : [{ do: 'answer_by_hand', person, as }];
      }),
    ),
    // Who objected may find it after all.
    at(
      5,
      each((person, index) =>
        answers[index] === 'objected' && random.chance(0.3) ? [{ do: 'answer_by_hand', person, as: 'confirmed' }] : [],
      ),
    ),
  ];
}

/** Two at least: there are always two who are steady. */
function payersAmong(people: readonly Person[]): [number, ...number[]] {
  const [first = 0, ...rest] = people.flatMap(({ kind }, person) => (PAYING.includes(kind) ? [person] : []));
  return [first, ...rest];
}
