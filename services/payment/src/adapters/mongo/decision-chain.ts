import { type DecisionEntry, decisionHash, EMPTY_DECISIONS, whoHashOf } from '@daka/proof';
import { iso } from '@daka/contracts';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { ClientSession } from 'mongoose';
import { decidedAs, type Decision } from '../../domain/decisions';
import type { Cohorts } from '../../ports';

/** A member's number comes on another topic than what is decided about them, and may be a little later. */
const NUMBER_WAITS_MS = 30_000;

/** A decision as it is stored at once, and the entry that it becomes when it is its turn. */
export interface StoredDecision {
  _id: string;
  decision: Omit<Decision, 'cause'>;
  salt: string;
  notedAtMs: number;
  waits?: true;
  cohortId: string;
  entry?: DecisionEntry;
}
export interface StoredLog {
  _id: string;
  organisationId: string;
  /** Null: no entry has told. */
  currency: string | null;
  length: number;
  head: string;
  provenLength: number;
}
interface StoredMember {
  _id: string;
  memberNumber: number;
}

/** The collections that the decision logs are made of. */
export function collectionsOf({ connection }: Pick<MongoConnection, 'connection'>) {
  return {
    decisions: connection.collection<StoredDecision>('decisions'),
    logs: connection.collection<StoredLog>('decision_logs'),
    members: connection.collection<StoredMember>('decision_members'),
  };
}

/** Lets what waits of one cohort join its chain. */
export function createChainCohort(mongo: MongoConnection, staffRolesOf: Cohorts['staffRolesOf']) {
  const { connection } = mongo;
  const { decisions, logs, members } = collectionsOf(mongo);

  /** What waits of one cohort becomes entries, in one transaction that one writer wins. */
  async function chainCohort(cohortId: string, waiting: readonly StoredDecision[]): Promise<void> {
    const log = await logs.findOne({ _id: cohortId });
    const entries = await entriesOf(log, waiting);
    const last = entries.at(-1)?.entry;
    if (last === undefined) return;
    const session = await connection.startSession();
    try {
      await session.withTransaction(async () => append(cohortId, log, entries, last, session));
    } catch (error) {
      // Another instance was faster: what is left waits for the next run.
      if (!isDuplicateKey(error)) throw error;
    } finally {
      await session.endSession();
    }
  }

  async function entriesOf(log: StoredLog | null, waiting: readonly StoredDecision[]) {
    const ids = waiting.flatMap(({ decision: { enrolmentId } }) => enrolmentId ?? []);
    const found = await members.find({ _id: { $in: ids } }).toArray();
    const numbers = new Map(found.map(({ _id, memberNumber }) => [_id, memberNumber]));
    const entries: { stored: StoredDecision; entry: DecisionEntry }[] = [];
    let { length, head }: { length: number; head: string } = log ?? EMPTY_DECISIONS;
    for (const stored of waiting) {
      const { cohortId, enrolmentId, decidedById } = stored.decision;
      const memberNumber = (enrolmentId !== null && numbers.get(enrolmentId)) || null;
      if (enrolmentId !== null && memberNumber === null && Date.now() - stored.notedAtMs < NUMBER_WAITS_MS) break;
      length += 1;
      const roles = decidedById === null ? [] : await staffRolesOf(cohortId, decidedById);
      const by = stored.decision.by ?? decidedAs(stored.decision, roles);
      const entry = entryOf(stored, { seq: length, previousHash: head, memberNumber, by });
      head = entry.hash;
      entries.push({ stored, entry });
    }
    return entries;
  }

  async function append(
    cohortId: string,
    log: StoredLog | null,
    entries: readonly { stored: StoredDecision; entry: DecisionEntry }[],
    last: DecisionEntry,
    session: ClientSession,
  ): Promise<void> {
    const currency = log?.currency ?? entries.find(({ entry }) => entry.currency !== null)?.entry.currency ?? null;
    const organisationId = entries[0]?.stored.decision.organisationId ?? '';
    // With a log of another length the upsert meets the existing one: a duplicate key, which aborts everything.
    await logs.updateOne(
      { _id: cohortId, length: log?.length ?? 0 },
      { $set: { length: last.seq, head: last.hash, currency }, $setOnInsert: { organisationId, provenLength: 0 } },
      { session, upsert: true },
    );
    await decisions.bulkWrite(
      entries.map(({ stored, entry }) => ({
        updateOne: { filter: { _id: stored._id, waits: true }, update: { $set: { entry }, $unset: { waits: 1 } } },
      })),
      { session },
    );
  }
  return chainCohort;
}

function entryOf(
  { decision, salt }: StoredDecision,
  place: Pick<DecisionEntry, 'seq' | 'previousHash' | 'memberNumber' | 'by'>,
): DecisionEntry {
  const { cohortId, enrolmentId, decidedById, atMs, kind, day, outcome, amountMinor, currency, reason } = decision;
  const whoHash = whoHashOf({ salt, decidedById, enrolmentId });
  const facts = { ...place, kind, at: iso(atMs), day, outcome, amountMinor, currency, reason, whoHash };
  return { ...facts, hash: decisionHash({ cohortId, ...facts }) };
}
