import { iso, paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { neverRan, presentFinding } from '../present/finding';

/** In the order in which a run found them. The pages of one run are turned to its end, though another one ends meanwhile. */
const byNumber = pagesBy(z.tuple([z.uuid(), z.int().min(0)]));

type Needs = { reconciliations: Pick<Ports['reconciliations'], 'latest' | 'byId' | 'countOf' | 'findingsOf'> };

export const readReconciliationRoute = route<Needs>()({
  method: 'get',
  path: '/organisations/:organisationId/reconciliation',
  summary: 'Where the ledger and the processor differ, as the last comparison found it, each with its likely cause.',
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  query: byNumber.query,
  answers: { 200: paymentHttp.ReconciliationBody },
  async handle({ params: { organisationId }, query }, { reconciliations }) {
    const [run, after] = query.cursor ?? [];
    const report = await (run === undefined ? reconciliations.latest() : reconciliations.byId(run));
    if (report === null) return neverRan();
    const [counts, found] = await Promise.all([
      reconciliations.countOf(report.id, organisationId),
      reconciliations.findingsOf(report.id, { organisationId, limit: query.limit + 1, after }),
    ]);
    const page = byNumber.page(found, query, ({ number }) => [report.id, number], presentFinding);
    return { checkedAt: iso(report.finishedAtMs), ...counts, ...page };
  },
});
