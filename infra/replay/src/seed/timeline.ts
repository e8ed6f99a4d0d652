/** Something that happens at an instant of the virtual clock. */
export interface Act {
  atMs: number;
  run(): Promise<void>;
}

/** Lets acts happen in order of time, those of one instant side by side; what lies after `untilMs` does not happen. */
export async function playTimeline(
  acts: readonly Act[],
  untilMs: number,
  setClock: (iso: string) => void,
): Promise<void> {
  const past = acts.filter(({ atMs }) => atMs <= untilMs).sort((left, right) => left.atMs - right.atMs);
  for (let first = 0, next = 0; first < past.length; first = next) {
    const atMs = past[first]?.atMs ?? 0;
    while (past[next]?.atMs === atMs) next += 1;
    setClock(new Date(atMs).toISOString());
    await Promise.all(past.slice(first, next).map(({ run }) => run()));
  }
}
