import { membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { afterPlace } from '../present/pages';
import type { ListRevokedSessions } from './handler';

/** As they were ended; one that is ended while pages are turned comes last. */
const byTime = pagesBy(z.tuple([z.int(), z.uuid()]), http.RevokedSessionsFilters);

/** For every service that takes access tokens: they die with their sign-in. Ids alone open nothing and name nobody. */
export const listRevokedSessionsRoute = route<{ listRevokedSessions: ListRevokedSessions }>()({
  method: 'get',
  path: '/sessions/revoked',
  summary: 'Sign-ins whose access tokens no longer count',
  access: 'public',
  internal: true,
  query: byTime.query,
  answers: { 200: http.RevokedSessionsPage },
  async handle({ query }, { listRevokedSessions }) {
    const { found, asOfMs } = await listRevokedSessions(query.afterMs ?? null, afterPlace(query));
    return {
      ...byTime.page(
        found,
        query,
        ({ id, revokedAtMs }) => [revokedAtMs, id],
        ({ id }) => id,
      ),
      asOfMs,
    };
  },
});
