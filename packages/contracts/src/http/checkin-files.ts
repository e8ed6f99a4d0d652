import * as z from 'zod';
import { Id, PlainDate } from '../primitives';
import { FileBytes, FileKind } from './files';

export const AppealedFileParams = z.strictObject({ enrolmentId: Id, appealId: Id, fileId: Id });

/** A check-in takes no other. */
const EntryFileKind = FileKind.extract(['picture', 'voice']);
/** A file is announced before its first byte. */
export const FileBody = z.strictObject({ kind: EntryFileKind, bytes: FileBytes });
/** A picture or a voice note of a check-in. */
export const EntryFile = z.object({
  fileId: Id,
  kind: EntryFileKind,
  /** Of a voice note. */
  seconds: z.int().min(0).optional(),
});
/** The same as those see it who decide about it, with what a machine noticed. */
export const ReviewedFile = EntryFile.extend({
  /** An earlier picture of the cohort that looks the same, or nearly. A person decides what that means. */
  resembles: z.object({ fileId: Id, enrolmentId: Id, day: PlainDate }).nullable(),
});
