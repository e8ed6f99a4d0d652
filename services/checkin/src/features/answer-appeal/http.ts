import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { answerAppeal } from '../../domain/answer-appeal';
import { admitted } from '../../domain/describe-calendar';
import type { AuthorityIn } from '../authority';
import type { Ports } from '../../ports';
import { presentAppeals } from '../present/appeal';

export const answerAppealRoute = route<Pick<Ports, 'calendars' | 'clock'> & { authorityIn: AuthorityIn }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/appeals/:appealId/answer',
  summary: 'Uphold or dismiss an appeal, as somebody else than who decided, on the staff before deposits were paid',
  access: ['class_head', 'owner', 'arbiter'],
  params: checkinHttp.AppealParams,
  body: checkinHttp.AppealAnswerBody,
  answers: {
    200: checkinHttp.Appeal,
    403: refusals('own_request', 'own_decision', 'appointed_late', 'with_the_arbiter'),
    404: refusals('not_found'),
    409: refusals('already_decided', 'cohort_settled', 'enrolment_closed'),
  },
  async handle(
    { params: { enrolmentId, appealId }, body: { decision, reason }, user },
    { calendars, clock, authorityIn },
  ) {
    const authority = await authorityIn((await calendars.enrolment(enrolmentId))?.cohortId, user.id);
    const answer = { appealId, decision, reason, answeredBy: user.id, answeredAtMs: clock.nowMs(), authority };
    const outcome = await calendars.change(enrolmentId, (calendar) => answerAppeal(calendar, answer));
    if (isRefused(outcome)) return outcome;
    const calendar = admitted(outcome.state);
    const appeal = calendar && presentAppeals(calendar).find((known) => known.appealId === appealId);
    if (!appeal) throw new Error(`appeal ${appealId} was answered and is not there`);
    return appeal;
  },
});
