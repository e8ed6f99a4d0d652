import { filesHttp, iso, isRefused, refuse, type Role } from '@daka/contracts';
import { z } from 'zod';
import { ANSWERED, refusals, route } from '../http';
import type { Files, KeptFile } from './types';
import { UNUSED_KEPT_MS } from './unused';

const PATH = '/enrolments/:enrolmentId/files/:fileId';

/** How far an upload is, as whoever sends it is told. */
export function presentUpload(file: KeptFile): z.input<typeof filesHttp.Upload> {
  const { fileId, kind, name, bytes, received, status, refusal = null, createdAtMs, content } = file;
  const seconds = content?.seconds;
  return {
    fileId,
    kind,
    ...(name !== undefined && { name }),
    bytes,
    received,
    status,
    refusal,
    ...(seconds !== undefined && { seconds }),
    keptUntil: iso(createdAtMs + UNUSED_KEPT_MS),
  };
}

export const appendFileRoute = route<{ files: Files }>()({
  method: 'patch',
  path: PATH,
  summary:
    'Send bytes of a file, all that are left or some; what arrives stays. With the last one the file is looked through',
  access: ['learner'],
  streamsBody: true,
  maxBodyBytes: filesHttp.MOST_FILE_BYTES,
  params: filesHttp.FileParams,
  query: filesHttp.AppendQuery,
  answers: {
    200: filesHttp.Upload,
    404: refusals('no_file'),
    409: refusals('offset_mismatch', 'too_much'),
    422: refusals('file_type_refused', 'picture_too_large', 'voice_too_long', 'file_damaged'),
    429: refusals('too_many_uploads'),
    503: refusals('unavailable'),
  },
  async handle({ params: { enrolmentId, fileId }, query: { offset }, req }, { files }) {
    const file = await files.find(fileId);
    if (file?.placeId !== enrolmentId) return refuse('no_file');
    const outcome = await files.append(fileId, offset, req);
    return isRefused(outcome) ? outcome : presentUpload(outcome);
  },
});

export const showUploadRoute = route<{ files: Files }>()({
  method: 'get',
  path: PATH,
  summary: 'How much of a file has arrived, for whoever goes on after a cut',
  access: ['learner'],
  params: filesHttp.FileParams,
  answers: { 200: filesHttp.Upload, 404: refusals('no_file') },
  async handle({ params: { enrolmentId, fileId } }, { files }) {
    const file = await files.find(fileId);
    return file?.placeId === enrolmentId ? presentUpload(file) : refuse('no_file');
  },
});

/** The bytes of files of an enrolment, for its learner and the staff that is named. */
export const showFileRoute = (summary: string, access: readonly Role[]) =>
  route<{ files: Files }>()({
    method: 'get',
    path: `${PATH}/content`,
    summary,
    access,
    mediaType: 'application/octet-stream',
    params: filesHttp.FileParams,
    query: filesHttp.FileContentQuery,
    answers: { 200: z.unknown(), 404: refusals('no_file') },
    async handle({ params: { enrolmentId, fileId }, query: { size }, user, req, res }, { files }) {
      const file = await files.find(fileId);
      if (file?.placeId !== enrolmentId || file.status !== 'ready') return refuse('no_file');
      if (file.usedFor === undefined && file.ownerId !== user.id) return refuse('no_file');
      if (size === 'thumbnail' && file.kind !== 'picture') return refuse('no_file');
      await files.send(file, { thumbnail: size === 'thumbnail' }, { req, res });
      return ANSWERED;
    },
  });
