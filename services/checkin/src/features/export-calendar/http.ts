import { checkinHttp } from '@daka/contracts';
import { refusals, refuse, route } from '@daka/service-kit';
import { admitted } from '../../domain/describe-calendar';
import type { Ports } from '../ports';
import { presentExport } from './present';

export const exportCalendarRoute = route<Ports>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/export',
  summary: 'Your policy, check-ins and what they are worth: check-in\'s half of what "replay my money" recomputes.',
  access: ['learner'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.CalendarExport, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { calendars, cohorts, clock }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    const cohort = calendar && (await cohorts.load(calendar.enrolment.cohortId));
    if (calendar === null || cohort === null) return refuse('not_found', 'There are no days before admission.');
    return presentExport(calendar, cohort.policy, clock.nowMs());
  },
});
