const RECENT_MS = 1_000;
const MAX_RECENT = 200;

/** One look a second for each id, however many ask; what it answers may be that old. A look that failed is not kept. */
export function createRecent<Found>(
  load: (id: string) => Promise<Found>,
  monotonic: { nowMs(): number } = { nowMs: () => performance.now() },
): (id: string) => Promise<Found> {
  const recent = new Map<string, { untilMs: number; found: Promise<Found> }>();
  return (id) => {
    const nowMs = monotonic.nowMs();
    const known = recent.get(id);
    if (known !== undefined && nowMs < known.untilMs) return known.found;
    if (recent.size >= MAX_RECENT) recent.clear();
    const look = { untilMs: nowMs + RECENT_MS, found: load(id) };
    recent.set(id, look);
    look.found.catch(() => {
      if (recent.get(id) === look) recent.delete(id);
    });
    return look.found;
  };
}
