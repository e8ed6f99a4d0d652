import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Runs work in a folder of its own, which is gone afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daka-files-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface Spooled {
  bytes: number;
  /** `cut`: the sender went away, and what came by then is whole; `too_much`: more came than was to come. */
  ended: 'whole' | 'cut' | 'too_much';
}

/** Writes to disk what comes, chunk by chunk, up to a bound. */
export async function spool(source: Readable, file: string, mostBytes: number): Promise<Spooled> {
  const target = await open(file, 'wx', 0o600);
  const spooled: Spooled = { bytes: 0, ended: 'whole' };
  try {
    for await (const chunk of chunksOf(source)) {
      if (chunk === CUT) spooled.ended = 'cut';
      else if (spooled.bytes + chunk.length > mostBytes) spooled.ended = 'too_much';
      else spooled.bytes += (await target.write(chunk)).bytesWritten;
      if (spooled.ended === 'too_much') break;
    }
  } finally {
    await target.close();
  }
  return spooled;
}

const CUT = Symbol('cut');

/** What fails on the way here is the sender's line; what fails on the disk must not be taken for it. */
async function* chunksOf(source: Readable): AsyncGenerator<Buffer | typeof CUT> {
  try {
    for await (const chunk of source) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
  } catch {
    yield CUT;
  }
}

/** Puts streams one after the other into a file. */
export async function gather(sources: readonly (() => Promise<Readable>)[], file: string): Promise<void> {
  for (const [index, source] of sources.entries())
    await pipeline(await source(), createWriteStream(file, { flags: index === 0 ? 'wx' : 'a', mode: 0o600 }));
}

export const fromDisk = (file: string): Readable => createReadStream(file);
