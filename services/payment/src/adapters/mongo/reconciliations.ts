import { isDuplicateKey, type MongoConnection } from '@daka/service-kit';
import type { Collection } from 'mongoose';
import type { Finding } from '../../domain/reconcile/judge';
import type { Report } from '../../domain/reconcile/report';
import type { Reconciliations } from '../../ports';

interface StoredReport extends Omit<Report, 'id'> {
  _id: string;
  expiresAt: Date;
}
/** `_id` is run|number, so that a run's findings can be paged. */
interface StoredFinding extends Finding {
  _id: string;
  run: string;
  expiresAt: Date;
}
interface Turn {
  _id: string;
  value: number;
}

const REPORTS_KEPT_MS = 400 * 86_400_000;
const FINDINGS_KEPT_MS = 30 * 86_400_000;

/** What each run of the reconciliation found. */
export async function createReconciliations({ connection }: MongoConnection): Promise<Reconciliations> {
  const reports = connection.collection<StoredReport>('reconciliations');
  const findings = connection.collection<StoredFinding>('reconciliation_findings');
  const turns = connection.collection<Turn>('marks');
  await reports.createIndex({ finishedAtMs: -1 });
  await findings.createIndex({ run: 1, organisationId: 1, _id: 1 });
  for (const kept of [reports, findings]) await kept.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });

  return {
    ...takingTurns(turns),
    async keep(run, first, found) {
      const expiresAt = new Date(Date.now() + FINDINGS_KEPT_MS);
      await findings.insertMany(
        found.map((finding, index) => ({ ...finding, _id: findingId(run, first + index), run, expiresAt })),
      );
    },
    async finish({ id, ...report }) {
      await reports.insertOne({ _id: id, ...report, expiresAt: new Date(report.finishedAtMs + REPORTS_KEPT_MS) });
    },
    latest: async () => reportOf(await reports.findOne({}, { sort: { finishedAtMs: -1 } })),
    byId: async (run) => reportOf(await reports.findOne({ _id: run })),
    async countOf(run, organisationId, cohortId) {
      const counts = await findings
        .aggregate<{ _id: string; count: number }>([
          { $match: { run, organisationId, ...(cohortId === undefined ? {} : { cohortId }) } },
          { $group: { _id: '$state', count: { $sum: 1 } } },
        ])
        .toArray();
      const of = (state: string) => counts.find(({ _id }) => _id === state)?.count ?? 0;
      return { differences: of('difference'), inFlight: of('in_flight') };
    },
    async findingsOf(run, { organisationId, cohortId, after, limit }) {
      const filter = {
        run,
        ...(organisationId === undefined ? {} : { organisationId }),
        ...(cohortId === undefined ? {} : { cohortId }),
        ...(after === undefined ? {} : { _id: { $gt: findingId(run, after) } }),
      };
      const found = await findings.find(filter).sort({ _id: 1 }).limit(limit).toArray();
      return found.map(({ _id, run: _run, expiresAt: _expiresAt, ...finding }) => ({
        number: numberIn(_id),
        ...finding,
      }));
    },
  };
}

function takingTurns(turns: Collection<Turn>): Pick<Reconciliations, 'takeTurn' | 'giveTurnBack'> {
  return {
    async takeTurn(wallAtMs, everyMs) {
      try {
        await turns.updateOne(
          { _id: 'reconcile', value: { $lte: wallAtMs - everyMs } },
          { $set: { value: wallAtMs } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The document is there and does not match: somebody had the turn a while ago.
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async giveTurnBack(untilMs, everyMs) {
      await turns.updateOne({ _id: 'reconcile' }, { $set: { value: untilMs - everyMs } });
    },
  };
}

function reportOf(found: StoredReport | null): Report | null {
  if (found === null) return null;
  const { _id, expiresAt: _, ...report } = found;
  return { id: _id, ...report };
}

/** Ordered as the numbers are. */
function findingId(run: string, number: number): string {
  return `${run}|${String(number).padStart(9, '0')}`;
}

function numberIn(id: string): number {
  return Number(id.slice(id.indexOf('|') + 1));
}
