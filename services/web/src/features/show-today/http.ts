import { Id } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import { TodayBody } from './answer';
import type { SessionCookie } from '../../ports';
import type { ShowToday } from './handler';

export const showTodayRoute = route<{ showToday: ShowToday; cookie: Pick<SessionCookie, 'visitOf'> }>()({
  method: 'get',
  path: '/today',
  summary: 'What a learner needs first: the day that runs, what it is worth, the money, in one answer',
  access: 'signed_in',
  query: z.strictObject({ enrolment: Id.optional() }),
  answers: { 200: TodayBody, 503: refusals('unavailable') },
  // The caller was let in by this very header.
  handle: async ({ req, query }, { showToday, cookie }) =>
    showToday(req.headers.authorization ?? '', cookie.visitOf(req), query.enrolment),
});
