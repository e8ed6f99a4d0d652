import { randomUUID } from 'node:crypto';
import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import { type AuditEntry, failedSignIn, readersOf } from '../../domain/audit';
import type { AuditLog, PageAfter, StoredAct } from '../../ports';
import { after } from './after';
import { type ClientSession, inTransaction } from './in-transaction';

/** Entries are only ever inserted: nothing here changes or removes one. */
export const AUDIT = 'audit';
const MINUTE_MS = 60_000;

interface StoredEntry extends AuditEntry {
  _id: string;
  shownTo: string[];
  /** Of what may be said once a minute only: which one this is. */
  once?: string;
}

/** Entries as they lie in the collection, for whoever writes them together with something else. */
export function toStored(entries: readonly AuditEntry[]): StoredEntry[] {
  return entries.map((entry) => ({ _id: randomUUID(), ...entry, shownTo: readersOf(entry) }));
}

async function writeActs(
  { connection }: MongoConnection,
  entries: readonly AuditEntry[],
  session: ClientSession,
): Promise<void> {
  if (entries.length > 0) await connection.collection<StoredEntry>(AUDIT).insertMany(toStored(entries), { session });
}

/** Does an act and writes what is to be remembered of it, both or neither; null or no entries: there is nothing to remember. */
export function withActs<Result>(
  mongo: MongoConnection,
  act: (session: ClientSession) => Promise<{ result: Result; entries: readonly AuditEntry[] }>,
): Promise<Result> {
  return inTransaction(mongo, async (session) => {
    const { result, entries } = await act(session);
    await writeActs(mongo, entries, session);
    return result;
  });
}

export async function createAuditLog({ connection, logger }: MongoConnection): Promise<AuditLog> {
  const entries = connection.collection<StoredEntry>(AUDIT);
  await entries.createIndex({ shownTo: 1, atMs: -1, _id: 1 });
  await entries.createIndex({ organisationId: 1, atMs: -1, _id: 1 });
  await entries.createIndex({ atMs: -1, _id: 1 });
  await entries.createIndex({ once: 1 }, { unique: true, partialFilterExpression: { once: { $type: 'string' } } });
  const page = async (filter: Record<string, unknown>, { after: place, limit }: PageAfter<number>) => {
    const found = entries.find({ ...filter, ...after('atMs', -1, place) }, { sort: { atMs: -1, _id: 1 }, limit });
    return (await found.toArray()).map(fromStored);
  };
  const noteOnceAMinute = (entry: AuditEntry): void => {
    const once = `${entry.act} ${entry.about} ${Math.floor(entry.atMs / MINUTE_MS)}`;
    entries.insertMany(toStored([entry]).map((stored) => ({ ...stored, once }))).catch((error: unknown) => {
      if (!isDuplicateKey(error)) logger.warn({ err: error }, 'a failed sign-in was not noted');
    });
  };
  return {
    ofAccount: (accountId, place) => page({ shownTo: accountId }, place),
    ofOrganisation: (organisationId, place) => page({ organisationId }, place),
    all: (place) => page({}, place),
    noteFailedSignIn: (accountId, nowMs) => noteOnceAMinute(failedSignIn('sign_in_failed', accountId, nowMs)),
    notePasskeyCopied: (accountId, nowMs) => noteOnceAMinute(failedSignIn('passkey_copied', accountId, nowMs)),
    noteWrongCode: (accountId, nowMs) => noteOnceAMinute(failedSignIn('wrong_code', accountId, nowMs)),
  };
}

function fromStored({ _id: id, shownTo: _readers, once: _once, ...entry }: StoredEntry): StoredAct {
  return { id, ...entry };
}
