import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { KnownInvitation, LearnerInvitation, LearnerLetter } from '../../domain/learner-invitation';
import type { DueLearnerInvitation, LearnerInvitations } from '../../ports';
import type { AuditEntry } from '../../domain/audit';
import { withActs } from './audit-log';
import { takeDue } from './take-due';

type Later = 'letters' | 'writtenAtMs' | 'withdrawnAtMs';
/** What is counted of letters, and that it was withdrawn, is absent in those of before it could be. */
interface StoredInvitation extends Omit<KnownInvitation, 'id' | Later>, Partial<Pick<LearnerInvitation, Later>> {
  _id: string;
  letter: Omit<LearnerLetter, 'sealed'> & { sealed?: string; attempts: number; dueAtMs?: number };
  /** An address is somebody's own, and is not kept for long. */
  forgetAt: Date;
}

const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

type Collection = ReturnType<typeof collectionOf>;
type Filter = Parameters<Collection['updateOne']>[0];
type UpdateFilter = Parameters<Collection['updateOne']>[1];

const collectionOf = ({ connection }: MongoConnection) =>
  connection.collection<StoredInvitation>('learner_invitations');

export async function createLearnerInvitations(mongo: MongoConnection): Promise<LearnerInvitations> {
  const invitations = collectionOf(mongo);
  await invitations.createIndex({ cohortId: 1, email: 1 }, { unique: true });
  await invitations.createIndex({ cohortId: 1, _id: 1 });
  await invitations.createIndex({ 'letter.tokenHash': 1 });
  await invitations.createIndex({ 'letter.dueAtMs': 1 }, { sparse: true });
  await invitations.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return {
    async known(cohortId, emails, nowMs) {
      const filter = { cohortId, email: { $in: [...emails] }, $or: [{ expiresAtMs: { $gt: nowMs } }, used] };
      const found = await invitations.find(filter, { projection: { email: 1 } }).toArray();
      return new Set(found.map(({ email }) => email));
    },
    async ofCohort(cohortId, { limit, afterId }) {
      const filter = { cohortId, ...(afterId === undefined ? {} : { _id: { $gt: afterId } }) };
      const found = await invitations.find(filter).sort({ _id: 1 }).limit(limit).toArray();
      return found.map(known);
    },
    async load(id) {
      const stored = await invitations.findOne({ _id: id });
      return stored && known(stored);
    },
    async add(invited, entry) {
      const stored = invited.map((one) => toStored(one));
      const emails = stored.map(({ email }) => email);
      const { cohortId, invitedAtMs } = entry;
      try {
        return await withActs(mongo, async (session) => {
          const over = { cohortId, email: { $in: emails }, expiresAtMs: { $lte: invitedAtMs }, usedAtMs: null };
          await invitations.deleteMany(over, { session });
          if (stored.length > 0) await invitations.insertMany(stored, { session });
          return { result: true, entries: [entry.act] };
        });
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async use(tokenHash, nowMs) {
      const open = { 'letter.tokenHash': tokenHash, usedAtMs: null, withdrawnAtMs: null, expiresAtMs: { $gt: nowMs } };
      const stored = await invitations.findOneAndUpdate(open, { $set: { usedAtMs: nowMs } });
      if (stored !== null) return fromStored(stored);
      const withdrawn = { ...open, withdrawnAtMs: { $gt: 0 } };
      return (await invitations.countDocuments(withdrawn, { limit: 1 })) === 1 ? 'withdrawn' : null;
    },
    ...changing(mongo, invitations),
    ...telling(invitations),
  };
}

const used = { usedAtMs: { $ne: null } };

/** What staff do about one that was sent: only to one that is as they saw it, so that of two at once, or of staff and whoever uses the link, one is told. */
function changing(mongo: MongoConnection, invitations: Collection) {
  const changeIf = (filter: Filter, change: UpdateFilter, entry: AuditEntry) =>
    withActs(mongo, async (session) => {
      const isDone = (await invitations.updateOne(filter, change, { session })).matchedCount === 1;
      return { result: isDone, entries: isDone ? [entry] : [] };
    });
  return {
    resend({ id, letters, withdrawnAtMs }, after, entry) {
      const same = {
        ...(letters === 1 ? { $or: [{ letters }, { letters: { $exists: false } }] } : { letters }),
        withdrawnAtMs,
      };
      const { _id, ...again } = toStored(after);
      return changeIf({ _id: id, usedAtMs: null, ...same }, { $set: again }, entry);
    },
    withdraw: (id, nowMs, entry) =>
      changeIf(
        { _id: id, usedAtMs: null, withdrawnAtMs: null },
        { $set: { withdrawnAtMs: nowMs }, $unset: { 'letter.dueAtMs': '', 'letter.sealed': '' } },
        entry,
      ),
  } satisfies Partial<LearnerInvitations>;
}

function telling(invitations: Collection) {
  const sending = { place: 'letter.', of: ({ letter }: StoredInvitation) => letter } as const;
  return {
    /** The next one to tell of. */
    async takeDue(nowMs: number): Promise<DueLearnerInvitation | null> {
      const taken = await takeDue(invitations, sending, nowMs);
      if (taken === null) return null;
      const { due, attempts } = taken;
      return { ...fromStored(due), letterId: due.letter.id, sealed: due.letter.sealed ?? '', attempts };
    },
    async told(id, letterId) {
      await invitations.updateOne(
        { _id: id, 'letter.id': letterId },
        { $unset: { 'letter.dueAtMs': '', 'letter.sealed': '' } },
      );
    },
  } satisfies Partial<LearnerInvitations>;
}

function toStored({
  id,
  letter,
  ...invitation
}: LearnerInvitation & { letter: LearnerLetter | null }): StoredInvitation {
  return {
    _id: id,
    ...invitation,
    usedAtMs: null,
    letter: { ...(letter ?? { id, tokenHash: id }), attempts: 0, ...(letter && { dueAtMs: invitation.writtenAtMs }) },
    forgetAt: new Date(invitation.expiresAtMs + FORGOTTEN_AFTER_MS),
  };
}

function known(stored: StoredInvitation): KnownInvitation {
  return { ...fromStored(stored), usedAtMs: stored.usedAtMs };
}

function fromStored(stored: StoredInvitation): LearnerInvitation {
  const { _id: id, usedAtMs: _used, letter: _letter, forgetAt: _at, ...invitation } = stored;
  const { letters = 1, writtenAtMs = invitation.invitedAtMs, withdrawnAtMs = null } = invitation;
  return { ...invitation, id, letters, writtenAtMs, withdrawnAtMs };
}
