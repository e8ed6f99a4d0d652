import type { StoreIndex } from '@daka/service-kit';
import type { Collection } from 'mongoose';
import type { Book } from '../../domain/book';
import { isHoldOf } from '../../domain/credit';
import type { Now } from '../../domain/patience';
import type { Books } from '../../ports';

export const TRANSFERS_DUE: StoreIndex = [
  { 'state.work.transfer.isOut': 1, 'state.organisationId': 1, 'state.work.transfer.atMs': 1 },
  { partialFilterExpression: { 'state.work.transfer.atMs': { $type: 'number' } } },
];

/** Organisations in one question. */
const ORGANISATIONS = 200;

export function dueForTransfers(collection: Collection): Books['dueForTransfers'] {
  async function due(filter: object, { atMs, wallAtMs }: Now, limit: number): Promise<string[]> {
    const found = await collection
      .find(
        {
          ...filter,
          // Without the type, MongoDB does not see that the index has all that is asked for, and reads every book.
          'state.work.transfer.atMs': { $type: 'number', $lte: wallAtMs },
          'state.work.transfer.fromMs': { $lte: atMs },
        },
        { projection: { _id: 1 } },
      )
      .sort({ 'state.work.transfer.atMs': 1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id }) => String(_id));
  }

  return async (now, organisationIds, limit) => {
    const found = await due({ 'state.work.transfer.isOut': false }, now, limit);
    for (let start = 0; start < organisationIds.length && found.length < limit; start += ORGANISATIONS) {
      const some = organisationIds.slice(start, start + ORGANISATIONS);
      const filter = { 'state.work.transfer.isOut': true, 'state.organisationId': { $in: some } };
      found.push(...(await due(filter, now, limit - found.length)));
    }
    return found;
  };
}

/** The holds that named this enrolment and were used, in books whose money is in an organiser's own account. */
export function creditFromElsewhere(collection: Collection): Books['creditFromElsewhere'] {
  return async ({ enrolmentId, learnerId, organisationId, creditUsedMinor }) => {
    if (creditUsedMinor === 0) return 0;
    const found = await collection
      .find<{ state: Pick<Book, 'creditHolds'> }>(
        {
          'state.learnerId': learnerId,
          'state.organisationId': organisationId,
          'state.charges.0.accountId': { $type: 'string' },
        },
        { projection: { 'state.creditHolds': 1 } },
      )
      .toArray();
    return found
      .flatMap(({ state }) => state.creditHolds ?? [])
      .reduce(
        (sum, { key, status, amountMinor }) =>
          status === 'moved' && isHoldOf(key, enrolmentId) ? sum + amountMinor : sum,
        0,
      );
  };
}
