import type { Finding } from '../../domain/reconcile/judge';
import type { Reconciliations } from '../../ports';

export interface ShownReconciliation {
  /** Null: it never ran. */
  checkedAt: string | null;
  differences: number;
  inFlight: number;
  items: Shown[];
  nextCursor?: string;
}

type Shown = Omit<Finding, 'movedAtMs' | 'organisationId' | 'types'> & { types: string[]; movedAt: string | null };

/** What the last run found that concerns this organisation. */
export function createReadReconciliation({ reconciliations }: { reconciliations: Pick<Reconciliations, 'latest' | 'countOf' | 'findingsOf'> }) {
  return async function readReconciliation(organisationId: string, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<ShownReconciliation> {
    const report = await reconciliations.latest();
    if (report === null) return { checkedAt: null, differences: 0, inFlight: 0, items: [] };
    const [counts, found] = await Promise.all([
      reconciliations.countOf(report.id, organisationId),
      reconciliations.findingsOf(report.id, { organisationId, limit: limit + 1, ...(cursor === undefined ? {} : { afterId: cursor }) }),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      checkedAt: new Date(report.finishedAtMs).toISOString(), ...counts, items: page.map(shown),
      ...(found.length > limit && last ? { nextCursor: last.id } : {}),
    };
  };
}

function shown({ id: _, movedAtMs, organisationId: _organisation, types, ...finding }: Finding & { id: string }): Shown {
  return { ...finding, types: [...types], movedAt: movedAtMs === null ? null : new Date(movedAtMs).toISOString() };
}
