import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { keepVerdict } from '../../domain/keep-verdict';
import type { Ports } from '../../ports';
import { prepareAnswer } from '../prepare-answer';
import { presentKept } from '../present/kept';

export const keepVerdictRoute = route<Pick<Ports, 'portfolios' | 'assignments' | 'desks' | 'clock'>>()({
  method: 'post',
  path: '/submissions/:submissionId/verdict',
  summary: 'Answer, with ten seconds to take it back; the learner hears nothing before they are over',
  access: ['instructor', 'class_head', 'owner'],
  idempotent: true,
  params: homeworkHttp.SubmissionParams,
  body: homeworkHttp.FeedbackBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    201: homeworkHttp.KeptVerdict,
    403: refusals('own_work'),
    404: refusals('no_submission'),
    409: refusals('newer_version_exists', 'already_accepted', 'verdict_kept', 'claimed_by_other'),
    422: refusals('unknown_version', 'score_by_rubric', 'no_rubric', 'levels_do_not_fit'),
  },
  async handle({ params: { submissionId }, body, user }, ports) {
    const prepared = await prepareAnswer({ submissionId, reviewerId: user.id, body }, ports);
    if (isRefused(prepared)) return prepared;
    const { portfolio: found, given, nowMs } = prepared;
    const outcome = await ports.portfolios.change(found.enrolmentId, (portfolio) =>
      keepVerdict(portfolio ?? found, submissionId, given, nowMs),
    );
    if (isRefused(outcome)) return outcome;
    const kept = outcome.state.submissions.find(({ id }) => id === submissionId)?.kept;
    return kept ? presentKept(kept) : refuse('no_submission');
  },
});
