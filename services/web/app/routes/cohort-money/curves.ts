import type { MoneyDay } from './read';

/** What is drawn, in the order of its importance. */
export const CURVES = ['held', 'refunded', 'forfeited'] as const;

type Told = Pick<MoneyDay, 'day' | 'total'>;

const DAY_MS = 86_400_000;
const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** From when to when, and the largest amount. */
export function span(days: readonly Told[]): { first: string; last: string; mostMinor: number } {
  const mostMinor = Math.max(0, ...days.flatMap(({ total }) => CURVES.map((name) => total[`${name}Minor`])));
  return { first: days[0]?.day ?? '', last: days.at(-1)?.day ?? '', mostMinor };
}

/**
 * A line of steps: what stands at the end of a day stands until money moves again. Days without a movement are as wide as any other.
 */
export function pathOf(
  days: readonly Told[],
  name: (typeof CURVES)[number],
  { width, height }: { width: number; height: number },
): string {
  const { first, last, mostMinor } = span(days);
  if (days.length === 0) return '';
  const count = (ms(last) - ms(first)) / DAY_MS + 1;
  const x = (day: string): number => round((width * (ms(day) - ms(first))) / DAY_MS / count);
  const y = (minor: number): number => round(mostMinor === 0 ? height : height - (height * minor) / mostMinor);
  const steps = days.map(({ day, total }, index) => {
    const at = y(total[`${name}Minor`]);
    return index === 0 ? `M${x(day)} ${at}` : `H${x(day)} V${at}`;
  });
  return `${steps.join(' ')} H${width}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
