import { checkinHttp, iso, isRefused } from '@daka/contracts';
import { reviewDaysOf } from '@daka/rules';
import { refusals, route } from '@daka/service-kit';
import { rejectEntry } from '../../domain/reject-entry';
import type { Ports } from '../../ports';

export const rejectEntryRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'>>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/entries/:day/rejection',
  summary: 'Reject a check-in with a reason, within the review window; its day is free again',
  access: ['instructor', 'class_head', 'owner'],
  params: checkinHttp.EntryParams,
  body: checkinHttp.RejectionBody,
  answers: {
    200: checkinHttp.Rejection,
    403: refusals('own_request'),
    409: refusals(
      'no_entry',
      'already_decided',
      'review_is_automatic',
      'review_window_closed',
      'cohort_settled',
      'enrolment_closed',
    ),
  },
  async handle({ params: { enrolmentId, day }, body: { reason, acceptedAt }, user }, { calendars, cohorts, clock }) {
    const enrolment = await calendars.enrolment(enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    const reviewDays = cohort === null ? 0 : reviewDaysOf(cohort.policy);
    const rejection = { day, reason, rejectedBy: user.id, rejectedAtMs: clock.nowMs(), reviewDays };
    const readAtMs = acceptedAt === undefined ? undefined : Date.parse(acceptedAt);
    const outcome = await calendars.change(enrolmentId, (calendar) =>
      rejectEntry(calendar, { ...rejection, readAtMs }),
    );
    if (isRefused(outcome)) return outcome;
    if (outcome.state.status !== 'open') throw new Error(`a rejection left the calendar ${outcome.state.status}`);
    const { entitledMinor } = outcome.state.run.announced;
    return { enrolmentId, day, reason, rejectedBy: user.id, rejectedAt: iso(rejection.rejectedAtMs), entitledMinor };
  },
});
