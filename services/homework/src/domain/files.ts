import { homeworkHttp, refuse, type Refused } from '@daka/contracts';
import type { Assignment } from './assignment';
import type { Cohort } from './cohort';
import { type Attachment, type Portfolio, submissionFor, type Version } from './portfolio';
import { type ClosedRefusal, refuseClosed } from './submit-version';

export type FilesRefusal = 'files_not_accepted' | 'file_used' | 'file_too_large';

/** What a version is to have beside its text. */
export interface OfferedFiles {
  pictures: readonly string[];
  attachments: readonly Attachment[];
  /** Of all of them, as they are kept. */
  bytes: number;
}

/** How a hand-in names each kind of file, and how an assignment says how many it takes. */
const KINDS = {
  picture: { path: 'pictures', most: 'mostPictures' },
  attachment: { path: 'attachments', most: 'mostAttachments' },
} as const;
export type HandInFile = keyof typeof KINDS;

/** Why no file of a kind is taken for an assignment, so that nothing is uploaded in vain; null: one is. */
export function refuseUpload(
  portfolio: Portfolio,
  assignment: Assignment,
  cohort: Cohort | null,
  kind: HandInFile,
): Refused<ClosedRefusal | 'files_not_accepted'> | null {
  const closed = refuseClosed(portfolio, assignment, cohort);
  if (closed) return closed;
  return assignment[KINDS[kind].most] === 0 ? tooMany(assignment, kind) : null;
}

/** Files that a version cannot have; null: it can. Those of its earlier versions it may have again, those of other homework it may not. */
export function refuseFiles(
  portfolio: Portfolio,
  assignment: Assignment,
  { pictures, attachments, bytes }: OfferedFiles,
): Refused<FilesRefusal> | null {
  if (pictures.length > assignment.mostPictures) return tooMany(assignment, 'picture');
  if (attachments.length > assignment.mostAttachments) return tooMany(assignment, 'attachment');
  const { MOST_FILES, MOST_FILES_BYTES } = homeworkHttp;
  const kind = attachments.length > 0 ? 'attachment' : 'picture';
  if (pictures.length + attachments.length > MOST_FILES)
    return refuse('files_not_accepted', `A version has at most ${MOST_FILES} files.`, {
      ...at(kind, `at most ${MOST_FILES} files together`),
      extra: { mostFiles: MOST_FILES },
    });
  if (bytes > MOST_FILES_BYTES)
    return refuse('file_too_large', `The files of a version have at most ${MOST_FILES_BYTES} bytes together.`, {
      ...at(kind, `at most ${MOST_FILES_BYTES} bytes together`),
      extra: { mostBytes: MOST_FILES_BYTES },
    });
  const attached = attachments.map(({ fileId }) => fileId);
  return (
    refuseUsed(portfolio, assignment, 'picture', pictures) ?? refuseUsed(portfolio, assignment, 'attachment', attached)
  );
}

/** The submission that has this file in one of its versions; null: none has it. */
export function namesFile(portfolio: Portfolio | null, fileId: string): string | null {
  const names = portfolio?.submissions.find(({ versions }) =>
    versions.some((version) => fileIdsOf(version).includes(fileId)),
  );
  return names?.id ?? null;
}

/** All files of a version. */
export function fileIdsOf({ pictures, attachments }: Pick<Version, 'pictures' | 'attachments'>): string[] {
  return [...pictures, ...attachments.map(({ fileId }) => fileId)];
}

function refuseUsed(
  portfolio: Portfolio,
  assignment: Assignment,
  kind: HandInFile,
  fileIds: readonly string[],
): Refused<'file_used'> | null {
  const used = (message: string) => refuse('file_used', `A file ${message}.`, at(kind, message));
  if (new Set(fileIds).size < fileIds.length) return used('is named twice');
  const own = submissionFor(portfolio, assignment.id)?.id;
  const isElsewhere = (fileId: string): boolean => {
    const submissionId = namesFile(portfolio, fileId);
    return submissionId !== null && submissionId !== own;
  };
  return fileIds.some(isElsewhere) ? used('is part of other homework') : null;
}

function tooMany(assignment: Assignment, kind: HandInFile): Refused<'files_not_accepted'> {
  const { path, most } = KINDS[kind];
  const count = assignment[most];
  const message = count === 0 ? `no ${path}` : `at most ${count} ${path}`;
  return refuse('files_not_accepted', `This assignment takes ${message}.`, {
    ...at(kind, message),
    extra: { [most]: count },
  });
}

function at(kind: HandInFile, message: string) {
  return { fields: [{ path: KINDS[kind].path, message }] };
}
