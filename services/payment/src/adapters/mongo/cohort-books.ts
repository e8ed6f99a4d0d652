import { createAggregateStore, type AggregateStore, type MongoConnection } from '@daka/service-kit';
import { type CohortBook, type CohortBookEvent, cohortPostingsOf, evolveCohortBook } from '../../domain/cohort-book';
import type { CohortBooks } from '../../ports';
import { chained, type Kept } from './chained';

export const COHORT_BOOKS = 'cohort_books';

/** What settled cohorts gave to organiser and charity, each with its journal. */
export function createCohortBooks(
  mongo: MongoConnection,
): CohortBooks & Pick<AggregateStore<Kept<CohortBook>, CohortBookEvent, never>, 'outbox' | 'publishes'> {
  const { evolve, alongside } = chained<CohortBook, CohortBookEvent>({
    evolve: evolveCohortBook,
    postingsOf: cohortPostingsOf,
    bookOf: ({ cohortId, currency }) => ({ book: `cohort:${cohortId}`, cohortId, currency }),
  });
  const { load, applyMessage, outbox, publishes } = createAggregateStore<Kept<CohortBook>, CohortBookEvent, never>({
    mongo,
    name: COHORT_BOOKS,
    evolve,
    alongside,
    publishes: [],
    publish: () => [],
  });
  return { load, applyMessage, outbox, publishes };
}
