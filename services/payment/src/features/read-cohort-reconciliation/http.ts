import { iso, paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import { neverRan, presentFinding } from '../present/finding';

/** In the order in which a run found them. The pages of one run are turned to its end, though another one ends meanwhile. */
const byNumber = pagesBy(z.tuple([z.uuid(), z.int().min(0)]));

type Needs = {
  reconciliations: Pick<Ports['reconciliations'], 'latest' | 'byId' | 'countOf' | 'findingsOf'>;
  cohorts: Pick<Ports['cohorts'], 'organisationOf'>;
};

export const readCohortReconciliationRoute = route<Needs>()({
  method: 'get',
  path: '/cohorts/:cohortId/reconciliation',
  summary: 'Where ledger and processor differ about the payments of one cohort, as the last comparison found it.',
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: byNumber.query,
  answers: { 200: paymentHttp.ReconciliationBody },
  async handle({ params: { cohortId }, query }, { reconciliations, cohorts }) {
    const [run, after] = query.cursor ?? [];
    const report = await (run === undefined ? reconciliations.latest() : reconciliations.byId(run));
    const organisationId = await cohorts.organisationOf(cohortId);
    if (report === null || organisationId === null) return neverRan();
    const [counts, found] = await Promise.all([
      reconciliations.countOf(report.id, organisationId, cohortId),
      reconciliations.findingsOf(report.id, { organisationId, cohortId, limit: query.limit + 1, after }),
    ]);
    const page = byNumber.page(found, query, ({ number }) => [report.id, number], presentFinding);
    return { checkedAt: iso(report.finishedAtMs), ...counts, ...page };
  },
});
