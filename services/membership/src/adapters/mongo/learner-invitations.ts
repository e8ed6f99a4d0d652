import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { LearnerInvitation, LearnerLetter } from '../../domain/learner-invitation';
import type { DueLearnerInvitation, LearnerInvitations } from '../../ports';
import { withActs } from './audit-log';
import { takeDue } from './take-due';

interface StoredInvitation extends Omit<LearnerInvitation, 'id'> {
  _id: string;
  usedAtMs: number | null;
  letter: Omit<LearnerLetter, 'sealed'> & { sealed?: string; attempts: number; dueAtMs?: number };
  /** An address is somebody's own, and is not kept for long. */
  forgetAt: Date;
}

const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

type Collection = ReturnType<typeof collectionOf>;

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
      return found.map((stored) => ({ ...fromStored(stored), usedAtMs: stored.usedAtMs }));
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
      const open = { 'letter.tokenHash': tokenHash, usedAtMs: null, expiresAtMs: { $gt: nowMs } };
      const stored = await invitations.findOneAndUpdate(open, { $set: { usedAtMs: nowMs } });
      return stored && fromStored(stored);
    },
    ...telling(invitations),
  };
}

const used = { usedAtMs: { $ne: null } };

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
    async told(id) {
      await invitations.updateOne({ _id: id }, { $unset: { 'letter.dueAtMs': '', 'letter.sealed': '' } });
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
    letter: { ...(letter ?? { id, tokenHash: id }), attempts: 0, ...(letter && { dueAtMs: invitation.invitedAtMs }) },
    forgetAt: new Date(invitation.expiresAtMs + FORGOTTEN_AFTER_MS),
  };
}

function fromStored({ _id: id, usedAtMs: _used, letter: _letter, forgetAt: _at, ...invitation }: StoredInvitation) {
  return { id, ...invitation };
}
