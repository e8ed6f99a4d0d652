import * as z from 'zod';
import { defineEvent } from '../define-event';
import { Id, Instant, PlainDate } from '../primitives';

const enrolment = { topic: 'homework.enrolment' } as const;

export const homeworkSubmitted = defineEvent({
  ...enrolment,
  type: 'homework.submitted.v1',
  summary: 'A learner handed in a version of an assignment.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    assignmentId: Id,
    submissionId: Id,
    version: z.int().min(1),
    /** The plan day that the assignment belongs to; null: the day that runs at submittedAt. */
    day: PlainDate.nullable(),
    characters: z.int().min(0),
    submittedAt: Instant,
  }),
});

export const homeworkReviewed = defineEvent({
  ...enrolment,
  type: 'homework.reviewed.v1',
  summary: 'An instructor answered a submission.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    assignmentId: Id,
    submissionId: Id,
    version: z.int().min(1),
    verdict: z.enum(['commented', 'accepted', 'changes_requested']),
    scorePercent: z.number().min(0).max(100).nullable(),
    reviewedAt: Instant,
  }),
});

export const homeworkWatermark = defineEvent({
  ...enrolment,
  type: 'homework.watermark.v1',
  summary:
    'All that this learner handed in before an instant stands earlier in this stream; nothing that comes after it was handed in before. The settlement waits for it.',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, upTo: Instant }),
});
