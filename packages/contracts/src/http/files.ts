import * as z from 'zod';
import { Id, Instant } from '../primitives';

/** Of the largest kind of file; each of the others has a lower bound and says so. */
export const MOST_FILE_BYTES = 20_000_000;

export const FileParams = z.strictObject({ enrolmentId: Id, fileId: Id });

export const FileKind = z.enum(['picture', 'voice', 'attachment']);
export const FileBytes = z.int().min(1).max(MOST_FILE_BYTES);
/** `offset`: the place of the first byte that comes, which is how many have arrived. */
export const AppendQuery = z.strictObject({ offset: z.coerce.number().int().min(0).max(MOST_FILE_BYTES) });
/** The small one is there of pictures only. */
export const FileContentQuery = z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') });
/** Of a file that was looked through and found to be none that is taken. */
export const FileRefusal = z.enum(['file_type_refused', 'picture_too_large', 'voice_too_long', 'file_damaged']);
/** How far an upload is. What has arrived stays, whatever becomes of the connection. */
export const Upload = z.object({
  fileId: Id,
  kind: FileKind,
  /** Of an attachment: once it is ready, what it is saved as. */
  name: z.string().optional(),
  bytes: z.int().min(1),
  received: z.int().min(0),
  status: z.enum(['receiving', 'ready', 'refused']),
  refusal: FileRefusal.nullable(),
  /** Of a voice note that is ready, whole ones. */
  seconds: z.int().min(0).optional(),
  /** From then on a file that nothing names is gone. */
  keptUntil: Instant,
});
