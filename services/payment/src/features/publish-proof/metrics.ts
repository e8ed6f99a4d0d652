import type { GaugeDefinition } from '@daka/service-kit';
import type { Coverages } from '../../ports';

/** What the last proofs say is missing, the same from every instance; infra/alerts has a rule on it. */
export function coverageGauges(coverages: Pick<Coverages, 'short'>): GaugeDefinition[] {
  return [
    {
      name: 'daka_uncovered_organisations',
      help: 'Organisations for whose learners less is held than is owed, by the last proof of deposits',
      read: async () => {
        const rows = await coverages.short();
        return [{ value: rows.reduce((sum, { organisations }) => sum + organisations, 0) }];
      },
    },
    {
      name: 'daka_uncovered_minor',
      help: 'How much less, in minor units',
      labelNames: ['currency'],
      read: async () =>
        (await coverages.short()).map(({ currency, missingMinor }) => ({ labels: { currency }, value: missingMinor })),
    },
  ];
}
