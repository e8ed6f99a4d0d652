import type { PlainDate } from '@daka/rules';

/** What a reviewer may say of a version. `commented` and `accepted` end the review, `changes_requested` asks for a new version. */
export type Verdict = 'commented' | 'accepted' | 'changes_requested';

export interface Version {
  version: number;
  characters: number;
  submittedAtMs: number;
  /** Handed in after the assignment was due. */
  late: boolean;
}

export interface Feedback {
  version: number;
  verdict: Verdict;
  /** Markdown. */
  comment: string;
  scorePercent: number | null;
  reviewerId: string;
  reviewedAtMs: number;
}

export interface Submission {
  id: string;
  assignmentId: string;
  status: 'submitted' | Verdict;
  versions: readonly Version[];
  feedback: readonly Feedback[];
}

/** All homework of one learner in one cohort; its id is the enrolment's. The texts lie beside it (see `version-submitted`). */
export interface Portfolio {
  enrolmentId: string;
  cohortId: string;
  learnerId: string;
  status: 'applicant' | 'member' | 'left';
  memberNumber: number | null;
  submissions: readonly Submission[];
}

export type PortfolioEvent =
  | { type: 'opened'; enrolmentId: string; cohortId: string; learnerId: string }
  | { type: 'admitted'; memberNumber: number }
  | { type: 'left' }
  | {
      type: 'version-submitted';
      submissionId: string;
      assignmentId: string;
      day: PlainDate | null;
      markdown: string;
      version: Version;
    }
  | { type: 'reviewed'; submissionId: string; assignmentId: string; feedback: Feedback };

export function evolve(portfolio: Portfolio | null, event: PortfolioEvent): Portfolio {
  if (event.type === 'opened') {
    const { enrolmentId, cohortId, learnerId } = event;
    return { enrolmentId, cohortId, learnerId, status: 'applicant', memberNumber: null, submissions: [] };
  }
  if (!portfolio) throw new Error(`a portfolio begins with "opened", not with "${event.type}"`);
  switch (event.type) {
    case 'admitted':
      return { ...portfolio, status: 'member', memberNumber: event.memberNumber };
    case 'left':
      return { ...portfolio, status: 'left' };
    case 'version-submitted':
      return { ...portfolio, submissions: withVersion(portfolio.submissions, event) };
    case 'reviewed':
      return { ...portfolio, submissions: withFeedback(portfolio.submissions, event) };
    default:
      return unknownEvent(event);
  }
}

export function submissionFor(portfolio: Portfolio, assignmentId: string): Submission | undefined {
  return portfolio.submissions.find((submission) => submission.assignmentId === assignmentId);
}

export function latestVersion(submission: Submission): Version {
  const latest = submission.versions.at(-1);
  if (!latest) throw new Error(`submission ${submission.id} has no version`);
  return latest;
}

function withVersion(
  submissions: readonly Submission[],
  { submissionId, assignmentId, version }: Extract<PortfolioEvent, { type: 'version-submitted' }>,
): Submission[] {
  const earlier = submissions.find(({ id }) => id === submissionId);
  const submission: Submission = {
    id: submissionId,
    assignmentId,
    status: 'submitted',
    versions: [...(earlier?.versions ?? []), version],
    feedback: earlier?.feedback ?? [],
  };
  return [...submissions.filter(({ id }) => id !== submissionId), submission];
}

function withFeedback(
  submissions: readonly Submission[],
  { submissionId, feedback }: Extract<PortfolioEvent, { type: 'reviewed' }>,
): Submission[] {
  return submissions.map((submission) =>
    submission.id === submissionId
      ? { ...submission, status: feedback.verdict, feedback: [...submission.feedback, feedback] }
      : submission,
  );
}

function unknownEvent(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
