import { homeworkHttp, iso } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Assignment } from '../../domain/assignment';
import { liveClaims, type Claim } from '../../domain/review-desk';
import type { Ports, QueueFilter, WaitingVersion } from '../../ports';
import { presentClaim } from '../present/claim';
import { presentCounts } from '../present/counts';
import { presentKept } from '../present/kept';

/** What a learner may count on: an answer within two days. */
const PROMISE_MS = 48 * 3_600_000;

/** By the time since when a submission waits, which stays as it is until it is answered; so it is also the order of what was promised. */
const byWaiting = pagesBy(z.tuple([z.int(), z.uuid()]), homeworkHttp.QueueFilters);

export const reviewQueueRoute = route<Pick<Ports, 'assignments' | 'portfolios' | 'desks' | 'clock'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/review-queue',
  summary: 'What waits for a reviewer, what waits longest first',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.CohortParams,
  query: byWaiting.query,
  answers: { 200: homeworkHttp.ReviewQueue },
  async handle({ params: { cohortId }, query, user }, { assignments, portfolios, desks, clock }) {
    const [waitingSinceMs, submissionId] = query.cursor ?? [0, ''];
    const claims = liveClaims(await desks.load(cohortId), clock.nowMs());
    const filter = { ...filterOf(query.state, claims, user.id), assignmentId: query.assignmentId };
    const after = { waitingSinceMs, submissionId };
    const [waiting, known] = await Promise.all([
      portfolios.waiting(cohortId, filter, after, query.limit + 1),
      assignments.ofCohort(cohortId),
    ]);
    const show = (row: WaitingVersion) => presentWaiting(row, known, claims);
    return byWaiting.page(waiting, query, (row) => [row.waitingSinceMs, row.submissionId], show);
  },
});

function filterOf(
  state: z.infer<typeof homeworkHttp.QueueState>,
  claims: readonly Claim[],
  userId: string,
): Omit<QueueFilter, 'assignmentId'> {
  const idsOf = (some: readonly Claim[]) => some.map(({ submissionId }) => submissionId);
  switch (state) {
    case 'waiting':
      return { kept: false };
    case 'free':
      return { kept: false, except: idsOf(claims) };
    case 'claimed':
      return { kept: false, only: idsOf(claims) };
    case 'mine':
      return { kept: false, only: idsOf(claims.filter(({ reviewerId }) => reviewerId === userId)) };
    case 'kept':
      return { kept: true };
  }
}

function presentWaiting(
  { version, waitingSinceMs, counts, kept, ...waiting }: WaitingVersion,
  assignments: readonly Assignment[],
  claims: readonly Claim[],
): z.infer<typeof homeworkHttp.QueueItem> {
  const { late, characters } = version;
  const assignment = assignments.find(({ id }) => id === waiting.assignmentId);
  const claim = claims.find(({ submissionId }) => submissionId === waiting.submissionId);
  return {
    ...waiting,
    title: assignment?.title ?? null,
    dueAt: assignment ? iso(assignment.dueAtMs) : null,
    version: version.version,
    late,
    characters,
    waitingSince: iso(waitingSinceMs),
    promisedBy: iso(waitingSinceMs + PROMISE_MS),
    counts: presentCounts(counts),
    claim: claim ? presentClaim(claim) : null,
    kept: kept ? presentKept(kept) : null,
  };
}
