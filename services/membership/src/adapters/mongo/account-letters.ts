import type { MongoConnection } from '@daka/service-kit';
import { type Act, ownAct } from '../../domain/audit';
import { type LetterKind, nextAttemptMs } from '../../domain/letter';
import type { AccountLetters, DueLetter } from '../../ports';
import { withActs } from './audit-log';
import type { ClientSession } from './in-transaction';
import { accountOf, type StoredAccount, toSend } from './stored-account';

type AccountCollection = ReturnType<typeof collectionOf>;

/** In the order of sending: those whose link ends sooner first. */
const KINDS: readonly LetterKind[] = ['reset_password', 'prove_email', 'change_email'];

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredAccount>('accounts');

/** Letters stand in the document of their account: what causes one, or is done by its link, is one write with it. */
export async function createAccountLetters(mongo: MongoConnection): Promise<AccountLetters> {
  const accounts = collectionOf(mongo);
  for (const kind of KINDS) {
    await accounts.createIndex({ [`letters.${kind}.tokenHash`]: 1 }, { sparse: true });
    await accounts.createIndex({ [`letters.${kind}.dueAtMs`]: 1 }, { sparse: true });
  }
  return { ...sending(accounts), ...links(mongo, accounts) };
}

function sending(accounts: AccountCollection) {
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
    const { newEmail: to = due.email, sessionId: _session, dueAtMs: _due, ...rest } = letter;
    return { account: accountOf(due), kind, letter: { ...rest, sealed: letter.sealed, attempts }, to };
  }

  return {
    async put(accountId, kind, letter) {
      await accounts.updateOne({ _id: accountId }, { $set: { [`letters.${kind}`]: toSend(letter) } });
    },
    of: async (accountId, kind) => (await accounts.findOne({ _id: accountId }))?.letters?.[kind] ?? null,
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
  } satisfies Partial<AccountLetters>;
}

/** Each of them is done, and its link ended, by one write: of two who use a link at once, one does. */
function links(mongo: MongoConnection, accounts: AccountCollection) {
  const withLink = (kind: LetterKind, tokenHash: string, nowMs: number) => ({
    [`letters.${kind}.tokenHash`]: tokenHash,
    [`letters.${kind}.expiresAtMs`]: { $gt: nowMs },
  });
  const linkOf = (kind: LetterKind) => ({ [`letters.${kind}`]: '' as const });
  /** What the holder of a link does to its account; they need not be signed in. False: there was no such link. */
  const byLink = (act: Act, nowMs: number, use: (session: ClientSession) => Promise<{ _id: string } | null>) =>
    withActs(mongo, async (session) => {
      const account = await use(session);
      return { result: account !== null, entries: account === null ? [] : [ownAct(act, account._id, { atMs: nowMs })] };
    });

  return {
    proveEmail: (tokenHash, nowMs) =>
      byLink('email_proven', nowMs, (session) =>
        accounts.findOneAndUpdate(
          withLink('prove_email', tokenHash, nowMs),
          { $set: { emailProvenAtMs: nowMs }, $unset: linkOf('prove_email') },
          { session, projection: { _id: 1 } },
        ),
      ),
    async accountToReset(tokenHash, nowMs) {
      const found = await accounts.findOne(withLink('reset_password', tokenHash, nowMs));
      return found && accountOf(found);
    },
    resetPassword: (tokenHash, passwordHash, nowMs) =>
      byLink('password_reset', nowMs, (session) =>
        accounts.findOneAndUpdate(
          withLink('reset_password', tokenHash, nowMs),
          {
            $set: { passwordHash },
            $min: { emailProvenAtMs: nowMs },
            $unset: { ...linkOf('reset_password'), ...linkOf('prove_email'), ...linkOf('change_email') },
          },
          { session, projection: { _id: 1 } },
        ),
      ),
  } satisfies Partial<AccountLetters>;
}
