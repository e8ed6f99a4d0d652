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

const reviewed = {
  enrolmentId: Id,
  cohortId: Id,
  assignmentId: Id,
  submissionId: Id,
  version: z.int().min(1),
  verdict: z.enum(['commented', 'accepted', 'changes_requested']),
  scorePercent: z.number().min(0).max(100).nullable(),
  reviewedAt: Instant,
};

export const homeworkReviewed = defineEvent({
  ...enrolment,
  type: 'homework.reviewed.v1',
  summary: 'An instructor answered a submission.',
  data: z.strictObject(reviewed),
});

export const homeworkReviewedByRubric = defineEvent({
  ...enrolment,
  type: 'homework.reviewed.v2',
  summary: 'An instructor answered a submission by its rubric; answers without one are said by v1.',
  data: z.strictObject({
    ...reviewed,
    /** What was reached of each criterion; the score is these points of all that there are, in percent. */
    reached: z
      .array(
        z.strictObject({
          criterion: z.string().min(1),
          level: z.string().min(1),
          points: z.int().min(0),
          mostPoints: z.int().min(1),
        }),
      )
      .min(1)
      .max(10),
  }),
});

export const homeworkWatermark = defineEvent({
  ...enrolment,
  type: 'homework.watermark.v1',
  summary:
    'All that this learner handed in before an instant stands earlier in this stream; nothing that comes after it was handed in before. The settlement waits for it.',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, upTo: Instant }),
});
