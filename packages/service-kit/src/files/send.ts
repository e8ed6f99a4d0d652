import { pipeline } from 'node:stream/promises';
import { HttpProblem, sendProblem } from '../http';
import { attachmentNamed } from './name';
import type { Request, Response } from 'express';
import type { ByteRange } from './storage';

export interface Sending {
  /** Never changes under this name. */
  etag: string;
  mediaType: string;
  filename: string;
  bytes: number;
  read(range?: ByteRange): Promise<NodeJS.ReadableStream>;
}

/**
 * Answers with bytes that somebody uploaded: whole, in part, or not again. Whatever they are, a browser shows them as what is said here or
 * saves them, and runs nothing of them.
 */
export async function sendBytes(
  req: Request,
  res: Response,
  { etag, mediaType, filename, bytes, read }: Sending,
): Promise<void> {
  res.set({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    // Asked for anew each time, so that whoever may see it no more does not.
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  if (req.headers['if-none-match'] === etag) return void res.status(304).end();
  const range = rangeOf(req, etag, bytes);
  if (range === 'none_of_it') {
    res.set('Content-Range', `bytes */${bytes}`);
    return sendProblem(res, new HttpProblem(416, 'range_not_satisfiable'));
  }
  res.set({
    'Content-Type': mediaType,
    'Content-Disposition': attachmentNamed(filename),
    'Content-Length': String(range === null ? bytes : range.end - range.start + 1),
  });
  if (range !== null) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  if (req.method === 'HEAD') return void res.end();
  try {
    await pipeline(await read(range ?? undefined), res);
  } catch (error) {
    // The reader went away, which is no failure here; what cannot be read ends the answer before its time.
    if (!res.destroyed) throw error;
  }
}

/** One range is answered as such; several, and what is not understood, with the whole. */
function rangeOf({ headers }: Request, etag: string, bytes: number): ByteRange | 'none_of_it' | null {
  if (headers['if-range'] !== undefined && headers['if-range'] !== etag) return null;
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const range =
    from === ''
      ? { start: Math.max(0, bytes - Number(to)), end: bytes - 1 }
      : { start: Number(from), end: Math.min(bytes - 1, to === '' ? bytes - 1 : Number(to)) };
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  return range.start > range.end ? 'none_of_it' : range;
}
