import { homeworkHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { completionOf, type CompletionItem } from '../../domain/completion';
import type { Ports } from '../ports';
import { isoOf } from '../present';

export const showCompletionRoute = route<Ports>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/homework',
  summary: 'How far a learner is with the homework of the cohort',
  access: ['learner', 'instructor', 'class_head', 'owner'],
  params: homeworkHttp.EnrolmentParams,
  answers: { 200: homeworkHttp.Completion, 404: refusals('no_enrolment') },
  async handle({ params }, { portfolios, assignments, clock }) {
    const portfolio = await portfolios.load(params.enrolmentId);
    if (!portfolio) return refuse('no_enrolment');
    const completion = completionOf(portfolio, await assignments.ofCohort(portfolio.cohortId), clock.nowMs());
    return { enrolmentId: params.enrolmentId, ...completion, items: completion.items.map(presentItem) };
  },
});

function presentItem({ assignment, status, late, scorePercent, submission }: CompletionItem) {
  const { id, title, dueAtMs } = assignment;
  return { assignmentId: id, title, dueAt: isoOf(dueAtMs), status, late, scorePercent, submissionId: submission?.id ?? null };
}
