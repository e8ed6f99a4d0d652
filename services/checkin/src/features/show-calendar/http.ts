import { checkinHttp } from '@daka/contracts';
import { refusals, refuse, route } from '@daka/service-kit';
import { admitted } from '../../domain/describe-calendar';
import type { Ports } from '../ports';
import { presentCalendar } from '../present';

export const showCalendarRoute = route<Ports>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/calendar',
  summary: 'Every day of a learner with its state and its part in the money',
  access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.CalendarView, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { calendars, clock }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    if (calendar === null) return refuse('not_found', 'There are no days before admission.');
    return presentCalendar(calendar, await calendars.longTexts(enrolmentId), clock.nowMs());
  },
});
