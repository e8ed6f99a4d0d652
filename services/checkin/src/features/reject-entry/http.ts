import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { rejectEntry } from '../../domain/reject-entry';
import type { Ports } from '../ports';
import { iso } from '../present';

export const rejectEntryRoute = route<Ports>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/entries/:day/rejection',
  summary: 'Reject a check-in with a reason; its day is free again',
  access: ['instructor', 'class_head', 'owner'],
  params: checkinHttp.EntryParams,
  body: checkinHttp.RejectionBody,
  answers: {
    200: checkinHttp.Rejection,
    409: refusals('no_entry', 'review_is_automatic', 'cohort_settled', 'enrolment_closed'),
  },
  async handle({ params: { enrolmentId, day }, body: { reason }, user }, { calendars, clock }) {
    const rejection = { day, reason, rejectedBy: user.id, rejectedAtMs: clock.nowMs() };
    const outcome = await calendars.change(enrolmentId, (calendar) => rejectEntry(calendar, rejection));
    if (isRefused(outcome)) return outcome;
    if (outcome.state.status !== 'open') throw new Error(`a rejection left the calendar ${outcome.state.status}`);
    const { entitledMinor } = outcome.state.run.standing;
    return { enrolmentId, day, reason, rejectedBy: user.id, rejectedAt: iso(rejection.rejectedAtMs), entitledMinor };
  },
});
