import {
  createAggregateStore,
  createFacts,
  type AggregateStore,
  type MongoConnection,
  type StoreIndex,
} from '@daka/service-kit';
import type { Collection } from 'mongoose';
import type { Book } from '../../domain/book';
import type { BookEvent } from '../../domain/book-events';
import { decisionsInBook } from '../../domain/decisions-in-book';
import { evolveBook } from '../../domain/evolve-book';
import { EMPTY_LEDGER } from '../../domain/ledger/entry';
import { postingsOf } from '../../domain/ledger/postings';
import { bookMessages } from '../../domain/messages';
import { type StoredBook, upcastBook } from '../../domain/upcast-book';
import type { Books } from '../../ports';
import { newSalt } from '../salt';
import { DECISIONS, decisionDocument } from './decisions';
import { chained, type Kept } from './chained';
import { disputesIn, handWorkIn, TO_TEND } from './books-to-tend';
import { creditFromElsewhere, dueForTransfers, TRANSFERS_DUE } from './books-to-transfer';
import { PAYABLES, payablesOf } from './payables';
import { type Summed, summed } from './summed';

export const BOOKS = 'books';

/** What `work.lookAtMs` was called in books that nobody has changed since. */
const FORMER_LOOK = 'state.work.checkoutsAtMs';
const notSince = { 'state.work.lookAtMs': { $exists: false } };

/** A book with the place of its journal, and whether the sums of its cohort count it. */
export type KeptBook = Summed<Kept<Book>>;

export type MongoBooks = Omit<Books, 'load'> &
  Pick<AggregateStore<KeptBook, BookEvent, 'payment.enrolment'>, 'load' | 'outbox' | 'publishes' | 'stateOf'>;

const indexes: readonly StoreIndex[] = [
  [{ 'state.work.refundsAtMs': 1 }, { partialFilterExpression: { 'state.work.refundsAtMs': { $type: 'number' } } }],
  [{ 'state.work.lookAtMs': 1 }, { partialFilterExpression: { 'state.work.lookAtMs': { $type: 'number' } } }],
  [{ [FORMER_LOOK]: 1 }, { partialFilterExpression: { [FORMER_LOOK]: { $type: 'number' } } }],
  TRANSFERS_DUE,
  PAYABLES,
  ...TO_TEND,
  [{ 'state.cohortId': 1, _id: 1 }],
  [{ 'state.isSummed': 1, 'state.cohortId': 1 }],
  [{ 'state.isRecorded': 1, 'state.cohortId': 1 }],
  [{ 'state.learnerId': 1, 'state.organisationId': 1 }],
  [{ 'state.organisationId': 1, _id: 1 }],
];

/** The books of all enrolments, each with its journal. */
export function createBooks(mongo: MongoConnection): MongoBooks {
  const { evolve, alongside } = summed(
    chained<Book, BookEvent>({
      evolve: evolveBook,
      postingsOf,
      // A book without a price has no postings, and so no entry ever shows this currency.
      bookOf: ({ enrolmentId, cohortId, price }) => ({
        book: enrolmentId,
        cohortId,
        currency: price?.currency ?? 'XXX',
      }),
    }),
  );
  const store = createAggregateStore<KeptBook, BookEvent, 'payment.enrolment'>({
    mongo,
    name: BOOKS,
    evolve,
    alongside: (change) => [
      ...alongside(change),
      { collection: DECISIONS, documents: decisionDocuments(change.after, change.events) },
    ],
    // What versions lack (1: what came of tries to pay, 2: transfers) is given by the same function, which leaves the rest as it is.
    upcasts: [upcast, upcast, upcast],
    publishes: ['payment.enrolment'],
    publish: bookMessages,
    indexes,
  });
  const found = async (filter: Record<string, unknown>, options: Parameters<Books['ofCohort']>[1]) =>
    (await store.find(filter, options)).map(({ state }) => upcast(state));
  return {
    load: store.load,
    partiesOf: createFacts(store.load, ({ learnerId, cohortId }) => ({ learnerId, cohortId })),
    change: store.change,
    applyMessage: store.applyMessage,
    outbox: store.outbox,
    publishes: store.publishes,
    stateOf: store.stateOf,
    ...dueBooks(store.model.collection),
    ...payablesOf(store.model.collection),
    dueForTransfers: dueForTransfers(store.model.collection),
    creditFromElsewhere: creditFromElsewhere(store.model.collection),
    async withCredit({ learnerId, organisationId, currency }, limit) {
      const filter = {
        'state.learnerId': learnerId,
        'state.organisationId': organisationId,
        'state.price.currency': currency,
        'state.balances.learner_credit': { $lt: 0 },
      };
      return (await store.find(filter, { limit })).map(({ id }) => id);
    },
    ofCohort: (cohortId, options) => found({ 'state.cohortId': cohortId, 'state.price': { $ne: null } }, options),
    withHandWork: (cohortId, options) => found(handWorkIn(cohortId), options),
    withDispute: (cohortId, { isOpen, ...options }) => found(disputesIn(cohortId, isOpen), options),
  };
}

/** What was decided about this enrolment, written with its book. */
function decisionDocuments(book: Book, events: readonly BookEvent[]): object[] {
  const { cohortId, organisationId, enrolmentId, learnerId, price } = book;
  const owner = { cohortId, organisationId, enrolmentId, currency: price?.currency ?? null };
  return decisionsInBook(events, owner, learnerId).map((decision) => decisionDocument(decision, newSalt()));
}

/** Books that wait for a look at their refunds, or at anything else. */
function dueBooks(collection: Collection): Pick<Books, 'dueForRefunds' | 'dueForLook' | 'countPending'> {
  async function due(path: string, wallAtMs: number, limit: number, more: object = {}): Promise<string[]> {
    const found = await collection
      .find({ [path]: { $type: 'number', $lte: wallAtMs }, ...more }, { projection: { _id: 1 } })
      .sort({ [path]: 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => String(_id));
  }

  return {
    dueForRefunds: (wallAtMs, limit) => due('state.work.refundsAtMs', wallAtMs, limit),
    async dueForLook(wallAtMs, limit) {
      const found = await due('state.work.lookAtMs', wallAtMs, limit);
      return found.length < limit
        ? [...found, ...(await due(FORMER_LOOK, wallAtMs, limit - found.length, notSince))]
        : found;
    },
    countPending: () => collection.countDocuments({ 'state.work.refundsAtMs': { $type: 'number' } }),
  };
}

function upcast(stored: StoredBook & Partial<Pick<KeptBook, 'ledger' | 'isSummed' | 'isRecorded'>>): KeptBook {
  const { ledger = EMPTY_LEDGER, isSummed = false, isRecorded = false } = stored;
  return { ...upcastBook(stored), ledger, isSummed, isRecorded };
}
