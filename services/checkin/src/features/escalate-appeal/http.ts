import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { admitted } from '../../domain/describe-calendar';
import { escalateAppeal } from '../../domain/escalate-appeal';
import type { Ports } from '../../ports';
import { presentAppeals } from '../present/appeal';

export const escalateAppealRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'>>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/appeals/:appealId/escalation',
  summary: "Take a dismissal to the platform's arbiter, once, within the appeal window after it",
  access: ['learner'],
  idempotent: true,
  params: checkinHttp.AppealParams,
  body: checkinHttp.EscalationBody,
  answers: {
    201: checkinHttp.Appeal,
    404: refusals('not_found'),
    409: refusals(
      'not_dismissed',
      'already_escalated',
      'answer_is_final',
      'appeal_window_closed',
      'cohort_settled',
      'enrolment_closed',
    ),
  },
  async handle({ params: { enrolmentId, appealId }, body: { reason } }, { calendars, cohorts, clock }) {
    const enrolment = await calendars.enrolment(enrolmentId);
    const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
    const escalated = { appealId, reason, escalatedAtMs: clock.nowMs(), appealDays: cohort?.appealDays ?? 0 };
    const outcome = await calendars.change(enrolmentId, (calendar) => escalateAppeal(calendar, escalated));
    if (isRefused(outcome)) return outcome;
    const calendar = admitted(outcome.state);
    const appeal = calendar && presentAppeals(calendar).find((known) => known.appealId === appealId);
    if (!appeal) throw new Error(`appeal ${appealId} was taken to the arbiter and is not there`);
    return appeal;
  },
});
