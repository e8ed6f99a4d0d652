import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { StripeAccounts } from '../../ports';

interface Stored {
  _id: string;
  accountId: string | null;
  /** Every one ever chosen. */
  known: string[];
  changes: { accountId: string | null; byId: string; atMs: number }[];
}

interface Binding {
  /** The account. */
  _id: string;
  organisationId: string;
}

const MAX_CHANGES_KEPT = 100;

/** One document an organisation. */
export function createStripeAccounts({ connection }: MongoConnection): StripeAccounts {
  const accounts = connection.collection<Stored>('stripe_accounts');
  const bindings = connection.collection<Binding>('stripe_account_bindings');

  /** The first organisation that chooses an account has it; one that others had chosen before bindings were kept is theirs. */
  async function bind(accountId: string, organisationId: string): Promise<boolean> {
    const elsewhere = await accounts.findOne({ known: accountId, _id: { $ne: organisationId } });
    if (elsewhere && !(await accounts.findOne({ _id: organisationId, known: accountId }))) return false;
    try {
      await bindings.insertOne({ _id: accountId, organisationId });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await bindings.findOne({ _id: accountId }))?.organisationId === organisationId;
    }
  }

  return {
    of: async (organisationId) => (await accounts.findOne({ _id: organisationId }))?.accountId ?? null,
    async choose(organisationId, accountId, byId, atMs) {
      if (accountId !== null && !(await bind(accountId, organisationId))) return false;
      await accounts.updateOne(
        { _id: organisationId },
        {
          $set: { accountId },
          $push: { changes: { $each: [{ accountId, byId, atMs }], $slice: -MAX_CHANGES_KEPT } },
          ...(accountId === null ? {} : { $addToSet: { known: accountId } }),
        },
        { upsert: true },
      );
      return true;
    },
    organisations: async () =>
      (await accounts.find({ accountId: { $ne: null } }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
    async all() {
      return (await accounts.distinct('known')).sort();
    },
  };
}
