import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { filesHttp, isRefused, refuse, type Refused } from '@daka/contracts';
import type { Clock } from '../clock';
import type { MongoConnection } from '../documents';
import { createBudget } from './budget';
import { type Catalogue, createCatalogue, type FileDocument, type Part, shown } from './catalogue';
import { createMakeReady } from './make-ready';
import { MOST_DECODED_BYTES } from './picture';
import { sendBytes } from './send';
import { fromDisk, inFolder, spool } from './spool';
import type { FileStorage } from './storage';
import type { AppendRefusal, FileKind, Files, KeptFile } from './types';

/** The largest file of each kind. */
export const MOST_BYTES: Readonly<Record<FileKind, number>> = {
  picture: 12_582_912,
  voice: 6_291_456,
  attachment: filesHttp.MOST_FILE_BYTES,
};
/** Files of one place that wait to be used; more are a mistake, or an attack on the disk. */
const MOST_UNUSED = 60;
/** And what they may weigh together: several hand-ins full of them. */
const MOST_UNUSED_BYTES = 400_000_000;
/** Bodies of one place that may come at the same time, and of all places. */
const MOST_AT_ONCE_EACH = 3;
const MOST_AT_ONCE = 200;
/** Files that are put together and looked through at a time, as many as Node has threads to draw; the others wait with nothing in memory. */
const MOST_LOOKED_THROUGH = 4;
const WAIT_MS = 20_000;
const KEY_BYTES = 9;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'application/pdf': 'pdf',
};

/** Files of one service: what is known of them in its database, their bytes in a storage. */
export async function createFiles({
  mongo,
  clock,
  storage,
}: {
  mongo: MongoConnection;
  clock: Clock;
  storage: FileStorage;
}): Promise<Files> {
  const catalogue = await createCatalogue(mongo);
  const newKey = (fileId: string): string => `${fileId}/${randomBytes(KEY_BYTES).toString('base64url')}`;
  const senders = createSenders();

  async function removeAll(found: readonly FileDocument[]): Promise<void> {
    for (const { _id } of found) {
      // The bytes first: who is forgotten with bytes left is never found again.
      await storage.removeAll(`${_id}/`);
      await catalogue.forget(_id);
    }
  }

  const finish = createFinish({ catalogue, storage, newKey });

  const append: Files['append'] = async (fileId, offset, body) => {
    const file = await catalogue.find(fileId);
    if (file === null) return refuse('no_file');
    if (file.status !== 'receiving') return answerOf(file);
    if (offset !== file.received) return otherOffset(file);
    if (offset === file.bytes) return finish(file);
    const taken = await senders.take(file.placeId, () => takePart(file, body, { catalogue, storage, newKey }));
    if (taken === null)
      return refuse('too_many_uploads', 'One file after the other, please.', { retryAfterSeconds: 1 });
    if (isRefused(taken)) return taken;
    return taken.received === taken.bytes ? finish(taken) : shown(taken);
  };

  return {
    append,
    async begin(file) {
      const mostBytes = MOST_BYTES[file.kind];
      if (file.bytes > mostBytes)
        return refuse('file_too_large', `A ${file.kind} has at most ${mostBytes} bytes.`, { extra: { mostBytes } });
      const unused = await catalogue.countUnused(file.placeId);
      if (unused.count >= MOST_UNUSED || unused.bytes + file.bytes > MOST_UNUSED_BYTES)
        return refuse('too_many_files', `At most ${MOST_UNUSED} files of ${MOST_UNUSED_BYTES} bytes wait to be used.`);
      return shown(await catalogue.insert(file, clock.nowMs()));
    },
    async find(fileId) {
      const file = await catalogue.find(fileId);
      return file && shown(file);
    },
    findAll: async (fileIds) => (await catalogue.findAll(fileIds)).map(shown),
    send: createSend(catalogue, storage),
    use: (fileIds, usedFor) => catalogue.use(fileIds, usedFor),
    resembling: (fileId) => catalogue.resembling(fileId),
    unused: async (beforeMs, limit) => (await catalogue.unused(beforeMs, limit)).map(shown),
    remove: async (fileIds) => removeAll(await catalogue.findAll(fileIds)),
    removeOwnedBy: (ownerId) => removeOwnedBy(ownerId, catalogue, removeAll),
  };
}

