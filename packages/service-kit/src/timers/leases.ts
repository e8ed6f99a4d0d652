import { randomUUID } from 'node:crypto';
import type { Collection, Connection } from 'mongoose';
import { isDuplicateKey } from '../documents';

/**
 * Divides periodic work among the instances of a service, so that n of them do the work of one.
 * A lease only saves work. Safety never rests on it: an instance that was frozen goes on, when it thaws, with what it held before,
 * so whatever a run does must be guarded in the database.
 */
export interface Leases {
  /** A job's lease, divided into `slots` numbered from 0; work belongs to one of them (a hash of its subject's id, say). */
  of(job: string, slots: number): Lease;
  /** Gives everything back, so that others need not wait for it to expire. */
  stop(): Promise<void>;
}

export interface Lease {
  /** Every slot there is. */
  readonly all: readonly number[];
  /** The slots that are ours now. */
  held(): Promise<readonly number[]>;
  /** Tells when a slot has become ours. */
  onGained(listener: () => void): void;
  /** Renews no more; what is held is left to expire. */
  stop(): Promise<void>;
}

export interface LeasesOptions {
  connection: Connection;
  /** Whose leases these are: another name for each instance, the same after a restart where possible. Default: a new one. */
  owner?: string;
  /** How long a lease lasts that is not renewed, of real time. Default 10,000. */
  leaseMs?: number;
}

/** One slot of a job, or (`presence`) an instance that shares in it. */
interface LeaseDocument {
  _id: string;
  owner: string;
  until: Date;
  presence?: string;
}

const LEASE_MS = 10_000;
/** So many looks in a lease's time: two may fail without harm. */
const LOOKS_PER_LEASE = 3;
/** Long after its end: what instances leave behind that never come again. */
const FORGET_AFTER_SECONDS = 24 * 3_600;

/** Leases in collection `leases` of the service's database; their time is that of MongoDB's clock. */
export function createLeases({ connection, owner = randomUUID(), leaseMs = LEASE_MS }: LeasesOptions): Leases {
  // Losing one costs a doubled run, so that nobody needs to wait for a majority.
  const collection = connection.collection<LeaseDocument>('leases', { writeConcern: { w: 1 } });
  collection.createIndex({ until: 1 }, { expireAfterSeconds: FORGET_AFTER_SECONDS }).catch(() => undefined);
  const documents = createLeaseDocuments(collection, owner, leaseMs);
  const running: Lease[] = [];
  return {
    of(job, slots) {
      const lease = startLease(job, slots, documents, leaseMs);
      running.push(lease);
      return lease;
    },
    async stop() {
      await Promise.all(running.map((lease) => lease.stop()));
      await documents.releaseAll().catch(() => undefined); // they expire by themselves
    },
  };
}

function startLease(job: string, slots: number, documents: LeaseDocuments, leaseMs: number): Lease {
  const all = Array.from({ length: slots }, (_, slot) => slot);
  let held: readonly number[] = [];
  let lookedAtMs = -Infinity;
  let looking: Promise<void> | undefined;
  let tell: () => void = () => undefined;

  async function look(): Promise<void> {
    const askedAtMs = performance.now();
    // An instance's share; without a second slot there is nothing to share, the first who comes has it.
    const share = slots === 1 ? 1 : Math.ceil(slots / (await documents.present(job)));
    const before = held;
    const kept: number[] = [];
    for (const slot of inOrder(all, before)) {
      if (kept.length < share && (await documents.take(nameOf(job, slot)))) kept.push(slot);
      else if (before.includes(slot)) await documents.release(nameOf(job, slot));
    }
    held = kept;
    lookedAtMs = askedAtMs;
    if (kept.some((slot) => !before.includes(slot))) tell();
  }

  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)));
  // A database that is away is reported by the runs, which ask for what is held.
  const timer = setInterval(() => void lookOnce().catch(() => undefined), leaseMs / LOOKS_PER_LEASE);
  timer.unref();

  return {
    all,
    async held() {
      if (performance.now() - lookedAtMs >= leaseMs) await lookOnce();
      return held;
    },
    onGained(listener) {
      tell = listener;
    },
    async stop() {
      clearInterval(timer);
      await looking?.catch(() => undefined);
    },
  };
}

type LeaseDocuments = ReturnType<typeof createLeaseDocuments>;

function createLeaseDocuments(collection: Collection<LeaseDocument>, owner: string, leaseMs: number) {
  const until = { $add: ['$$NOW', leaseMs] };
  const isFree = { $or: [{ $eq: ['$owner', owner] }, { $lt: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] }] };

  return {
    /** Takes or renews one lease; answers whether it is ours. */
    async take(id: string): Promise<boolean> {
      try {
        const taken = await collection.findOneAndUpdate(
          { _id: id },
          [{ $set: { owner: { $cond: [isFree, owner, '$owner'] }, until: { $cond: [isFree, until, '$until'] } } }],
          { upsert: true, returnDocument: 'after' },
        );
        return taken?.owner === owner;
      } catch (error) {
        if (isDuplicateKey(error)) return false; // somebody else has just taken it for the first time
        throw error;
      }
    },
    async release(id: string): Promise<void> {
      await collection.deleteOne({ _id: id, owner });
    },
    async releaseAll(): Promise<void> {
      await collection.deleteMany({ owner });
    },
    /** Notes that we share in a job. Answers how many do, ourselves included. */
    async present(job: string): Promise<number> {
      await collection.updateOne({ _id: `${job}|${owner}` }, [{ $set: { owner, presence: job, until } }], {
        upsert: true,
      });
      return collection.countDocuments({ presence: job, $expr: { $gte: ['$until', '$$NOW'] } });
    },
  };
}

/** What is held first, so that it is kept. */
function inOrder(all: readonly number[], held: readonly number[]): readonly number[] {
  return [...held, ...all.filter((slot) => !held.includes(slot))];
}

const nameOf = (job: string, slot: number) => `${job}/${slot}`;
