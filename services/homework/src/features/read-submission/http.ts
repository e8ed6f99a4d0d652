import { homeworkHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { submissionFor, type Portfolio, type Submission } from '../../domain/portfolio';
import type { Ports } from '../../ports';
import { presentWithTexts } from '../present/submission';

const answers = { 200: homeworkHttp.SubmissionWithText, 404: refusals('no_submission') } as const;

export const readMySubmissionRoute = route<Ports>()({
  method: 'get',
  path: '/assignments/:assignmentId/submissions/mine',
  summary: 'What I handed in for an assignment, with every version and the feedback',
  access: ['learner'],
  params: homeworkHttp.AssignmentParams,
  answers,
  async handle({ params, user }, ports) {
    const assignment = await ports.assignments.load(params.assignmentId);
    const portfolio = assignment && (await ports.portfolios.ofLearner(user.id, assignment.cohortId));
    return present(ports, portfolio, portfolio && submissionFor(portfolio, params.assignmentId));
  },
});

export const readSubmissionRoute = route<Ports>()({
  method: 'get',
  path: '/submissions/:submissionId',
  summary: 'One submission with every version and the feedback',
  access: ['learner', 'instructor', 'class_head', 'owner'],
  params: homeworkHttp.SubmissionParams,
  answers,
  async handle({ params }, ports) {
    const portfolio = await ports.portfolios.bySubmission(params.submissionId);
    return present(
      ports,
      portfolio,
      portfolio?.submissions.find(({ id }) => id === params.submissionId),
    );
  },
});

async function present({ portfolios }: Ports, portfolio: Portfolio | null, submission: Submission | null | undefined) {
  if (!portfolio || !submission) return refuse('no_submission', 'Nothing was handed in.');
  return presentWithTexts(portfolio.enrolmentId, submission, await portfolios.texts(submission.id));
}
