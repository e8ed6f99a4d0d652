import { type AggregateStore, createAggregateStore, type MongoConnection } from '@daka/service-kit';
import {
  type Coverage,
  type CoverageEvent,
  coverageMessages,
  evolveCoverage,
  noteCoverage,
} from '../../domain/proof/coverage';
import type { Coverages } from '../../ports';

const COVERAGES = 'coverages';

interface Row {
  _id: string;
  organisations: number;
  missingMinor: number;
}

/** One document an organisation that ever held less than it owed. */
export function createCoverages(
  mongo: MongoConnection,
): Coverages & Pick<AggregateStore<Coverage, CoverageEvent, 'payment.organisation'>, 'outbox' | 'publishes'> {
  const { change, outbox, publishes } = createAggregateStore<Coverage, CoverageEvent, 'payment.organisation'>({
    mongo,
    name: COVERAGES,
    evolve: evolveCoverage,
    publishes: ['payment.organisation'],
    publish: coverageMessages,
  });
  return {
    outbox,
    publishes,
    async note(organisationId, days) {
      await change(organisationId, (coverage) => noteCoverage(coverage, days));
    },
    async short() {
      const pipeline = [
        { $unwind: '$state.currencies' },
        { $match: { 'state.currencies.missingMinor': { $gt: 0 } } },
        {
          $group: {
            _id: '$state.currencies.currency',
            organisations: { $sum: 1 },
            missingMinor: { $sum: '$state.currencies.missingMinor' },
          },
        },
      ];
      const rows = await mongo.connection.collection(COVERAGES).aggregate<Row>(pipeline).toArray();
      return rows.map(({ _id: currency, ...row }) => ({ currency, ...row }));
    },
  };
}
