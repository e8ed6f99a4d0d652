import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Collection } from 'mongoose';
import type { StripeAccounts } from '../../ports';

interface Stored {
  _id: string;
  accountId: string | null;
  /** Every one that learners may have paid into, as they once did. */
  known?: string[];
  changes?: { accountId: string | null; byId: string; atMs: number }[];
  /** The account that was created for the organisation; `lookAtMs` (wall clock): when it is looked at again, null: its owner has been through the onboarding. */
  onboarding?: { accountId: string; byId: string; lookAtMs: number | null };
}

interface Binding {
  /** The account: there is one organisation for it, which the index of ids holds. */
  _id: string;
  organisationId: string;
}

const MAX_CHANGES_KEPT = 100;
const LOOK = 'onboarding.lookAtMs';

/** One document an organisation. */
export async function createStripeAccounts({ connection }: MongoConnection): Promise<StripeAccounts> {
  const accounts = connection.collection<Stored>('stripe_accounts');
  const bindings = connection.collection<Binding>('stripe_account_bindings');
  await accounts.createIndex({ [LOOK]: 1 }, { partialFilterExpression: { [LOOK]: { $type: 'number' } } });

  /** An account that was chosen before bindings were kept is its organisation's, unless two had chosen it. */
  async function organisationOf(accountId: string): Promise<string | null> {
    const binding = await bindings.findOne({ _id: accountId });
    if (binding) return binding.organisationId;
    const [first, second] = await accounts.find({ known: accountId }).limit(2).toArray();
    return first && !second ? first._id : null;
  }

  return {
    organisationOf,
    of: async (organisationId) => (await accounts.findOne({ _id: organisationId }))?.accountId ?? null,
    async choose(organisationId, accountId, byId, atMs) {
      await accounts.updateOne({ _id: organisationId }, chosen(accountId, byId, atMs), { upsert: true });
    },
    organisations: async () =>
      (await accounts.find({ accountId: { $ne: null } }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id),
    async all() {
      return (await accounts.distinct('known')).map(String).sort();
    },
    ...onboarding(accounts, bindings),
  };
}

function onboarding(
  accounts: Collection<Stored>,
  bindings: Collection<Binding>,
): Pick<StripeAccounts, 'onboardingOf' | 'begin' | 'dueForLook' | 'lookAgain' | 'finish'> {
  return {
    async onboardingOf(organisationId) {
      const { accountId, lookAtMs } = (await accounts.findOne({ _id: organisationId }))?.onboarding ?? {};
      return accountId === undefined ? null : { accountId, isDone: lookAtMs === null };
    },
    async begin(organisationId, accountId, byId, lookAtMs) {
      try {
        await bindings.insertOne({ _id: accountId, organisationId });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        if ((await bindings.findOne({ _id: accountId }))?.organisationId !== organisationId) return null;
      }
      const begun = { accountId, byId, lookAtMs };
      await accounts.updateOne({ _id: organisationId }, { $setOnInsert: { accountId: null } }, { upsert: true });
      // Who asked at the same time has begun with the same account, or another one: the first stays.
      await accounts.updateOne(
        { _id: organisationId, onboarding: { $exists: false } },
        { $set: { onboarding: begun } },
      );
      return (await accounts.findOne({ _id: organisationId }))?.onboarding?.accountId ?? null;
    },
    async dueForLook(wallAtMs, limit) {
      const found = await accounts
        .find({ [LOOK]: { $type: 'number', $lte: wallAtMs } })
        .sort({ [LOOK]: 1 })
        .limit(limit)
        .toArray();
      return found.flatMap(({ onboarding: begun }) => (begun ? [begun.accountId] : []));
    },
    async lookAgain(accountId, lookAtMs) {
      await accounts.updateOne(
        { 'onboarding.accountId': accountId, [LOOK]: { $type: 'number' } },
        { $set: { [LOOK]: lookAtMs } },
      );
    },
    async finish(organisationId, accountId, atMs) {
      const begun = { _id: organisationId, 'onboarding.accountId': accountId, [LOOK]: { $type: 'number' } };
      const found = await accounts.findOne(begun);
      if (!found?.onboarding) return;
      const { $set, $push } = chosen(accountId, found.onboarding.byId, atMs);
      await accounts.updateOne(begun, { $set: { ...$set, [LOOK]: null }, $push });
    },
  };
}

function chosen(accountId: string | null, byId: string, atMs: number) {
  return { $set: { accountId }, $push: { changes: { $each: [{ accountId, byId, atMs }], $slice: -MAX_CHANGES_KEPT } } };
}
