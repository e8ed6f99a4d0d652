import { checkinHttp, iso } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { answerDueMs } from '../../domain/waiting-requests';
import type { ListedLeave, Ports, RequestPlace } from '../../ports';
import { presentLeave } from '../present/leave';

/** The first page's instant, whether the request waited then, when it was made and its id: a decision on the way moves no row to another place. */
const byWaiting = pagesBy(z.tuple([z.int().min(0), z.boolean(), z.int().min(0), z.uuid()]));

export const listLeaveRoute = route<Pick<Ports, 'calendars' | 'clock'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/leave',
  summary: 'The requests for leave of a cohort, those that wait for a decision first',
  access: ['owner', 'class_head'],
  params: checkinHttp.CohortParams,
  query: byWaiting.query,
  answers: { 200: checkinHttp.LeavePage },
  async handle({ params: { cohortId }, query }, { calendars, clock }) {
    const asOfMs = query.cursor?.[0] ?? clock.nowMs();
    const after = query.cursor === undefined ? null : placeOf(query.cursor);
    const found = await calendars.leaveIn(cohortId, asOfMs, after, query.limit + 1);
    return byWaiting.page(
      found,
      query,
      ({ waited, request }) => [asOfMs, waited, request.requestedAtMs, request.leaveId],
      presentMemberLeave,
    );
  },
});

function presentMemberLeave({
  enrolmentId,
  memberNumber,
  request,
  waited,
  appealDays,
}: ListedLeave): z.input<typeof checkinHttp.MemberLeave> {
  const waits = waited && request.decision === null && appealDays !== undefined;
  const answerDueAt = waits ? iso(answerDueMs({ sinceMs: request.requestedAtMs }, appealDays)) : null;
  return { ...presentLeave(enrolmentId, request), memberNumber, answerDueAt };
}

function placeOf([, waited, atMs, id]: [number, boolean, number, string]): RequestPlace {
  return { waited, atMs, id };
}
