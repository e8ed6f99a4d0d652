import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { type Letter, type LetterKind, nextAttemptMs } from '../../domain/letter';
import type { Account, AccountLetters, Accounts, DueLetter } from '../../ports';

/** A letter that was sent keeps what its link is known by, and neither the sealed secret nor a time to send it at. */
type StoredLetter = Omit<Letter, 'sealed'> & { sealed?: string; dueAtMs?: number };
/** Earlier releases proved no address: of an account of theirs nobody knows whose it is. */
type StoredAccount = Omit<Account, 'id' | 'emailProvenAtMs'> & {
  _id: string;
  emailProvenAtMs?: number;
  letters?: Partial<Record<LetterKind, StoredLetter>>;
};

const KINDS: readonly LetterKind[] = ['reset_password', 'prove_email'];

export async function createAccounts({ connection }: MongoConnection): Promise<Accounts> {
  const accounts = connection.collection<StoredAccount>('accounts');
  await accounts.createIndex({ email: 1 }, { unique: true });
  return {
    async add({ id, emailProvenAtMs, ...account }, letter) {
      const proven = emailProvenAtMs === null ? {} : { emailProvenAtMs };
      const letters = letter === null ? {} : { letters: { prove_email: toSend(letter) } };
      try {
        await accounts.insertOne({ _id: id, ...account, ...proven, ...letters });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    load: async (id) => fromStored(await accounts.findOne({ _id: id })),
    byEmail: async (email) => fromStored(await accounts.findOne({ email })),
    edit: async (id, change) =>
      fromStored(await accounts.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' })),
    async setPassword(id, { before, after }) {
      const result = await accounts.updateOne(
        { _id: id, passwordHash: before },
        // A link that was asked for before may be in other hands.
        { $set: { passwordHash: after }, $unset: { 'letters.reset_password': '' } },
      );
      return result.matchedCount === 1;
    },
    async displayNames(ids) {
      const found = await accounts.find({ _id: { $in: [...ids] } }, { projection: { displayName: 1 } }).toArray();
      return new Map(found.map(({ _id, displayName }) => [_id, displayName]));
    },
  };
}

/** Letters stand in the document of their account: what causes one, or is done by its link, is one write with it. */
export async function createAccountLetters({ connection }: MongoConnection): Promise<AccountLetters> {
  const accounts = connection.collection<StoredAccount>('accounts');
  for (const kind of KINDS) {
    await accounts.createIndex({ [`letters.${kind}.tokenHash`]: 1 }, { sparse: true });
    await accounts.createIndex({ [`letters.${kind}.dueAtMs`]: 1 }, { sparse: true });
  }
  const withLink = (kind: LetterKind, tokenHash: string, nowMs: number) => ({
    [`letters.${kind}.tokenHash`]: tokenHash,
    [`letters.${kind}.expiresAtMs`]: { $gt: nowMs },
  });
  const linkOf = (kind: LetterKind) => ({ [`letters.${kind}`]: '' as const });

  /** The next one of its kind, which nobody else takes until its next attempt is due. */
  async function takeOne(kind: LetterKind, nowMs: number): Promise<DueLetter | null> {
    const field = `letters.${kind}.dueAtMs`;
    const due = await accounts.findOne({ [field]: { $lte: nowMs } }, { sort: { [field]: 1 } });
    const letter = due?.letters?.[kind];
    if (!due || letter?.sealed === undefined) return null;
    const attempts = letter.attempts + 1;
    const taken = await accounts.updateOne(
      { _id: due._id, [`letters.${kind}.id`]: letter.id, [field]: letter.dueAtMs },
      { $set: { [field]: nextAttemptMs(attempts, nowMs), [`letters.${kind}.attempts`]: attempts } },
    );
    if (taken.modifiedCount === 0) return takeOne(kind, nowMs);
    return { account: accountOf(due), kind, letter: { ...letter, sealed: letter.sealed, attempts } };
  }

  return {
    async put(accountId, kind, letter) {
      await accounts.updateOne({ _id: accountId }, { $set: { [`letters.${kind}`]: toSend(letter) } });
    },
    async of(accountId, kind) {
      return (await accounts.findOne({ _id: accountId }))?.letters?.[kind] ?? null;
    },
    async takeDue(nowMs, limit) {
      const taken: DueLetter[] = [];
      for (const kind of KINDS) {
        while (taken.length < limit) {
          const one = await takeOne(kind, nowMs);
          if (one === null) break;
          taken.push(one);
        }
      }
      return taken;
    },
    async done(accountId, kind, letterId) {
      await accounts.updateOne(
        { _id: accountId, [`letters.${kind}.id`]: letterId },
        { $unset: { [`letters.${kind}.sealed`]: '', [`letters.${kind}.dueAtMs`]: '' } },
      );
    },
    pending: (limit) =>
      accounts.countDocuments({ $or: KINDS.map((kind) => ({ [`letters.${kind}.dueAtMs`]: { $gt: 0 } })) }, { limit }),
    async proveEmail(tokenHash, nowMs) {
      const proven = await accounts.updateOne(withLink('prove_email', tokenHash, nowMs), {
        $set: { emailProvenAtMs: nowMs },
        $unset: linkOf('prove_email'),
      });
      return proven.matchedCount === 1;
    },
    accountToReset: async (tokenHash, nowMs) =>
      fromStored(await accounts.findOne(withLink('reset_password', tokenHash, nowMs))),
    async resetPassword(tokenHash, passwordHash, nowMs) {
      const filter = withLink('reset_password', tokenHash, nowMs);
      const set = await accounts.updateOne(filter, {
        $set: { passwordHash },
        $min: { emailProvenAtMs: nowMs },
        $unset: { ...linkOf('reset_password'), ...linkOf('prove_email') },
      });
      return set.matchedCount === 1;
    },
  };
}

function toSend(letter: Letter): StoredLetter {
  return { ...letter, dueAtMs: letter.writtenAtMs };
}

function fromStored(stored: StoredAccount | null): Account | null {
  return stored && accountOf(stored);
}

function accountOf({ _id: id, emailProvenAtMs, letters: _, ...account }: StoredAccount): Account {
  return { id, ...account, emailProvenAtMs: emailProvenAtMs ?? null };
}
