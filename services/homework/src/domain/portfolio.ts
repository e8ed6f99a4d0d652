import { unreachable } from '@daka/contracts';
import type { PlainDate } from '@daka/rules';
import type { Counts } from './counts';
import type { Reached } from './rubric';

/** What a reviewer may say of a version. `commented` and `accepted` end the review, `changes_requested` asks for a new version. */
export type Verdict = 'commented' | 'accepted' | 'changes_requested';

/** A file to be saved, as whoever handed it in sent it. */
export interface Attachment {
  fileId: string;
  /** What it is saved as. */
  name: string;
  bytes: number;
}

export interface Version {
  version: number;
  characters: number;
  /** Uploads, in the order in which they are shown. */
  pictures: readonly string[];
  attachments: readonly Attachment[];
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
  /** What the score comes from; null: no rubric was answered. */
  reached: readonly Reached[] | null;
  reviewerId: string;
  reviewedAtMs: number;
  /** What the score was before it was put right, the oldest first. */
  corrections: readonly ScoreCorrection[];
}

/** A verdict that its reviewer may still take back, and of which nobody else has heard. */
export interface KeptVerdict {
  /** `reviewedAtMs`: the instant at which it is said. */
  feedback: Feedback;
  /** From then on it is said and stands; null: a newer version overtook it, so that it is never said, and its reviewer has the comment. */
  sayAtMs: number | null;
}

export interface ScoreCorrection {
  /** As it was until then. */
  scorePercent: number | null;
  reached: readonly Reached[] | null;
  reason: string;
  correctedBy: string;
  correctedAtMs: number;
}

export interface Submission {
  id: string;
  assignmentId: string;
  status: 'submitted' | Verdict;
  versions: readonly Version[];
  feedback: readonly Feedback[];
  /** Not an answer yet: see `KeptVerdict`. */
  kept: KeptVerdict | null;
  /** How many of the answers, the oldest first, the learner has read. */
  feedbackRead: number;
  /** The check-in that it stands for; null: it is not known here. */
  counts: Counts | null;
}

/** A day with its check-in, and when that was accepted. */
export interface DoneDay {
  day: PlainDate;
  atMs: number;
}

/** All homework of one learner in one cohort; its id is the enrolment's. The texts lie beside it (see `version-submitted`). */
export interface Portfolio {
  enrolmentId: string;
  cohortId: string;
  learnerId: string;
  /** The learner's own zone, pinned at application; null: it was not kept then. */
  timeZone: string | null;
  status: 'applicant' | 'member' | 'left';
  memberNumber: number | null;
  /** Days that are done by a check-in, as check-in says it. */
  doneDays: readonly DoneDay[];
  /** Days that ask nothing of this learner: leave, an outage, an appeal. */
  excusedDays: readonly PlainDate[];
  submissions: readonly Submission[];
  /** All that was handed in before this instant is said, or stands before it in the outbox; null: nothing was said about that yet. */
  watermarkMs: number | null;
}

export type PortfolioEvent =
  | { type: 'opened'; enrolmentId: string; cohortId: string; learnerId: string; timeZone: string }
  | { type: 'admitted'; memberNumber: number }
  | { type: 'left' }
  | {
      type: 'version-submitted';
      submissionId: string;
      assignmentId: string;
      day: PlainDate | null;
      markdown: string;
      version: Version;
      counts: Counts | null;
    }
  | { type: 'reviewed'; submissionId: string; assignmentId: string; feedback: Feedback }
  | { type: 'verdict-kept'; submissionId: string; feedback: Feedback; sayAtMs: number }
  | { type: 'verdict-taken-back'; submissionId: string }
  | {
      type: 'score-corrected';
      submissionId: string;
      number: number;
      scorePercent: number | null;
      reached: readonly Reached[] | null;
      correction: ScoreCorrection;
    }
  | { type: 'feedback-read'; submissionId: string; feedbackRead: number }
  | { type: 'watermark-set'; upToMs: number }
  | { type: 'learner-erased' }
  | { type: 'judged'; submissionId: string; counts: Counts }
  | { type: 'day-changed'; day: PlainDate; state: 'done' | 'free' | 'excused'; sinceMs: number };

