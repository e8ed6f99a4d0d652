import { homeworkHttp, iso } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports, WaitingVersion } from '../../ports';
import { presentCounts } from '../present/counts';

/** By the time since when a submission waits, which stays as it is until it is answered. */
const byWaiting = pagesBy(z.tuple([z.int(), z.uuid()]));

export const reviewQueueRoute = route<Pick<Ports, 'portfolios'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/review-queue',
  summary: 'What waits for a reviewer, what waits longest first',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.CohortParams,
  query: byWaiting.query,
  answers: { 200: homeworkHttp.ReviewQueue },
  async handle({ params, query }, { portfolios }) {
    const [waitingSinceMs, submissionId] = query.cursor ?? [0, ''];
    const waiting = await portfolios.waiting(params.cohortId, { waitingSinceMs, submissionId }, query.limit + 1);
    return byWaiting.page(waiting, query, (row) => [row.waitingSinceMs, row.submissionId], presentWaiting);
  },
});

function presentWaiting({
  version,
  waitingSinceMs,
  counts,
  ...waiting
}: WaitingVersion): z.infer<typeof homeworkHttp.QueueItem> {
  const { late, characters } = version;
  return {
    ...waiting,
    version: version.version,
    late,
    characters,
    waitingSince: iso(waitingSinceMs),
    counts: presentCounts(counts),
  };
}
