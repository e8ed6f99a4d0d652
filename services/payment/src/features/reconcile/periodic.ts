import type { Report } from '../../domain/reconcile/report';
import type { Clocks, Reconciliations } from '../../ports';
import type { ReconcileOptions } from './handler';

/** A failed run is tried again this soon, by any instance. */
const TRY_AGAIN_MS = 60_000;

interface Ports {
  reconcile(options: ReconcileOptions): Promise<Report>;
  reconciliations: Pick<Reconciliations, 'takeTurn' | 'giveTurnBack'>;
  clocks: Pick<Clocks, 'wallMs'>;
  everyMs: number;
  onDifferences(report: Report): void;
}

/** One instance at a time, once in `everyMs`. */
export function createReconcileInTurn({ reconcile, reconciliations, clocks, everyMs, onDifferences }: Ports) {
  return async function reconcileInTurn(signal: AbortSignal): Promise<void> {
    if (!(await reconciliations.takeTurn(clocks.wallMs(), everyMs))) return;
    try {
      const report = await reconcile({ signal });
      if (report.differences > 0) onDifferences(report);
    } catch (error) {
      await reconciliations.giveTurnBack(clocks.wallMs() + Math.min(TRY_AGAIN_MS, everyMs), everyMs);
      throw error;
    }
  };
}