export function evolve(portfolio: Portfolio | null, event: PortfolioEvent): Portfolio {
  if (event.type === 'opened') {
    const { enrolmentId, cohortId, learnerId, timeZone } = event;
    const nothing = { memberNumber: null, doneDays: [], excusedDays: [], submissions: [], watermarkMs: null };
    return { enrolmentId, cohortId, learnerId, timeZone, status: 'applicant', ...nothing };
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
    case 'verdict-kept': {
      const { submissionId, feedback, sayAtMs } = event;
      return {
        ...portfolio,
        submissions: changed(portfolio.submissions, submissionId, { kept: { feedback, sayAtMs } }),
      };
    }
    case 'verdict-taken-back':
      return { ...portfolio, submissions: changed(portfolio.submissions, event.submissionId, { kept: null }) };
    case 'score-corrected':
      return { ...portfolio, submissions: withScore(portfolio.submissions, event) };
    case 'feedback-read':
      return {
        ...portfolio,
        submissions: changed(portfolio.submissions, event.submissionId, { feedbackRead: event.feedbackRead }),
      };
    case 'watermark-set':
      return { ...portfolio, watermarkMs: Math.max(portfolio.watermarkMs ?? event.upToMs, event.upToMs) };
    case 'learner-erased':
      return { ...portfolio, submissions: portfolio.submissions.map(withoutFiles) };
    case 'judged':
      return {
        ...portfolio,
        submissions: changed(portfolio.submissions, event.submissionId, { counts: event.counts }),
      };
    case 'day-changed':
      return withDay(portfolio, event);
    default:
      return unreachable(event, 'event of a portfolio');
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

function withDay(
  portfolio: Portfolio,
  { day, state, sinceMs }: Extract<PortfolioEvent, { type: 'day-changed' }>,
): Portfolio {
  const doneDays = portfolio.doneDays.filter((known) => known.day !== day);
  if (state === 'free') return { ...portfolio, doneDays };
  const excusedDays = portfolio.excusedDays.filter((known) => known !== day);
  // What an appeal gave back is done, whether or not its day was excused meanwhile.
  if (state === 'done') return { ...portfolio, excusedDays, doneDays: [...doneDays, { day, atMs: sinceMs }] };
  return { ...portfolio, excusedDays: [...excusedDays, day] };
}

function withVersion(
  submissions: readonly Submission[],
  { submissionId, assignmentId, version, counts }: Extract<PortfolioEvent, { type: 'version-submitted' }>,
): Submission[] {
  const earlier = submissions.find(({ id }) => id === submissionId);
  const submission: Submission = {
    id: submissionId,
    assignmentId,
    status: 'submitted',
    versions: [...(earlier?.versions ?? []), version],
    feedback: earlier?.feedback ?? [],
    kept: earlier?.kept ? { ...earlier.kept, sayAtMs: null } : null,
    feedbackRead: earlier?.feedbackRead ?? 0,
    counts,
  };
  return [...submissions.filter(({ id }) => id !== submissionId), submission];
}

function withoutFiles({ versions, ...submission }: Submission): Submission {
  return { ...submission, versions: versions.map((version) => ({ ...version, pictures: [], attachments: [] })) };
}

/** Answers that the learner has not read. */
export function unreadOf({ feedback, feedbackRead }: Submission): number {
  return feedback.length - feedbackRead;
}

function changed(
  submissions: readonly Submission[],
  submissionId: string,
  change: Partial<Submission>,
): readonly Submission[] {
  return submissions.map((submission) => (submission.id === submissionId ? { ...submission, ...change } : submission));
}

/** A learner who has read the answer is told again. */
function withScore(
  submissions: readonly Submission[],
  { submissionId, number, scorePercent, reached, correction }: Extract<PortfolioEvent, { type: 'score-corrected' }>,
): Submission[] {
  return submissions.map((submission) => {
    if (submission.id !== submissionId) return submission;
    const feedback = submission.feedback.map((answer, index) =>
      index === number - 1
        ? { ...answer, scorePercent, reached, corrections: [...answer.corrections, correction] }
        : answer,
    );
    return { ...submission, feedback, feedbackRead: Math.min(submission.feedbackRead, number - 1) };
  });
}

function withFeedback(
  submissions: readonly Submission[],
  { submissionId, feedback }: Extract<PortfolioEvent, { type: 'reviewed' }>,
): Submission[] {
  return submissions.map((submission) =>
    submission.id === submissionId
      ? { ...submission, status: feedback.verdict, kept: null, feedback: [...submission.feedback, feedback] }
      : submission,
  );
}
