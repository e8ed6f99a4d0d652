import type { MongoConnection } from '@daka/service-kit';
import type { ClientSession, Collection } from 'mongoose';
import { addDays, type DayFlows, flowsByDay } from '../../domain/day-flows';
import type { LedgerEntry } from '../../domain/ledger/entry';
import type { DaysOfCohorts } from '../../ports';
import { BOOKS } from './books';
import { entriesOf } from './cohort-sums';
import { BATCH, LEDGER } from './ledger-validator';
import { atOneInstant } from './one-instant';
import { COHORT_SUMS, type Part, UNSUMMED } from './summed';

/** Cohorts of before days were kept that are looked at in one run. */
const AT_ONCE = 20;
/** Runs without a look after one that found none: it reads every part, and only an instance of before could make another. */
const RESTING_RUNS = 100;
const SHOWN = { book: 1, seq: 1, kind: 1, atMs: 1, lines: 1 };

/** What every day did to the money of every cohort: kept in the parts that its sums are made of, and the few entries of its pool. */
export function createCohortDays({ connection }: Pick<MongoConnection, 'connection'>): DaysOfCohorts {
  const parts = connection.collection<Part>(COHORT_SUMS);
  const ledger = connection.collection<LedgerEntry>(LEDGER);
  let resting = 0;
  const isWhole = async (cohortId: string, session: ClientSession) =>
    (await connection
      .collection(BOOKS)
      .countDocuments(
        { 'state.cohortId': cohortId, 'state.price': { $ne: null }, ...UNSUMMED },
        { session, limit: 1 },
      )) === 0;

  return {
    async of(cohortId) {
      const kept = await atOneInstant(connection, async (session) => {
        const found = await parts.find({ cohortId }, { session }).toArray();
        if (!found.every(isDated) || !(await isWhole(cohortId, session))) return null;
        return found;
      });
      // What nobody has dated yet is read entry by entry, until it is.
      if (kept === null) return addUp(ledger, { cohortId });
      const recent = [...(await entriesOf(ledger, kept)).values()].flat();
      const pool = await addUp(ledger, { book: `cohort:${cohortId}` });
      return [flowsByDay(recent), pool, ...kept.map(({ days = {} }) => days)].reduce(addDays);
    },

    async dateParts(signal) {
      if (resting > 0) {
        resting--;
        return;
      }
      const undated = { entries: null, days: { $exists: false } };
      const cohortIds = await parts
        .find(undated, { projection: { cohortId: 1 } })
        .limit(AT_ONCE)
        .toArray();
      if (cohortIds.length === 0) resting = RESTING_RUNS;
      for (const { cohortId } of cohortIds) if (!signal.aborted) await datePart(cohortId);
    },
  };

  /** All entries of a cohort whose parts are one: that part's days. */
  async function datePart(cohortId: string): Promise<void> {
    const dated = await atOneInstant(connection, async (session) => {
      const [part, ...others] = await parts.find({ cohortId }, { session }).limit(2).toArray();
      if (!part || others.length > 0 || !(await isWhole(cohortId, session))) return null;
      return { part, days: await addUp(ledger, { cohortId, book: { $not: /^cohort:/ } }, session) };
    });
    // Put together with others meanwhile, it is another part, and its turn comes again.
    if (dated) await parts.updateOne({ _id: dated.part._id, days: { $exists: false } }, { $set: { days: dated.days } });
  }
}

/** A part that is no sum of others yet names its entries, which have their days. */
function isDated({ entries, days }: Part): boolean {
  return entries !== null || days !== undefined;
}

async function addUp(ledger: Collection<LedgerEntry>, filter: object, session?: ClientSession): Promise<DayFlows> {
  const found = ledger.find(filter, { projection: SHOWN, batchSize: BATCH, ...(session ? { session } : {}) });
  let days: DayFlows = {};
  let some: LedgerEntry[] = [];
  for await (const entry of found) {
    some.push(entry);
    if (some.length < BATCH) continue;
    days = addDays(days, flowsByDay(some));
    some = [];
  }
  return addDays(days, flowsByDay(some));
}
