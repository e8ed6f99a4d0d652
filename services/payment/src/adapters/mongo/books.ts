import { createAggregateStore, type AggregateStore, type MongoConnection } from '@daka/service-kit';
import type { Book, BookEvent } from '../../domain/book';
import { evolveBook } from '../../domain/evolve-book';
import { postingsOf } from '../../domain/ledger/postings';
import { paymentMessage } from '../../domain/messages';
import type { Books } from '../../ports';
import { chained, type Kept } from './chained';
import { cohortSums } from './cohort-sums';

export const BOOKS = 'books';

/** The books of all enrolments, each with its journal. */
export function createBooks(mongo: MongoConnection): Books & Pick<AggregateStore<Kept<Book>, BookEvent>, 'outbox'> {
  const { evolve, alongside } = chained<Book, BookEvent>({
    evolve: evolveBook,
    postingsOf,
    // A book without a price has no postings, and so no entry ever shows this currency.
    bookOf: ({ enrolmentId, cohortId, price }) => ({ book: enrolmentId, cohortId, currency: price?.currency ?? 'XXX' }),
  });
  const store = createAggregateStore<Kept<Book>, BookEvent>({
    mongo, name: BOOKS, evolve, alongside,
    publish: (event, book) => {
      const message = paymentMessage(event, book);
      return message && { topic: 'payment.enrolment', ...message };
    },
    indexes: [
      [{ 'state.work.refundsAtMs': 1 }, { partialFilterExpression: { 'state.work.refundsAtMs': { $type: 'number' } } }],
      [{ 'state.work.checkoutsAtMs': 1 }, { partialFilterExpression: { 'state.work.checkoutsAtMs': { $type: 'number' } } }],
      [{ 'state.cohortId': 1, _id: 1 }],
      [{ 'state.learnerId': 1, 'state.organisationId': 1 }],
      [{ 'state.organisationId': 1, _id: 1 }],
    ],
  });
  const { collection } = store.model;

  async function due(path: string, wallAtMs: number, limit: number): Promise<string[]> {
    const found = await collection.find({ [path]: { $type: 'number', $lte: wallAtMs } }, { projection: { _id: 1 } }).sort({ [path]: 1 }).limit(limit).toArray();
    return found.map(({ _id }) => String(_id));
  }

  return {
    // Through the store's cache: one look at the version instead of reading the whole book again.
    load: async (id) => (await store.change(id, () => [])).state ?? null,
    change: store.change,
    applyMessage: store.applyMessage,
    outbox: store.outbox,
    dueForRefunds: (wallAtMs, limit) => due('state.work.refundsAtMs', wallAtMs, limit),
    dueForCheckouts: (wallAtMs, limit) => due('state.work.checkoutsAtMs', wallAtMs, limit),
    async withCredit({ learnerId, organisationId, currency }, limit) {
      const filter = { 'state.learnerId': learnerId, 'state.organisationId': organisationId, 'state.price.currency': currency, 'state.balances.learner_credit': { $lt: 0 } };
      return (await store.find(filter, { limit })).map(({ id }) => id);
    },
    async ofCohort(cohortId, options) {
      const found = await store.find({ 'state.cohortId': cohortId, 'state.price': { $ne: null } }, options);
      return found.map(({ state }) => state);
    },
    sumsOf: (cohortId) => cohortSums(collection, cohortId),
    countPending: () => collection.countDocuments({ 'state.work.refundsAtMs': { $type: 'number' } }),
  };
}
