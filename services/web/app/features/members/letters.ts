/** The states of days by the letters in which the staff gets them; the contracts' own table, which pages do not load. */
export const STATES = {
  d: 'on_time',
  m: 'made_up',
  x: 'missed',
  r: 'rest',
  b: 'before',
  e: 'excused',
  o: 'open',
  u: 'upcoming',
  v: 'void',
} as const;

export type State = (typeof STATES)[keyof typeof STATES];

/** Null: the day is not in the member's plan. */
export function stateOf(letter: string | undefined): State | null {
  return STATES[letter as keyof typeof STATES] ?? null;
}

/** So many days after a first one. */
export function dayAt(startsOn: string, index: number): string {
  return new Date(Date.parse(`${startsOn}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
}
