import type { homeworkHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Assignment } from '../domain/assignment';
import { latestVersion, type Submission } from '../domain/portfolio';

export const isoOf = (ms: number) => new Date(ms).toISOString();

export function presentAssignment(assignment: Assignment): z.infer<typeof homeworkHttp.Assignment> {
  const { id, cohortId, title, instructions, dueAtMs, day, weightPercent } = assignment;
  return { id, cohortId, title, instructions, dueAt: isoOf(dueAtMs), day, weightPercent };
}

export function presentSubmission(enrolmentId: string, submission: Submission): z.infer<typeof homeworkHttp.Submission> {
  const { version, late, submittedAtMs } = latestVersion(submission);
  return {
    id: submission.id,
    assignmentId: submission.assignmentId,
    enrolmentId,
    status: submission.status,
    version,
    late,
    submittedAt: isoOf(submittedAtMs),
    feedback: submission.feedback.map(({ reviewedAtMs, ...feedback }) => ({ ...feedback, reviewedAt: isoOf(reviewedAtMs) })),
  };
}

export function presentWithTexts(
  enrolmentId: string,
  submission: Submission,
  texts: ReadonlyMap<number, string>,
): z.infer<typeof homeworkHttp.SubmissionWithText> {
  return {
    ...presentSubmission(enrolmentId, submission),
    versions: submission.versions.map(({ version, submittedAtMs, late, characters }) => ({
      version,
      submittedAt: isoOf(submittedAtMs),
      late,
      characters,
      markdown: texts.get(version) ?? '',
    })),
  };
}
