import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { takeVerdictBack } from '../../domain/keep-verdict';
import type { KeptVerdict } from '../../domain/portfolio';
import type { Ports } from '../../ports';
import { presentKept } from '../present/kept';

export const undoVerdictRoute = route<Pick<Ports, 'portfolios' | 'clock'>>()({
  method: 'delete',
  path: '/submissions/:submissionId/verdict',
  summary:
    'Take my verdict back before it is said, or throw away one that a newer version overtook; it is shown once more',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.SubmissionParams,
  answers: {
    200: homeworkHttp.KeptVerdict,
    403: refusals('not_your_feedback'),
    404: refusals('no_submission', 'no_verdict'),
    409: refusals('already_said'),
  },
  async handle({ params: { submissionId }, user }, { portfolios, clock }) {
    const found = await portfolios.bySubmission(submissionId);
    if (!found) return refuse('no_submission');
    let kept: KeptVerdict | null = null;
    const outcome = await portfolios.change(found.enrolmentId, (portfolio) => {
      kept = portfolio?.submissions.find(({ id }) => id === submissionId)?.kept ?? null;
      return takeVerdictBack(portfolio, submissionId, user.id, clock.nowMs());
    });
    if (isRefused(outcome)) return outcome;
    return kept === null ? refuse('no_verdict') : presentKept(kept);
  },
});
