import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import { latestVersion, type Submission } from '../../domain/portfolio';
import { presentCounts } from './counts';
import { presentReached } from './reached';

export function presentSubmission(
  enrolmentId: string,
  submission: Submission,
): z.infer<typeof homeworkHttp.Submission> {
  const { version, late, submittedAtMs } = latestVersion(submission);
  return {
    id: submission.id,
    assignmentId: submission.assignmentId,
    enrolmentId,
    status: submission.status,
    version,
    late,
    submittedAt: iso(submittedAtMs),
    counts: presentCounts(submission.counts),
    feedbackRead: submission.feedbackRead,
    feedback: submission.feedback.map(({ reviewedAtMs, reached, corrections, ...feedback }) => ({
      ...feedback,
      reached: presentReached(reached),
      reviewedAt: iso(reviewedAtMs),
      corrections: corrections.map(({ correctedAtMs, reached: before, ...correction }) => ({
        ...correction,
        reached: presentReached(before),
        correctedAt: iso(correctedAtMs),
      })),
    })),
  };
}

export function presentWithTexts(
  enrolmentId: string,
  submission: Submission,
  texts: ReadonlyMap<number, string>,
): z.infer<typeof homeworkHttp.SubmissionWithText> {
  return {
    ...presentSubmission(enrolmentId, submission),
    versions: submission.versions.map(({ version, submittedAtMs, late, characters, pictures, attachments }) => ({
      version,
      submittedAt: iso(submittedAtMs),
      late,
      characters,
      markdown: texts.get(version) ?? '',
      pictures: [...pictures],
      attachments: [...attachments],
    })),
  };
}
