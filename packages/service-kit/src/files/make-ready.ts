import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { isRefused, refuse, type Refused, unreachable } from '@daka/contracts';
import type { Budget } from './budget';
import type { FileDocument, Made } from './catalogue';
import { headOf } from './ends';
import { cleanName } from './name';
import { refusePdf } from './pdf';
import { bandsOf } from './perceptual-hash';
import { cleanPicture, decodedBytes } from './picture';
import { SNIFFED_BYTES, sniff } from './sniff';
import { fromDisk, gather, inFolder } from './spool';
import type { FileStorage } from './storage';
import type { ContentRefusal } from './types';
import { voiceLength } from './voice/voice';

const MOST_SECONDS = 180;
/** A recorder that is stopped at the last second stops a little later. */
const TOLERATED_SECONDS = 2;

/** What a file that arrived whole becomes; null: too many others are being looked through. */
export type MakeReady = (file: FileDocument) => Promise<Made | null>;

interface Parts {
  storage: FileStorage;
  /** In bytes of memory. */
  budget: Budget;
  newKey(prefix: string): string;
}

/** Puts a file together, looks what it is, and stores what it becomes. */
export function createMakeReady(parts: Parts): MakeReady {
  return (file) =>
    inFolder(async (folder) => {
      const whole = path.join(folder, 'whole');
      await gather(
        file.parts.map(
          ({ key }) =>
            () =>
              parts.storage.read(key),
        ),
        whole,
      );
      const made = await lookThrough(file, folder, whole, parts);
      return made !== null && isRefused(made) ? { status: 'refused', refusal: made.refused } : made;
    });
}

function lookThrough(file: FileDocument, folder: string, whole: string, parts: Parts) {
  switch (file.kind) {
    case 'picture':
      return picture(file._id, folder, whole, parts);
    case 'voice':
      return voice(file._id, whole, parts);
    case 'attachment':
      return attachment(file, whole, parts);
    default:
      return unreachable(file.kind, 'kind of file');
  }
}

async function picture(
  fileId: string,
  folder: string,
  whole: string,
  { storage, budget, newKey }: Parts,
): Promise<Refused<ContentRefusal> | Made | null> {
  const mediaType = sniff(await headOf(whole, SNIFFED_BYTES));
  if (mediaType?.startsWith('image/') !== true)
    return refuse('file_type_refused', 'A picture is a JPEG, a PNG or a WebP file.');
  const memory = await decodedBytes(whole);
  if (isRefused(memory)) return memory;
  const to = { picture: path.join(folder, 'picture'), thumbnail: path.join(folder, 'thumbnail') };
  const clean = await budget.spend(memory, () => cleanPicture(whole, to));
  if (clean === null || isRefused(clean)) return clean;
  const { width, height, bytes, thumbnailBytes, hash } = clean;
  const contentKey = newKey(fileId);
  const thumbnailKey = newKey(fileId);
  await storage.put(contentKey, fromDisk(to.picture), bytes);
  await storage.put(thumbnailKey, fromDisk(to.thumbnail), thumbnailBytes);
  return {
    status: 'ready',
    content: { mediaType: 'image/jpeg', bytes, thumbnailBytes, width, height },
    contentKey,
    thumbnailKey,
    ...(hash === null ? {} : { hash, bands: bandsOf(hash) }),
  };
}

/** Kept as it was recorded. It is small enough to be walked through in memory, which the budget counts. */
async function voice(
  fileId: string,
  whole: string,
  { storage, budget, newKey }: Parts,
): Promise<Refused<ContentRefusal> | Made | null> {
  const mediaType = sniff(await headOf(whole, SNIFFED_BYTES));
  const { size } = await stat(whole);
  return budget.spend(size, async () => {
    const content = await readFile(whole);
    const heard = voiceLength(mediaType, content);
    if (heard === null)
      return refuse('file_type_refused', 'A voice note is WebM, MP4, Ogg or MP3 with nothing but sound.');
    if (heard.seconds > MOST_SECONDS + TOLERATED_SECONDS)
      return refuse('voice_too_long', `A voice note lasts at most ${MOST_SECONDS} seconds.`);
    const contentKey = newKey(fileId);
    await storage.put(contentKey, Readable.from([content]), content.length);
    const seconds = Math.min(MOST_SECONDS, Math.round(heard.seconds));
    return { status: 'ready', content: { mediaType: heard.mediaType, bytes: content.length, seconds }, contentKey };
  });
}

/** Kept as it came, and only its two ends are looked at: who saves it has readers for the rest. */
async function attachment(
  { _id: fileId, name = '' }: FileDocument,
  whole: string,
  { storage, newKey }: Parts,
): Promise<Refused<ContentRefusal> | Made> {
  const refused = await refusePdf(whole);
  if (refused) return refused;
  const { size } = await stat(whole);
  const contentKey = newKey(fileId);
  await storage.put(contentKey, fromDisk(whole), size);
  const content = { mediaType: 'application/pdf', bytes: size };
  return { status: 'ready', content, contentKey, name: cleanName(name, 'pdf') };
}
