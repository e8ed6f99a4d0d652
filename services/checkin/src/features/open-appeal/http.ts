import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { openAppeal } from '../../domain/open-appeal';
import { admitted } from '../../domain/describe-calendar';
import type { Ports } from '../../ports';
import { presentAppeals } from '../present/appeal';

export const openAppealRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock' | 'newId'>>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/appeals',
  summary: 'Appeal a rejected check-in or a removal; the amount in question is frozen until it is answered',
  access: ['learner'],
  idempotent: true,
  params: checkinHttp.EnrolmentParams,
  body: checkinHttp.AppealBody,
  answers: {
    201: checkinHttp.Appeal,
    409: refusals(
      'not_rejected',
      'not_removed',
      'already_checked_in',
      'already_appealed',
      'appeal_window_closed',
      'cohort_settled',
      'enrolment_closed',
      'not_admitted',
    ),
  },
  async handle({ params: { enrolmentId }, body: { subject, reason } }, { calendars, cohorts, clock, newId }) {
    const enrolment = await calendars.enrolment(enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    const appealDays = cohort?.appealDays ?? 0;
    const request = { appealId: newId(), subject, reason, openedAtMs: clock.nowMs(), appealDays };
    const outcome = await calendars.change(enrolmentId, (calendar) => openAppeal(calendar, request));
    if (isRefused(outcome)) return outcome;
    const calendar = admitted(outcome.state);
    const appeal = calendar && presentAppeals(calendar).find(({ appealId }) => appealId === request.appealId);
    if (!appeal) throw new Error(`appeal ${request.appealId} was opened and is not there`);
    return appeal;
  },
});
