import type { GaugeDefinition } from '@daka/service-kit';
import type { Config } from '../config';
import { createReconcile, type ReconcilePorts } from '../features/reconcile/handler';
import { reconciliationGauges } from '../features/reconcile/metrics';
import { createReconcileInTurn } from '../features/reconcile/periodic';
import type { Ports } from '../ports';

type Needs = Omit<ReconcilePorts, 'graceMs'> & Pick<Ports, 'logger'>;

/** How often an instance looks whether a comparison with the processor is due. */
const MAX_LOOK_MS = 60_000;

/** Compares the ledger with the processor, by itself and in turn. */
export function createReconciliation(ports: Needs, config: Pick<Config, 'RECONCILE_EVERY_MS' | 'RECONCILE_GRACE_MS'>) {
  const { reconciliations, clocks, logger } = ports;
  const everyMs = config.RECONCILE_EVERY_MS;
  const reconcile = createReconcile({ ...ports, graceMs: config.RECONCILE_GRACE_MS });
  const reconcileInTurn = createReconcileInTurn({
    reconcile,
    reconciliations,
    clocks,
    everyMs,
    onDifferences: ({ differences, causes }) =>
      logger.error({ differences, causes }, 'ledger and processor differ; npm run reconcile lists each'),
  });
  const gauges: GaugeDefinition[] = reconciliationGauges(reconciliations);
  return { gauges, periodics: [{ name: 'reconcile', everyMs: Math.min(everyMs, MAX_LOOK_MS), run: reconcileInTurn }] };
}
