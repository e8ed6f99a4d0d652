import type { Finding } from '../../domain/reconcile/judge';
import type { Reconciliations } from '../../ports';

const BATCH = 200;
/** A ledger that is wrong all over needs no list of a million. */
const MAX_KEPT = 10_000;
/** Payouts to the bank are told for a while and counted for ever. */
const OUTSIDE_TOLD_MS = 31 * 86_400_000;

/** Keeps a run's findings, batch by batch. */
export function createNotebook(reconciliations: Pick<Reconciliations, 'keep'>, run: string, startedAtMs: number) {
  let batch: Finding[] = [];
  let kept = 0;
  let notKept = 0;

  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    await reconciliations.keep(run, kept, batch);
    kept += batch.length;
    batch = [];
  }

  return {
    async add(finding: Finding): Promise<void> {
      const isOld =
        finding.state === 'outside' && finding.movedAtMs !== null && finding.movedAtMs < startedAtMs - OUTSIDE_TOLD_MS;
      if (isOld || kept + batch.length >= MAX_KEPT) {
        notKept += 1;
        return;
      }
      batch.push(finding);
      if (batch.length >= BATCH) await flush();
    },
    /** Answers how many were only counted. */
    async close(): Promise<number> {
      await flush();
      return notKept;
    },
  };
}
