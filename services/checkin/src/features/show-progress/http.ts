import { PageQuery, checkinHttp } from '@daka/contracts';
import { refusals, refuse, route } from '@daka/service-kit';
import { admitted } from '../../domain/describe-calendar';
import type { Ports } from '../ports';
import { presentProgress } from '../present';

export const showProgressRoute = route<Ports>()({
  method: 'get',
  path: '/cohorts/:cohortId/progress',
  summary: 'Where every member stands, by member number',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: checkinHttp.CohortParams,
  query: PageQuery,
  answers: { 200: checkinHttp.ProgressPage, 400: refusals('invalid_request') },
  async handle({ params: { cohortId }, query: { cursor, limit } }, { calendars, clock }) {
    const afterNumber = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(afterNumber) || afterNumber < 0) {
      return refuse('invalid_request', 'Not understood: cursor.', { fields: [{ path: 'cursor', message: 'a nextCursor of the page before' }] });
    }
    const found = await calendars.membersOf(cohortId, afterNumber, limit + 1);
    const members = found.slice(0, limit).flatMap((calendar) => admitted(calendar) ?? []);
    const nowMs = clock.nowMs();
    const last = members.at(-1);
    return {
      items: members.map((calendar) => presentProgress(calendar, nowMs)),
      ...(found.length > limit && last ? { nextCursor: String(last.run.memberNumber) } : {}),
    };
  },
});
