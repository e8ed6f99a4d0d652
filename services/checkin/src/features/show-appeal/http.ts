import { checkinHttp, iso, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Appeal, Run } from '../../domain/calendar';
import { admitted } from '../../domain/describe-calendar';
import { answerDueMs, waitsSinceMs } from '../../domain/waiting-requests';
import type { Ports, Texts } from '../../ports';
import { presentAppeal } from '../present/appeal';

export const showAppealRoute = route<Pick<Ports, 'calendars'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/appeals/:appealId',
  summary: 'One appeal with what was rejected and until when it waits for an answer',
  access: ['learner', 'owner', 'class_head', 'arbiter'],
  params: checkinHttp.AppealParams,
  answers: { 200: checkinHttp.AppealInFull, 404: refusals('no_appeal') },
  async handle({ params: { enrolmentId, appealId } }, { calendars }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    const appeal = calendar?.run.appeals.find((one) => one.appealId === appealId);
    if (!calendar || !appeal) return refuse('no_appeal', 'There is no such appeal.');
    const { run, enrolment, status } = calendar;
    const isCancelled = status === 'cancelled';
    const { currency, appealDays } = run.terms;
    const waits = appeal.answer === null && !isCancelled && appealDays !== undefined;
    return {
      ...presentAppeal({ enrolmentId, memberNumber: run.memberNumber, isCancelled, appeal }),
      cohortId: enrolment.cohortId,
      timeZone: enrolment.timeZone,
      currency,
      answerDueAt: waits ? iso(answerDueMs({ sinceMs: waitsSinceMs(appeal) }, appealDays)) : null,
      rejectedText: rejectedText(run, appeal, await calendars.texts(calendar)),
    };
  },
});

/** Of the check-in that the appeal is about; another of the same day may have been rejected too. */
function rejectedText({ entries }: Run, { subject, against }: Appeal, texts: Texts): string | null {
  if (subject.kind !== 'rejected_entry') return null;
  const entry = entries.find(
    ({ day, rejection }) => day === subject.day && rejection?.rejectedAtMs === against.decidedAtMs,
  );
  return (entry?.textId ? texts.get(entry.textId) : entry?.text) ?? null;
}
