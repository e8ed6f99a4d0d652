import type { MongoConnection } from '@daka/service-kit';
import type { Finding } from '../../domain/reconcile/judge';
import type { Report } from '../../domain/reconcile/report';
import type { Reconciliations } from '../../ports';

interface StoredReport extends Omit<Report, 'id'> { _id: string; expiresAt: Date }
/** `_id` is run|number, so that a run's findings can be paged. */
interface StoredFinding extends Finding { _id: string; run: string; expiresAt: Date }
interface Turn { _id: string; value: number }

const REPORTS_KEPT_MS = 400 * 86_400_000;
const FINDINGS_KEPT_MS = 30 * 86_400_000;
const DUPLICATE_KEY = 11_000;

/** What each run of the reconciliation found. */
export async function createReconciliations({ connection }: MongoConnection): Promise<Reconciliations> {
  const reports = connection.collection<StoredReport>('reconciliations');
  const findings = connection.collection<StoredFinding>('reconciliation_findings');
  const turns = connection.collection<Turn>('marks');
  await reports.createIndex({ finishedAtMs: -1 });
  await findings.createIndex({ run: 1, organisationId: 1, _id: 1 });
  for (const kept of [reports, findings]) await kept.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 });

  return {
    async takeTurn(wallAtMs, everyMs) {
      try {
        await turns.updateOne({ _id: 'reconcile', value: { $lte: wallAtMs - everyMs } }, { $set: { value: wallAtMs } }, { upsert: true });
        return true;
      } catch (error) {
        // The document is there and does not match: somebody had the turn a while ago.
        if ((error as { code?: number }).code === DUPLICATE_KEY) return false;
        throw error;
      }
    },
    async giveTurnBack(untilMs, everyMs) {
      await turns.updateOne({ _id: 'reconcile' }, { $set: { value: untilMs - everyMs } });
    },
    async keep(run, first, found) {
      const expiresAt = new Date(Date.now() + FINDINGS_KEPT_MS);
      await findings.insertMany(found.map((finding, index) => ({ ...finding, _id: `${run}|${String(first + index).padStart(9, '0')}`, run, expiresAt })));
    },
    async finish({ id, ...report }) {
      await reports.insertOne({ _id: id, ...report, expiresAt: new Date(report.finishedAtMs + REPORTS_KEPT_MS) });
    },
    async latest() {
      const found = await reports.findOne({}, { sort: { finishedAtMs: -1 } });
      if (found === null) return null;
      const { _id, expiresAt: _, ...report } = found;
      return { id: _id, ...report };
    },
    async countOf(run, organisationId) {
      const counts = await findings.aggregate<{ _id: string; count: number }>([{ $match: { run, organisationId } }, { $group: { _id: '$state', count: { $sum: 1 } } }]).toArray();
      const of = (state: string) => counts.find(({ _id }) => _id === state)?.count ?? 0;
      return { differences: of('difference'), inFlight: of('in_flight') };
    },
    async findingsOf(run, { organisationId, afterId, limit }) {
      const filter = { run, ...(organisationId === undefined ? {} : { organisationId }), ...(afterId === undefined ? {} : { _id: { $gt: afterId } }) };
      const found = await findings.find(filter).sort({ _id: 1 }).limit(limit).toArray();
      return found.map(({ _id, run: _run, expiresAt: _expiresAt, ...finding }) => ({ id: _id, ...finding }));
    },
  };
}
