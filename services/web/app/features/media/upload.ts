import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { isRefusal, isTemporary, Refusal } from '../../api/refusal';
import type { MediaItem } from './store';

const LEAST_SLICE = 65_536;
const MOST_SLICE = 1_048_576;
/** A slice should take about so long: short enough to lose little, long enough to lose no time between two. */
const SLICE_MS = 3_000;
const AGAIN_MS = 3_000;
/** Of the services, see packages/contracts; the end of a name tells most. */
const MOST_IN_NAME = 255;

type Sending = Pick<MediaItem, 'kind' | 'name' | 'fileId' | 'bytes'> & { blob: Blob };
type Progress = Partial<Pick<MediaItem, 'fileId' | 'received' | 'status' | 'refusal' | 'seconds'>>;

/** What a file is added to: a check-in or, where an assignment is named, homework. */
export interface Target {
  enrolmentId: string;
  assignmentId?: string;
}

/**
 * Sends a file slice by slice, from where the server has it, until all of it is there or it is refused. A line that is cut is waited for;
 * whatever arrived before counts.
 */
export async function upload(
  target: Target,
  { blob, fileId: known, ...file }: Sending,
  { tell, signal }: { tell(progress: Progress): void; signal: AbortSignal },
): Promise<void> {
  const { bytes } = file;
  let fileId = known;
  let slice = LEAST_SLICE * 2;
  while (!signal.aborted) {
    try {
      fileId ??= await announce(target, file);
      let { received, status, refusal, seconds } = await progressOf(target, fileId);
      tell({ fileId, received, status: 'sending' });
      while (status === 'receiving' && !signal.aborted) {
        const begun = performance.now();
        const part = blob.slice(received, Math.min(bytes, received + slice));
        ({ received, status, refusal, seconds } = await append({ target, fileId, offset: received, part, signal }));
        tell({ received, status: 'sending' });
        slice = nextSlice(slice, performance.now() - begun);
      }
      if (status === 'refused') return tell({ status: 'refused', refusal });
      if (status === 'ready') return tell({ status: 'ready', received: bytes, ...given({ seconds }) });
    } catch (error) {
      if (signal.aborted) return;
      if (isRefusal(error, 'no_file') && fileId !== null) {
        fileId = null; // it was there too long; the file itself is still here
        tell({ fileId, received: 0 });
      } else if (isTemporary(error) || isRefusal(error, 'offset_mismatch')) {
        slice = LEAST_SLICE;
        tell({ status: 'away' });
        await pause(error instanceof Refusal ? (error.retryAfterSeconds ?? 1) * 1_000 : AGAIN_MS);
      } else if (error instanceof Refusal) return tell({ status: 'refused', refusal: error.code });
      else throw error;
    }
  }
}

async function announce(
  { enrolmentId, assignmentId }: Target,
  { kind, name, bytes }: Pick<Sending, 'kind' | 'name' | 'bytes'>,
): Promise<string> {
  const params = { path: { enrolmentId }, header: { 'Idempotency-Key': crypto.randomUUID() } };
  if (assignmentId === undefined) {
    if (kind === 'attachment') throw new Error('a check-in has no attachments');
    const body = { kind, bytes };
    return (await bodyOf(api.checkin.POST('/enrolments/{enrolmentId}/files', { params, body }))).fileId;
  }
  const body =
    kind === 'attachment'
      ? { assignmentId, kind, bytes, name: name.slice(-MOST_IN_NAME) }
      : { assignmentId, kind: 'picture' as const, bytes };
  return (await bodyOf(api.homework.POST('/enrolments/{enrolmentId}/files', { params, body }))).fileId;
}

const FILE = '/enrolments/{enrolmentId}/files/{fileId}';

function progressOf({ enrolmentId, assignmentId }: Target, fileId: string) {
  const params = { path: { enrolmentId, fileId } };
  return assignmentId === undefined
    ? bodyOf(api.checkin.GET(FILE, { params }))
    : bodyOf(api.homework.GET(FILE, { params }));
}

interface Appending {
  target: Target;
  fileId: string;
  offset: number;
  part: Blob;
  signal: AbortSignal;
}

function append({ target: { enrolmentId, assignmentId }, fileId, offset, part, signal }: Appending) {
  const sent = {
    params: { path: { enrolmentId, fileId }, query: { offset } },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: part,
    bodySerializer: () => part,
    signal,
  };
  return assignmentId === undefined ? bodyOf(api.checkin.PATCH(FILE, sent)) : bodyOf(api.homework.PATCH(FILE, sent));
}

function nextSlice(slice: number, tookMs: number): number {
  const wanted = tookMs < SLICE_MS / 2 ? slice * 2 : tookMs > SLICE_MS * 2 ? slice / 2 : slice;
  return Math.min(MOST_SLICE, Math.max(LEAST_SLICE, Math.round(wanted)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
