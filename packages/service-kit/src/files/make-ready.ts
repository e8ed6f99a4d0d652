import { open } from 'node:fs/promises';
import path from 'node:path';
import { isRefused, refuse, type Refused } from '@daka/contracts';
import type { Budget } from './budget';
import type { FileDocument, Made } from './catalogue';
import { bandsOf } from './perceptual-hash';
import { cleanPicture, decodedBytes } from './picture';
import { SNIFFED_BYTES, sniff } from './sniff';
import { fromDisk, gather, inFolder } from './spool';
import type { FileStorage } from './storage';
import type { ContentRefusal } from './types';

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
      if (file.kind !== 'picture') return { status: 'refused', refusal: 'file_type_refused' };
      const made = await picture(file._id, folder, whole, parts);
      return made !== null && isRefused(made) ? { status: 'refused', refusal: made.refused } : made;
    });
}

async function picture(
  fileId: string,
  folder: string,
  whole: string,
  { storage, budget, newKey }: Parts,
): Promise<Refused<ContentRefusal> | Made | null> {
  const mediaType = sniff(await headOf(whole));
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

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
