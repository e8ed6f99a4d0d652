import { homeworkHttp, iso, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Assignment } from '../../domain/assignment';
import { completionOf, type CompletionItem } from '../../domain/completion';
import { submissionFor, type Portfolio } from '../../domain/portfolio';
import type { Ports } from '../../ports';
import { forReader, presentMine, type Reader } from '../present/assignment';

export const showCompletionRoute = route<Pick<Ports, 'portfolios' | 'assignments' | 'cohorts' | 'clock'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/homework',
  summary: 'How far a learner is with the homework of the cohort, and how many answers are unread',
  access: ['learner', 'instructor', 'class_head', 'owner'],
  params: homeworkHttp.EnrolmentParams,
  answers: { 200: homeworkHttp.Completion, 404: refusals('no_enrolment') },
  async handle({ params }, { portfolios, assignments, cohorts, clock }) {
    const portfolio = await portfolios.load(params.enrolmentId);
    if (!portfolio) return refuse('no_enrolment');
    const { cohortId } = portfolio;
    const [all, cohort] = await Promise.all([assignments.ofCohort(cohortId), cohorts.loadRecent(cohortId)]);
    const reader = { portfolio, cohort, nowMs: clock.nowMs() };
    const { items, ...sums } = completionOf(
      portfolio,
      all.filter(isTheirs(portfolio)).map((assignment) => forReader(assignment, reader)),
      reader.nowMs,
    );
    return { enrolmentId: params.enrolmentId, ...sums, items: items.map((item) => presentItem(item, reader)) };
  },
});

/** What the cohort is given is for its members; who is none has what they handed in. */
function isTheirs(portfolio: Portfolio) {
  return ({ id }: Assignment): boolean => portfolio.status === 'member' || submissionFor(portfolio, id) !== undefined;
}

function presentItem({ assignment, late, scorePercent }: CompletionItem, reader: Reader) {
  const { id, title, dueAtMs, day } = assignment;
  return { assignmentId: id, title, dueAt: iso(dueAtMs), day, late, scorePercent, ...presentMine(assignment, reader) };
}
