import type { MongoConnection } from '@daka/service-kit';
import type { StripeAccounts } from '../../ports';

interface Stored {
  _id: string;
  accountId: string | null;
  /** Every one ever chosen. */
  known: string[];
  changes: { accountId: string | null; byId: string; atMs: number }[];
}

const MAX_CHANGES_KEPT = 100;

/** One document an organisation. */
export function createStripeAccounts({ connection }: MongoConnection): StripeAccounts {
  const accounts = connection.collection<Stored>('stripe_accounts');
  return {
    of: async (organisationId) => (await accounts.findOne({ _id: organisationId }))?.accountId ?? null,
    async choose(organisationId, accountId, byId, atMs) {
      await accounts.updateOne({ _id: organisationId }, {
        $set: { accountId },
        $push: { changes: { $each: [{ accountId, byId, atMs }], $slice: -MAX_CHANGES_KEPT } },
        ...(accountId === null ? {} : { $addToSet: { known: accountId } }),
      }, { upsert: true });
    },
    async all() {
      return (await accounts.distinct('known')).sort();
    },
  };
}
