import { createAggregateStore, type AggregateStore, type MongoConnection, type StoreIndex } from '@daka/service-kit';
import {
  type CohortBook,
  type CohortBookEvent,
  cohortPostingsOf,
  evolveCohortBook,
  upcastCohortBook,
} from '../../domain/cohort-book';
import type { CohortBooks } from '../../ports';
import { chained, type Kept } from './chained';
import { moneyOfCohort } from './cohort-money';

export const COHORT_BOOKS = 'cohort_books';

const DUE = 'state.work.transferAtMs';
const indexes: readonly StoreIndex[] = [[{ [DUE]: 1 }, { partialFilterExpression: { [DUE]: { $type: 'number' } } }]];

/** What settled cohorts gave to organiser and charity, each with its journal. */
export function createCohortBooks(
  mongo: MongoConnection,
): CohortBooks & Pick<AggregateStore<Kept<CohortBook>, CohortBookEvent, never>, 'outbox' | 'publishes'> {
  const { evolve, alongside } = chained<CohortBook, CohortBookEvent>({
    evolve: evolveCohortBook,
    postingsOf: cohortPostingsOf,
    bookOf: ({ cohortId, currency }) => ({ book: `cohort:${cohortId}`, cohortId, currency }),
  });
  const { load, change, applyMessage, outbox, publishes, model } = createAggregateStore<
    Kept<CohortBook>,
    CohortBookEvent,
    never
  >({ mongo, name: COHORT_BOOKS, evolve, alongside, upcasts: [upcast], indexes, publishes: [], publish: () => [] });
  return {
    load,
    change,
    applyMessage,
    outbox,
    publishes,
    moneyOf: moneyOfCohort(mongo),
    async dueForTransfers(wallAtMs, limit) {
      const found = await model.collection
        .find({ [DUE]: { $type: 'number', $lte: wallAtMs } }, { projection: { _id: 1 } })
        .sort({ [DUE]: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ _id }) => String(_id));
    },
  };
}

function upcast(stored: Parameters<typeof upcastCohortBook>[0] & Pick<Kept<CohortBook>, 'ledger'>): Kept<CohortBook> {
  return upcastCohortBook(stored);
}
