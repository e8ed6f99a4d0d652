import { checkinHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { decidersOf } from '../../domain/authority';
import type { Ports, StaffWhoAnswer } from '../../ports';
import { presentAppeal } from '../present/appeal';

/** Since when it waits for the arbiter, and its id: whatever is answered on the way, no other row moves. */
const bySince = pagesBy(z.tuple([z.int().min(0), z.uuid()]));

export const listArbiterAppealsRoute = route<Pick<Ports, 'calendars' | 'cohorts'>>()({
  method: 'get',
  path: '/appeals',
  summary: 'The appeals of all cohorts that wait for the arbiter: taken to them, or nobody on the staff may answer',
  access: ['arbiter'],
  query: bySince.query,
  answers: { 200: checkinHttp.ArbiterAppealPage },
  async handle({ query, user }, ports) {
    const after = query.cursor === undefined ? null : { sinceMs: query.cursor[0], appealId: query.cursor[1] };
    const asked = { arbiterId: user.id, staff: await staffWhoAnswer(ports), after, limit: query.limit + 1 };
    const found = await ports.calendars.appealsForArbiter(asked);
    return bySince.page(
      found,
      query,
      ({ sinceMs, appeal }) => [sinceMs, appeal.appealId],
      (one) => ({ ...presentAppeal(one), cohortId: one.cohortId }),
    );
  },
});

/** Who of the staff may answer, in each cohort where an appeal waits. */
async function staffWhoAnswer({ calendars, cohorts }: Pick<Ports, 'calendars' | 'cohorts'>): Promise<StaffWhoAnswer[]> {
  const staff: StaffWhoAnswer[] = [];
  for (const cohortId of await calendars.cohortsWithOpenAppeals()) {
    const [cohort, firstPaidAtMs] = await Promise.all([cohorts.load(cohortId), calendars.firstPaidAtMs(cohortId)]);
    if (cohort !== null) staff.push({ cohortId, accountIds: decidersOf(cohort, firstPaidAtMs) });
  }
  return staff;
}
