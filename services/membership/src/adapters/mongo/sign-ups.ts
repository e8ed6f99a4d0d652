import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { ownAct } from '../../domain/audit';
import type { Account, SignUpBegun, SignUps } from '../../ports';
import { withActs } from './audit-log';
import { type StoredAccount, type StoredLetter, storedOf, toSend } from './stored-account';
import { takeDue } from './take-due';

/** `forgetAt` lets MongoDB delete what nobody confirmed. */
type StoredSignUp = Omit<SignUpBegun, 'id' | 'letter'> & { _id: string; letter: StoredLetter; forgetAt: Date };

export async function createSignUps(mongo: MongoConnection): Promise<SignUps> {
  const signUps = collectionOf(mongo);
  await signUps.createIndex({ email: 1 });
  await signUps.createIndex({ 'letter.tokenHash': 1 });
  await signUps.createIndex({ 'letter.dueAtMs': 1 }, { sparse: true });
  await signUps.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });

  const sending = { place: 'letter.', of: ({ letter }: StoredSignUp) => letter } as const;

  return {
    async add({ id, letter, ...person }) {
      await signUps.insertOne({ _id: id, ...person, letter: toSend(letter), forgetAt: new Date(letter.expiresAtMs) });
    },
    async takeDue(nowMs) {
      const taken = await takeDue(signUps, sending, nowMs);
      if (taken?.due.letter.sealed === undefined) return null;
      const { sealed, dueAtMs: _dueAtMs, ...letter } = taken.due.letter;
      return { ...personOf(taken.due), letter: { ...letter, sealed, attempts: taken.attempts } };
    },
    async done(id) {
      await signUps.updateOne({ _id: id }, { $unset: { 'letter.sealed': '', 'letter.dueAtMs': '' } });
    },
    async remove(id) {
      await signUps.deleteOne({ _id: id });
    },
    pending: (limit) => signUps.countDocuments({ 'letter.dueAtMs': { $gt: 0 } }, { limit }),
    async withLink(tokenHash, nowMs) {
      const found = await signUps.findOne(withLink(tokenHash, nowMs));
      return found && personOf(found);
    },
    confirm: (tokenHash, nowMs) => confirm(mongo, tokenHash, nowMs),
  };
}

/** The account, its act and the end of all that wait with the same address are one write: of two who use a link at once, one makes it. */
async function confirm(mongo: MongoConnection, tokenHash: string, nowMs: number): Promise<Account | null> {
  const accounts = mongo.connection.collection<StoredAccount>('accounts');
  try {
    return await withActs(mongo, async (session) => {
      const begun = await collectionOf(mongo).findOneAndDelete(withLink(tokenHash, nowMs), { session });
      if (begun === null) return { result: null, entries: [] };
      const account: Account = { ...personOf(begun), emailProvenAtMs: nowMs };
      await accounts.insertOne(storedOf(account), { session });
      await collectionOf(mongo).deleteMany({ email: account.email }, { session });
      return { result: account, entries: [ownAct('signed_up', account.id, { atMs: nowMs })] };
    });
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredSignUp>('sign_ups');

const withLink = (tokenHash: string, nowMs: number) => ({
  'letter.tokenHash': tokenHash,
  'letter.expiresAtMs': { $gt: nowMs },
});

function personOf({
  _id: id,
  letter: _letter,
  forgetAt: _at,
  ...person
}: StoredSignUp): Omit<Account, 'emailProvenAtMs'> {
  return { id, ...person };
}
