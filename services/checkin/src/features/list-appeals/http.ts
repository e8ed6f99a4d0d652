import { PageQuery, checkinHttp } from '@daka/contracts';
import { refusals, refuse, route } from '@daka/service-kit';
import { z } from 'zod';
import { admitted } from '../../domain/describe-calendar';
import type { AppealPlace, FoundAppeal, Ports } from '../ports';
import { presentAppeal, presentAppeals } from '../present';

export const listOwnAppealsRoute = route<Ports>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/appeals',
  summary: 'The appeals of one learner with their answers, the oldest first',
  access: ['learner', 'owner', 'class_head'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.AppealList },
  async handle({ params: { enrolmentId } }, { calendars }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    return { items: calendar === null ? [] : presentAppeals(calendar) };
  },
});

export const listAppealsRoute = route<Ports>()({
  method: 'get',
  path: '/cohorts/:cohortId/appeals',
  summary: 'The appeals of a cohort, those that wait for an answer first',
  access: ['owner', 'class_head'],
  params: checkinHttp.CohortParams,
  query: PageQuery,
  answers: { 200: checkinHttp.AppealPage, 400: refusals('invalid_request') },
  async handle({ params: { cohortId }, query: { cursor, limit } }, { calendars }) {
    const after = cursor === undefined ? null : placeOf(cursor);
    if (after === undefined) {
      return refuse('invalid_request', 'Not understood: cursor.', { fields: [{ path: 'cursor', message: 'a nextCursor of the page before' }] });
    }
    const found = await calendars.appealsIn(cohortId, after, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(presentAppeal), ...(found.length > limit && last ? { nextCursor: cursorOf(last) } : {}) };
  },
});

const Cursor = z.tuple([z.enum(['open', 'answered']), z.coerce.number().int().min(0), z.uuid()]);

function cursorOf({ appeal: { answer, openedAtMs, appealId }, isCancelled }: FoundAppeal): string {
  return [answer !== null || isCancelled ? 'answered' : 'open', openedAtMs, appealId].join('.');
}

/** Undefined: this is no cursor. */
function placeOf(cursor: string): AppealPlace | undefined {
  const parsed = Cursor.safeParse(cursor.split('.'));
  if (!parsed.success) return undefined;
  const [state, openedAtMs, appealId] = parsed.data;
  return { isAnswered: state === 'answered', openedAtMs, appealId };
}
