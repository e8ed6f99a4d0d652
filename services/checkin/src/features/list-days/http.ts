import { checkinHttp, iso, refuse } from '@daka/contracts';
import { pagesBy, refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import type { MemberDays } from '../../domain/member-days';
import type { ListDays } from './handler';

/** A member number is never given again. */
const byMemberNumber = pagesBy(z.tuple([z.int().min(0)]), checkinHttp.MemberDaysFilters);

export const listDaysRoute = route<{ listDays: ListDays }>()({
  method: 'get',
  path: '/cohorts/:cohortId/days',
  summary: 'The days of every member, a letter each, and since when they are silent; by member number',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: checkinHttp.CohortParams,
  query: byMemberNumber.query,
  answers: { 200: checkinHttp.MemberDaysPage, 404: refusals('not_found') },
  async handle({ params: { cohortId }, query }, { listDays }) {
    const { silentDays, cursor: [afterNumber] = [0], limit } = query;
    const found = await listDays({ cohortId, afterNumber, limit: limit + 1, silentDays });
    if (found === null) return refuse('not_found', 'There is no such cohort.');
    const { startsOn, asOfMs, rows } = found;
    return {
      startsOn,
      asOf: iso(asOfMs),
      ...byMemberNumber.page(rows, query, ({ memberNumber }) => [memberNumber], presentDays),
    };
  },
});

function presentDays({ lastEntryAtMs, ...shown }: MemberDays): z.input<typeof checkinHttp.MemberDays> {
  return { ...shown, lastEntryAt: lastEntryAtMs === null ? null : iso(lastEntryAtMs) };
}
