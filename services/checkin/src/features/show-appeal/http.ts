import { checkinHttp, iso, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { appealedEntry } from '../../domain/appeals';
import { admitted } from '../../domain/describe-calendar';
import { answerDueMs, waitsSinceMs } from '../../domain/waiting-requests';
import type { Ports } from '../../ports';
import { presentAppeal } from '../present/appeal';
import { presentReviewedFile } from '../present/file';

export const showAppealRoute = route<Pick<Ports, 'calendars'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/appeals/:appealId',
  summary: 'One appeal with what was rejected, its pictures too, and until when it waits for an answer',
  access: ['learner', 'owner', 'class_head', 'arbiter'],
  params: checkinHttp.AppealParams,
  answers: { 200: checkinHttp.AppealInFull, 404: refusals('no_appeal') },
  async handle({ params: { enrolmentId, appealId }, user }, { calendars }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    const appeal = calendar?.run.appeals.find((one) => one.appealId === appealId);
    if (!calendar || !appeal) return refuse('no_appeal', 'There is no such appeal.');
    const { run, enrolment, status } = calendar;
    const entry = appealedEntry(run, appeal);
    const texts = await calendars.texts(calendar);
    const isOwn = enrolment.learnerId === user.id;
    const isCancelled = status === 'cancelled';
    const { currency, appealDays } = run.terms;
    const waits = appeal.answer === null && !isCancelled && appealDays !== undefined;
    return {
      ...presentAppeal({ enrolmentId, memberNumber: run.memberNumber, isCancelled, appeal }),
      cohortId: enrolment.cohortId,
      timeZone: enrolment.timeZone,
      currency,
      answerDueAt: waits ? iso(answerDueMs({ sinceMs: waitsSinceMs(appeal) }, appealDays)) : null,
      rejectedText: (entry?.textId ? texts.get(entry.textId) : entry?.text) ?? null,
      rejectedFiles: (entry?.files ?? []).map((file) => ({
        ...presentReviewedFile(file),
        ...(isOwn && { resembles: null }),
      })),
    };
  },
});
