import { checkinHttp, iso } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { admitted } from '../../domain/describe-calendar';
import { answerDueMs, waitsSinceMs } from '../../domain/waiting-requests';
import type { AppealPlace, ListedAppeal, Ports } from '../../ports';
import { presentAppeal, presentAppeals } from '../present/appeal';

export const listOwnAppealsRoute = route<Pick<Ports, 'calendars'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/appeals',
  summary: 'The appeals of one learner with their answers, the oldest first',
  access: ['learner', 'owner', 'class_head', 'arbiter'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.AppealList },
  async handle({ params: { enrolmentId } }, { calendars }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    return { items: calendar === null ? [] : presentAppeals(calendar) };
  },
});

/** The first page's instant, whether the appeal waited then, when it was opened and its id: an answer on the way moves no row to another place. */
const byWaiting = pagesBy(z.tuple([z.int().min(0), z.boolean(), z.int().min(0), z.uuid()]));

export const listAppealsRoute = route<Pick<Ports, 'calendars' | 'clock'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/appeals',
  summary: 'The appeals of a cohort, those that wait for an answer first',
  access: ['owner', 'class_head'],
  params: checkinHttp.CohortParams,
  query: byWaiting.query,
  answers: { 200: checkinHttp.AppealPage },
  async handle({ params: { cohortId }, query }, { calendars, clock }) {
    const asOfMs = query.cursor?.[0] ?? clock.nowMs();
    const after = query.cursor === undefined ? null : placeOf(query.cursor);
    const found = await calendars.appealsIn(cohortId, asOfMs, after, query.limit + 1);
    return byWaiting.page(
      found,
      query,
      ({ waited, appeal }) => [asOfMs, waited, appeal.openedAtMs, appeal.appealId],
      presentMemberAppeal,
    );
  },
});

function presentMemberAppeal(found: ListedAppeal): z.input<typeof checkinHttp.MemberAppeal> {
  const { appeal, isCancelled, appealDays } = found;
  const waits = appeal.answer === null && !isCancelled && appealDays !== undefined;
  const answerDueAt = waits ? iso(answerDueMs({ sinceMs: waitsSinceMs(appeal) }, appealDays)) : null;
  return { ...presentAppeal(found), answerDueAt };
}

function placeOf([, waited, openedAtMs, appealId]: [number, boolean, number, string]): AppealPlace {
  return { waited, openedAtMs, appealId };
}
