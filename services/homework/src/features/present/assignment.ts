import { type homeworkHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { Assignment, AssignmentText } from '../../domain/assignment';
import type { Cohort } from '../../domain/cohort';
import { itemFor } from '../../domain/completion';
import { countsOf, dueFor } from '../../domain/learner-days';
import type { Portfolio } from '../../domain/portfolio';
import type { Rubric } from '../../domain/rubric';
import { presentCounts } from './counts';

/** What is asked, as it comes in. */
export function textOf({
  title,
  instructions,
  dueAt,
  day,
  weightPercent,
  rubric,
  mostPictures = 0,
  mostAttachments = 0,
}: z.infer<typeof homeworkHttp.AssignmentBody>): AssignmentText {
  const known = { title, instructions, dueAtMs: Date.parse(dueAt), mostPictures, mostAttachments };
  return { ...known, day: day ?? null, weightPercent: weightPercent ?? null, rubric: rubric ?? null };
}

/** Whose eyes it is shown to: null for those who only work here. */
export interface Reader {
  portfolio: Portfolio;
  cohort: Cohort | null;
  nowMs: number;
}

export function presentAssignment(
  assignment: Assignment,
  reader: Reader | null,
): z.infer<typeof homeworkHttp.Assignment> {
  const { id, cohortId, title, instructions, dueAtMs, day, weightPercent, rubric } = forReader(assignment, reader);
  const { mostPictures, mostAttachments } = assignment;
  const mine = reader && presentMine(assignment, reader);
  const shown = { title, instructions, dueAt: iso(dueAtMs), day, weightPercent, rubric: presentRubric(rubric) };
  return { id, cohortId, ...shown, mostPictures, mostAttachments, mine };
}

/** The same with what it said before it was corrected. */
export function presentHistory(
  assignment: Assignment,
  reader: Reader | null,
): z.infer<typeof homeworkHttp.AssignmentWithHistory> {
  const corrections = assignment.corrections.map(
    ({ before: { dueAtMs, rubric, ...before }, correctedAtMs, ...correction }) => ({
      ...correction,
      correctedAt: iso(correctedAtMs),
      before: {
        ...before,
        ...(dueAtMs === undefined ? {} : { dueAt: iso(dueAtMs) }),
        ...(rubric === undefined ? {} : { rubric: presentRubric(rubric) }),
      },
    }),
  );
  return { ...presentAssignment(assignment, reader), corrections };
}

function presentRubric(rubric: Rubric | null): z.infer<typeof homeworkHttp.Rubric> | null {
  return rubric && rubric.map(({ name, levels }) => ({ name, levels: [...levels] }));
}

/** An assignment with the instant until which it is on time for who reads it. */
export function forReader(assignment: Assignment, reader: Pick<Reader, 'portfolio' | 'cohort'> | null): Assignment {
  return reader ? { ...assignment, dueAtMs: dueFor(reader.portfolio, reader.cohort, assignment) } : assignment;
}

/** How an assignment stands for one learner. */
export function presentMine(
  assignment: Assignment,
  { portfolio, cohort, nowMs }: Reader,
): z.infer<typeof homeworkHttp.MyAssignment> {
  const { status, submission, unread } = itemFor(portfolio, forReader(assignment, { portfolio, cohort }), nowMs);
  const counts = presentCounts(countsOf(portfolio, cohort, assignment, nowMs));
  return { status, submissionId: submission?.id ?? null, unread, counts };
}
