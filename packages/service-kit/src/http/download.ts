import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { ANSWERED } from './route';

interface Download {
  /** Of letters, digits, dots and hyphens. */
  name: string;
  mediaType: string;
  /** Piece by piece as the reader takes them; nothing is collected. */
  pieces: AsyncIterable<string>;
  /** Told where pieces end too early; the reader's connection is cut, so that half a file is not taken for a whole one. */
  onError(error: unknown): void;
}

/** Answers with a file that nobody keeps on the way. The first piece is made before anything is answered: what fails there is an error as any other. */
export async function sendDownload(
  res: Response,
  { name, mediaType, pieces, onError }: Download,
): Promise<typeof ANSWERED> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  res.writeHead(200, {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  try {
    await pipeline(Readable.from(all(first, iterator)), res);
  } catch (error) {
    if (!isGone(error)) onError(error);
  }
  return ANSWERED;
}

async function* all(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The reader went away, which is no fault of ours. */
function isGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
