import type { Balances } from '../ledger/accounts';
import { EMPTY_LEDGER, type LedgerEntry, type LedgerHead } from '../ledger/entry';

/** A book as it stands, or stood: its balances after exactly the entries up to its head. */
export interface Snapshot {
  balances: Balances;
  head: LedgerHead;
}

/** The last entry's instant is absent in books from before it was kept. */
export type LatestSnapshot = Snapshot & { lastAtMs: number | undefined };

/** Whether the book must be looked at entry by entry to know how it stood at the cut. */
export function mayHaveMovedSince({ head, lastAtMs }: LatestSnapshot, cutAtMs: number): boolean {
  return head.seq > 0 && (lastAtMs === undefined || lastAtMs >= cutAtMs);
}

/**
 * How a book stood at the cut: what was posted from the cut on is taken back.
 * `entries` are the book's, in order of seq; those after `now.head` came while we were reading and are not in `now`.
 */
export function snapshotAtCut(
  now: Snapshot,
  entries: readonly Pick<LedgerEntry, 'seq' | 'atMs' | 'lines' | 'previousHash'>[],
  cutAtMs: number,
): Snapshot {
  const first = entries.findIndex(({ atMs }) => atMs >= cutAtMs);
  const firstEntry = entries[first];
  if (firstEntry === undefined || firstEntry.seq > now.head.seq) return now;
  const balances: Record<string, number> = { ...now.balances };
  for (const { seq, lines } of entries.slice(first)) {
    if (seq > now.head.seq) break;
    for (const { account, amountMinor } of lines) balances[account] = (balances[account] ?? 0) - amountMinor;
  }
  const seq = firstEntry.seq - 1;
  return { balances, head: seq === 0 ? EMPTY_LEDGER : { seq, hash: firstEntry.previousHash } };
}
