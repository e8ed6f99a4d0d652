import { refuse, type Refused } from '@daka/contracts';
import type { Assignment } from './assignment';
import type { Cohort } from './cohort';
import { submissionFor, type Portfolio } from './portfolio';
import { type ClosedRefusal, refuseClosed } from './submit-version';

export type PictureRefusal = 'files_not_accepted' | 'file_used';

/** Why no picture is taken for an assignment, so that nothing is uploaded in vain; null: one is. */
export function refuseUpload(
  portfolio: Portfolio,
  assignment: Assignment,
  cohort: Cohort | null,
): Refused<ClosedRefusal | 'files_not_accepted'> | null {
  const closed = refuseClosed(portfolio, assignment, cohort);
  if (closed) return closed;
  return assignment.mostPictures === 0 ? tooMany(assignment) : null;
}

/** Pictures that a version cannot have; null: it can. Those of its earlier versions it may have again, those of other homework it may not. */
export function refusePictures(
  portfolio: Portfolio,
  assignment: Assignment,
  pictures: readonly string[],
): Refused<PictureRefusal> | null {
  if (pictures.length > assignment.mostPictures) return tooMany(assignment);
  if (new Set(pictures).size < pictures.length) return used('is named twice');
  const own = submissionFor(portfolio, assignment.id)?.id;
  const isElsewhere = (fileId: string): boolean => {
    const submissionId = namesPicture(portfolio, fileId);
    return submissionId !== null && submissionId !== own;
  };
  return pictures.some(isElsewhere) ? used('is part of other homework') : null;
}

/** The submission that has this picture in one of its versions; null: none has it. */
export function namesPicture(portfolio: Portfolio | null, fileId: string): string | null {
  const names = portfolio?.submissions.find(({ versions }) =>
    versions.some(({ pictures }) => pictures.includes(fileId)),
  );
  return names?.id ?? null;
}

function tooMany({ mostPictures }: Assignment): Refused<'files_not_accepted'> {
  const message = mostPictures === 0 ? 'no pictures' : `at most ${mostPictures} pictures`;
  return refuse('files_not_accepted', `This assignment takes ${message}.`, {
    fields: [{ path: 'pictures', message }],
    extra: { mostPictures },
  });
}

function used(message: string): Refused<'file_used'> {
  return refuse('file_used', `A picture ${message}.`, { fields: [{ path: 'pictures', message }] });
}
