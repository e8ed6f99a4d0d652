import type { GaugeDefinition } from '@daka/service-kit';
import { CAUSES } from '../../domain/reconcile/judge';
import type { Report } from '../../domain/reconcile/report';
import type { Reconciliations } from '../../ports';

/** The last run's outcome, the same from every instance; infra/alerts has rules on them. */
export function reconciliationGauges(reconciliations: Pick<Reconciliations, 'latest'>): GaugeDefinition[] {
  const of = (pick: (report: Report) => { value: number; labels?: Record<string, string> }[]) => async () => {
    const report = await reconciliations.latest();
    return report === null ? [] : pick(report);
  };
  return [
    {
      name: 'daka_reconciliation_differences',
      help: 'Differences between ledger and processor found by the last comparison, by likely cause',
      labelNames: ['cause'],
      read: of(({ causes }) => CAUSES.map((cause) => ({ labels: { cause }, value: causes[cause] ?? 0 }))),
    },
    {
      name: 'daka_reconciliation_difference_minor',
      help: 'The amounts of those differences, none hiding another, in minor units',
      labelNames: ['currency'],
      read: of(({ totals }) =>
        totals.map(({ currency, grossDifferenceMinor }) => ({ labels: { currency }, value: grossDifferenceMinor })),
      ),
    },
    {
      name: 'daka_reconciliation_in_flight',
      help: 'Movements that the last comparison found on their way',
      read: of(({ inFlight }) => [{ value: inFlight }]),
    },
    {
      name: 'daka_reconciliation_last_run_timestamp_seconds',
      help: 'When the last comparison of ledger and processor ended; 0: never',
      read: async () => [{ value: ((await reconciliations.latest())?.finishedAtMs ?? 0) / 1_000 }],
    },
  ];
}
