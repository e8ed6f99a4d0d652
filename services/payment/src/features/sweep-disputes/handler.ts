import type { AccountId, ApplyDispute, Ports } from '../../ports';

const MARK = 'disputes';
/** Disputes that the processor lists late are still seen. */
const OVERLAP_MS = 3_600_000;

/** For webhooks that never come: all disputes opened since the last time that all were seen. */
export function createSweepDisputes({
  processor,
  marks,
  accounts,
  applyDispute,
}: Pick<Ports, 'processor' | 'marks'> & { accounts: Pick<Ports['accounts'], 'all'>; applyDispute: ApplyDispute }) {
  return async function sweepDisputes(signal: AbortSignal): Promise<void> {
    for (const accountId of [null, ...(await accounts.all())]) if (!signal.aborted) await sweep(accountId, signal);
  };

  async function sweep(accountId: AccountId, signal: AbortSignal): Promise<void> {
    const mark = accountId === null ? MARK : `${MARK}:${accountId}`;
    const sinceMs = ((await marks.load(mark)) ?? 0) - OVERLAP_MS;
    const reports = await processor.disputesSince(Math.max(0, sinceMs), accountId);
    let seenMs: number | null = null;
    let isGapless = true;
    // From the oldest on: the mark never passes one that must be looked at again.
    for (const report of [...reports].reverse()) {
      if (signal.aborted) break;
      if ((await applyDispute(report)) === 'too early') isGapless = false;
      if (isGapless) seenMs = report.openedAtMs;
    }
    if (seenMs !== null) await marks.save(mark, seenMs);
  }
}
