import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { ClientSession } from 'mongoose';
import type { Decision } from '../../domain/decisions';
import type { Cohorts, Decisions } from '../../ports';
import { collectionsOf, createChainCohort, type StoredDecision } from './decision-chain';

export const DECISIONS = 'decisions';

const IN_ONE_RUN = 200;
/** So many logs in one day's proof; the others follow with the next day's. */
const LOGS_A_DAY = 500;

/** A decision as it is written, in the transaction of what decided it or by itself. */
export function decisionDocument(
  { cause, ...decision }: Decision,
  salt: string,
  notedAtMs = Date.now(),
): StoredDecision {
  const _id = `${decision.enrolmentId ?? `cohort:${decision.cohortId}`}:${cause}`;
  return { _id, decision, salt, notedAtMs, waits: true, cohortId: decision.cohortId };
}

/** The decision logs of all cohorts: what is decided is stored by itself, and joins its cohort's chain one after the other. */
export async function createDecisions(
  mongo: MongoConnection,
  newSalt: () => string,
  staffRolesOf: Cohorts['staffRolesOf'],
): Promise<Decisions> {
  const { decisions, logs, members } = collectionsOf(mongo);
  const chainCohort = createChainCohort(mongo, staffRolesOf);
  await createIndexes(mongo);

  return {
    async note(decision) {
      try {
        await decisions.insertOne(decisionDocument(decision, newSalt()));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async admitted(enrolmentId, memberNumber) {
      await members.updateOne({ _id: enrolmentId }, { $set: { memberNumber } }, { upsert: true });
    },
    async numbersOf(enrolmentIds) {
      const found = await members.find({ _id: { $in: [...enrolmentIds] } }).toArray();
      return new Map(found.map(({ _id, memberNumber }) => [_id, memberNumber]));
    },
    async chain() {
      const waiting = await decisions
        .find({ waits: true })
        .sort({ 'decision.atMs': 1, _id: 1 })
        .limit(IN_ONE_RUN)
        .toArray();
      for (const cohortId of new Set(waiting.map((one) => one.cohortId)))
        await chainCohort(
          cohortId,
          waiting.filter((one) => one.cohortId === cohortId),
        );
    },
    async page(cohortId, { afterSeq, limit }) {
      const found = await decisions
        .find({ cohortId, 'entry.seq': { $gt: afterSeq } })
        .sort({ 'entry.seq': 1 })
        .limit(limit)
        .toArray();
      return found.flatMap(({ entry, salt, decision: { decidedById, enrolmentId } }) =>
        entry === undefined ? [] : [{ ...entry, who: { salt, decidedById, enrolmentId } }],
      );
    },
    async toProve(organisationId) {
      const grown = { organisationId, currency: { $ne: null }, $expr: { $gt: ['$length', '$provenLength'] } };
      const found = await logs.find(grown).sort({ _id: 1 }).limit(LOGS_A_DAY).toArray();
      return found.map(({ _id, currency, length, head }) => ({
        cohortId: _id,
        currency: currency ?? '',
        length,
        head,
      }));
    },
  };
}

async function createIndexes(mongo: MongoConnection): Promise<void> {
  const { decisions, logs } = collectionsOf(mongo);
  await decisions.createIndex(
    { 'decision.atMs': 1, _id: 1 },
    { partialFilterExpression: { waits: true }, name: 'waiting' },
  );
  await decisions.createIndex(
    { cohortId: 1, 'entry.seq': 1 },
    { unique: true, partialFilterExpression: { 'entry.seq': { $exists: true } } },
  );
  await logs.createIndex({ organisationId: 1 });
}

/** In the transaction that publishes the day: what it names is proven. */
export async function markProven(
  mongo: Pick<MongoConnection, 'connection'>,
  heads: readonly { cohortId: string; length: number }[],
  session: ClientSession,
): Promise<void> {
  const { logs } = collectionsOf(mongo);
  for (const { cohortId, length } of heads)
    await logs.updateOne({ _id: cohortId }, { $max: { provenLength: length } }, { session });
}
