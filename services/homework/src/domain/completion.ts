import type { Assignment } from './assignment';
import { latestVersion, submissionFor, unreadOf, type Portfolio, type Submission } from './portfolio';

export interface CompletionItem {
  assignment: Assignment;
  status: 'open' | 'overdue' | Submission['status'];
  late: boolean;
  scorePercent: number | null;
  submission: Submission | null;
  /** Answers that the learner has not read. */
  unread: number;
}

export interface Completion {
  assignments: number;
  submitted: number;
  accepted: number;
  late: number;
  /** Weighted mean of the scored homework by weightPercent (1 where none is set); null before the first score. */
  scorePercent: number | null;
  /** Pieces of homework with an answer that the learner has not read. */
  feedbackUnread: number;
  items: readonly CompletionItem[];
}

/** How far a learner is with the homework of their cohort, as of an instant. */
export function completionOf(portfolio: Portfolio, assignments: readonly Assignment[], asOfMs: number): Completion {
  const items = assignments.map((assignment) => itemFor(portfolio, assignment, asOfMs));
  const handedIn = items.filter(({ submission }) => submission);
  return {
    assignments: items.length,
    submitted: handedIn.length,
    accepted: items.filter(({ status }) => status === 'accepted').length,
    late: items.filter(({ late }) => late).length,
    scorePercent: weightedScore(items),
    feedbackUnread: items.filter(({ unread }) => unread > 0).length,
    items,
  };
}

/** How one assignment stands for the learner. */
export function itemFor(portfolio: Portfolio, assignment: Assignment, asOfMs: number): CompletionItem {
  const submission = submissionFor(portfolio, assignment.id);
  if (!submission) {
    const status = asOfMs >= assignment.dueAtMs ? 'overdue' : 'open';
    return { assignment, status, late: false, scorePercent: null, submission: null, unread: 0 };
  }
  const scored = submission.feedback.filter(({ scorePercent }) => scorePercent !== null).at(-1);
  return {
    assignment,
    status: submission.status,
    late: submission.versions[0]?.late ?? latestVersion(submission).late,
    scorePercent: scored?.scorePercent ?? null,
    submission,
    unread: unreadOf(submission),
  };
}

function weightedScore(items: readonly CompletionItem[]): number | null {
  const scored = items.flatMap(({ assignment, scorePercent }) =>
    scorePercent === null ? [] : [{ weight: assignment.weightPercent ?? 1, scorePercent }],
  );
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const sum = scored.reduce((acc, { weight, scorePercent }) => acc + weight * scorePercent, 0);
  return Math.round((sum / total) * 100) / 100;
}
