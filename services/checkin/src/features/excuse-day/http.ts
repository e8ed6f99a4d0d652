import { checkinHttp, iso, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { excuseDayForAll } from '../../domain/excuse-day-for-all';
import type { AuthorityIn } from '../authority';
import type { Ports } from '../../ports';

export const excuseDayRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'> & { authorityIn: AuthorityIn }>()({
  method: 'post',
  path: '/cohorts/:cohortId/excused-days',
  summary: 'Excuse a day for all, such as after an outage; applied to every calendar soon after',
  access: ['owner', 'class_head', 'arbiter'],
  params: checkinHttp.CohortParams,
  body: checkinHttp.ExcusedDayBody,
  answers: {
    202: checkinHttp.ExcusedDay,
    403: refusals('own_request', 'appointed_late'),
    404: refusals('not_found'),
    409: refusals('day_not_in_plan', 'day_not_required', 'cohort_settled', 'cohort_cancelled'),
  },
  async handle({ params: { cohortId }, body: { day, reason }, user }, { calendars, cohorts, clock, authorityIn }) {
    const [authority, isLearner] = await Promise.all([
      authorityIn(cohortId, user.id),
      calendars.hasApplied(cohortId, user.id),
    ]);
    const excused = { day, reason, decidedBy: user.id, excusedAtMs: clock.nowMs(), authority, isLearner };
    const outcome = await cohorts.change(cohortId, (cohort) => excuseDayForAll(cohort, excused));
    if (isRefused(outcome)) return outcome;
    const known = outcome.state.excusedDays.find((candidate) => candidate.day === day);
    if (known === undefined) throw new Error(`${day} was excused and is not there`);
    return { cohortId, day, reason: known.reason, excusedAt: iso(known.excusedAtMs), applied: known.applied };
  },
});
