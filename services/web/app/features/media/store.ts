import { createStore, del, get, set, type UseStore } from 'idb-keyval';

export type MediaKind = 'picture' | 'voice';

/** A picture or a voice note that is being added to a check-in; kept on this device until the check-in has arrived. */
export interface MediaItem {
  /** On this device. */
  id: string;
  kind: MediaKind;
  name: string;
  /** Absent: a browser that keeps no files; then it is there as long as the page. */
  blob?: Blob;
  bytes: number;
  /** Once the server knows of it. */
  fileId: string | null;
  received: number;
  status: 'waiting' | 'sending' | 'away' | 'ready' | 'refused';
  /** Why it was refused. */
  refusal: string | null;
}

let made: UseStore | undefined;
const media = (): UseStore => (made ??= createStore('daka-media', 'media'));

/** @throws where the browser keeps nothing. */
export async function readMedia(key: string): Promise<MediaItem[]> {
  return (await get<MediaItem[]>(key, media())) ?? [];
}

/** @throws where the browser keeps nothing, or not so much. */
export async function keepMedia(key: string, items: readonly MediaItem[]): Promise<void> {
  await (items.length === 0 ? del(key, media()) : set(key, items, media()));
}
