import type { MongoConnection } from '@daka/service-kit';
import type { AuditEntry } from '../../domain/audit';
import type { Invitation } from '../../domain/invitation';
import type { DueInvitation, Invitations } from '../../ports';
import { withActs } from './audit-log';
import { takeDue } from './take-due';

/** The letter that tells of it has no secret: who may accept is decided by the address. */
interface StoredInvitation extends Omit<Invitation, 'id'> {
  _id: string;
  letter: { id: string; attempts: number; dueAtMs?: number };
  /** An address is somebody's own, and is not kept for long. */
  forgetAt: Date;
}

const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

type Collection = ReturnType<typeof collectionOf>;

const collectionOf = ({ connection }: MongoConnection) => connection.collection<StoredInvitation>('invitations');

export async function createInvitations(mongo: MongoConnection): Promise<Invitations> {
  const invitations = collectionOf(mongo);
  await invitations.createIndex({ cohortId: 1, invitedAtMs: 1 });
  await invitations.createIndex({ email: 1, invitedAtMs: 1 });
  await invitations.createIndex({ 'letter.dueAtMs': 1 }, { sparse: true });
  await invitations.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  const open = (nowMs: number) => ({
    $or: [{ status: 'taken' as const }, { status: 'open' as const, expiresAtMs: { $gt: nowMs } }],
  });
  const change = (id: string, from: Invitation['status'], to: Invitation['status'], entry: AuditEntry | null = null) =>
    withActs(mongo, async (session) => {
      const changed = await invitations.updateOne({ _id: id, status: from }, { $set: { status: to } }, { session });
      const isDone = changed.matchedCount === 1;
      return { result: isDone, entries: isDone && entry !== null ? [entry] : [] };
    });

  return {
    async put({ id, ...invitation }, letterId, entry) {
      const { cohortId, email, invitedAtMs, expiresAtMs } = invitation;
      const letter = { id: letterId ?? id, attempts: 0, ...(letterId === null ? {} : { dueAtMs: invitedAtMs }) };
      const forgetAt = new Date(expiresAtMs + FORGOTTEN_AFTER_MS);
      await withActs(mongo, async (session) => {
        const earlier = { cohortId, email, status: 'open' as const };
        await invitations.updateMany(earlier, { $set: { status: 'withdrawn' } }, { session });
        await invitations.insertOne({ _id: id, ...invitation, letter, forgetAt }, { session });
        return { result: null, entries: [entry] };
      });
    },
    async load(id) {
      const stored = await invitations.findOne({ _id: id });
      return stored && fromStored(stored);
    },
    openOf: async (cohortId, nowMs, limit) =>
      (
        await invitations
          .find({ cohortId, ...open(nowMs) })
          .sort({ invitedAtMs: 1, _id: 1 })
          .limit(limit)
          .toArray()
      ).map(fromStored),
    openTo: async (email, nowMs, limit) =>
      (
        await invitations
          .find({ email, ...open(nowMs) })
          .sort({ invitedAtMs: 1, _id: 1 })
          .limit(limit)
          .toArray()
      ).map(fromStored),
    async take(id, nowMs) {
      const taken = await invitations.updateOne({ _id: id, ...open(nowMs) }, { $set: { status: 'taken' } });
      return taken.matchedCount === 1;
    },
    release: async (id) => void (await change(id, 'taken', 'open')),
    accepted: async (id) => void (await change(id, 'taken', 'accepted')),
    withdraw: (id, entry) => change(id, 'open', 'withdrawn', entry),
    decline: (id, entry) => change(id, 'open', 'declined', entry),
    ...telling(invitations),
  };
}

function telling(invitations: Collection) {
  const sending = { place: 'letter.', of: ({ letter }: StoredInvitation) => letter } as const;
  return {
    /** The next one to tell of. */
    async takeDue(nowMs: number): Promise<DueInvitation | null> {
      const taken = await takeDue(invitations, sending, nowMs);
      if (taken === null) return null;
      const { due, attempts } = taken;
      return { ...fromStored(due), letterId: due.letter.id, attempts };
    },
    async told(id) {
      await invitations.updateOne({ _id: id }, { $unset: { 'letter.dueAtMs': '' } });
    },
  } satisfies Partial<Invitations>;
}

function fromStored({ _id: id, letter: _letter, forgetAt: _at, ...invitation }: StoredInvitation): Invitation {
  return { id, ...invitation };
}