interface Parts {
  catalogue: Catalogue;
  storage: FileStorage;
  newKey(fileId: string): string;
}

/** Makes a file ready that is there whole, or refuses it. Who does it too in the same moment finds it done. */
function createFinish({ catalogue, storage, newKey }: Parts) {
  const budget = createBudget(MOST_DECODED_BYTES, WAIT_MS);
  const turns = createBudget(MOST_LOOKED_THROUGH, WAIT_MS);
  const makeReady = createMakeReady({ storage, budget, newKey });
  return async (file: FileDocument): Promise<Refused<AppendRefusal> | KeptFile> => {
    const made = await turns.spend(1, () => makeReady(file));
    if (made === null)
      return refuse('unavailable', 'Many files are being looked through; ask again in a moment.', {
        retryAfterSeconds: 5,
      });
    const finished = await catalogue.finish(file._id, made);
    const mine = made.status === 'ready' ? [made.contentKey, made.thumbnailKey].flatMap((key) => key ?? []) : [];
    const leftOver = finished === null ? mine : file.parts.map(({ key }) => key);
    for (const key of leftOver) await storage.remove(key);
    return answerOf(finished ?? (await catalogue.find(file._id)));
  };
}

function createSend(catalogue: Catalogue, storage: FileStorage): Files['send'] {
  return async ({ fileId }, { thumbnail }, { req, res }) => {
    const file = await catalogue.find(fileId);
    const key = thumbnail ? file?.thumbnailKey : file?.contentKey;
    if (file?.content === undefined || key === undefined) throw new Error(`${fileId} is not ready`);
    const { mediaType, bytes, thumbnailBytes = 0 } = file.content;
    await sendBytes(req, res, {
      etag: `"${key}"`,
      mediaType,
      filename: file.name ?? `${fileId}.${EXTENSIONS[mediaType] ?? 'bin'}`,
      bytes: thumbnail ? thumbnailBytes : bytes,
      read: (range) => storage.read(key, range),
    });
  };
}

async function removeOwnedBy(
  ownerId: string,
  catalogue: Catalogue,
  removeAll: (found: readonly FileDocument[]) => Promise<void>,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const found = await catalogue.ownedBy(ownerId);
    if (found.length === 0) return removed;
    await removeAll(found);
    removed += found.length;
  }
}

/** Through the disk, so that a slow sender holds a file handle and no memory, and the storage is told a length. */
async function takePart(
  file: FileDocument,
  body: Readable,
  { catalogue, storage, newKey }: Parts,
): Promise<Refused<'too_much' | 'offset_mismatch'> | FileDocument> {
  return inFolder(async (folder) => {
    const onDisk = path.join(folder, 'part');
    const { bytes, ended } = await spool(body, onDisk, file.bytes - file.received);
    if (ended === 'too_much') return refuse('too_much', `More than the ${file.bytes} bytes that were announced.`);
    if (bytes === 0) return file;
    const part: Part = { key: newKey(file._id), bytes };
    await storage.put(part.key, fromDisk(onDisk), bytes);
    const longer = await catalogue.addPart(file._id, file.received, part);
    if (longer !== null) return longer;
    await storage.remove(part.key);
    return otherOffset((await catalogue.find(file._id)) ?? file);
  });
}

function answerOf(file: FileDocument | null): Refused<AppendRefusal> | KeptFile {
  if (file === null) return refuse('no_file');
  return file.refusal === undefined ? shown(file) : refuse(file.refusal);
}

function otherOffset({ received }: FileDocument): Refused<'offset_mismatch'> {
  return refuse('offset_mismatch', `The next byte is number ${received}.`, { extra: { offset: received } });
}

/** Counts the bodies that come at the moment, so that who sends many slowly stops nobody else. */
function createSenders() {
  const senders = new Map<string, number>();
  let all = 0;
  return {
    /** Null: there are too many. */
    async take<Result>(placeId: string, work: () => Promise<Result>): Promise<Result | null> {
      const mine = senders.get(placeId) ?? 0;
      if (mine >= MOST_AT_ONCE_EACH || all >= MOST_AT_ONCE) return null;
      senders.set(placeId, mine + 1);
      all += 1;
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (senders.get(placeId) ?? 1) - 1;
        if (left === 0) senders.delete(placeId);
        else senders.set(placeId, left);
      }
    },
  };
}
