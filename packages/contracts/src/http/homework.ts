import { z } from 'zod';
import { Id, Instant, PlainDate } from '../primitives';
import { page } from './common';

/** Markdown as people write it: not empty, at most 20,000 characters. */
const Markdown = z.string().min(1).max(20_000);
const Percent = z.number().min(0).max(100);

export const CohortParams = z.strictObject({ cohortId: Id });
export const AssignmentParams = z.strictObject({ assignmentId: Id });
export const SubmissionParams = z.strictObject({ submissionId: Id });
export const EnrolmentParams = z.strictObject({ enrolmentId: Id });

export const AssignmentBody = z.strictObject({
  title: z.string().trim().min(1).max(200),
  instructions: Markdown,
  dueAt: Instant,
  day: PlainDate.optional(),
  weightPercent: Percent.optional(),
});

export const Assignment = z.object({
  id: Id,
  cohortId: Id,
  title: z.string(),
  instructions: z.string(),
  dueAt: Instant,
  day: PlainDate.nullable(),
  weightPercent: Percent.nullable(),
});
export const Assignments = z.object({ items: z.array(Assignment) });

export const SubmissionBody = z.strictObject({ enrolmentId: Id, markdown: Markdown });

export const Verdict = z.enum(['commented', 'accepted', 'changes_requested']);
export const SubmissionStatus = z.enum(['submitted', 'commented', 'accepted', 'changes_requested']);

export const Feedback = z.object({
  version: z.int().min(1),
  verdict: Verdict,
  comment: z.string(),
  scorePercent: Percent.nullable(),
  reviewerId: Id,
  reviewedAt: Instant,
});

export const Submission = z.object({
  id: Id,
  assignmentId: Id,
  enrolmentId: Id,
  status: SubmissionStatus,
  /** The newest version. */
  version: z.int().min(1),
  late: z.boolean(),
  submittedAt: Instant,
  feedback: z.array(Feedback),
});

export const SubmissionWithText = Submission.extend({
  versions: z.array(
    z.object({ version: z.int().min(1), submittedAt: Instant, late: z.boolean(), characters: z.int(), markdown: z.string() }),
  ),
});

export const FeedbackBody = z.strictObject({
  version: z.int().min(1),
  verdict: Verdict,
  comment: Markdown,
  scorePercent: Percent.optional(),
});

export const QueueItem = z.object({
  submissionId: Id,
  assignmentId: Id,
  enrolmentId: Id,
  memberNumber: z.int().nullable(),
  version: z.int().min(1),
  late: z.boolean(),
  characters: z.int(),
  waitingSince: Instant,
});
export const ReviewQueue = page(QueueItem);

export const Completion = z.object({
  enrolmentId: Id,
  assignments: z.int(),
  submitted: z.int(),
  accepted: z.int(),
  late: z.int(),
  scorePercent: Percent.nullable(),
  items: z.array(
    z.object({
      assignmentId: Id,
      title: z.string(),
      dueAt: Instant,
      status: z.enum(['open', 'overdue', ...SubmissionStatus.options]),
      late: z.boolean(),
      scorePercent: Percent.nullable(),
      submissionId: Id.nullable(),
    }),
  ),
});
