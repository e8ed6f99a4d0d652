import { createStore, del, get, set, type UseStore } from 'idb-keyval';

export type MediaKind = 'picture' | 'voice' | 'attachment';

/** A file that is being added to a check-in or to homework; kept on this device until that has arrived. */
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
  /** Of a voice note, once the server has walked through it. */
  seconds?: number;
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

/** A recording that goes on: what a reload, or a tab that dies, leaves of it. */
export interface Recording {
  type: string;
  parts: readonly Blob[];
}

/** Apart from what is being added, whose key it has. */
const recordingKey = (key: string): string => `recording:${key}`;

/** Undefined: nothing was left. @throws where the browser keeps nothing. */
export function readRecording(key: string): Promise<Recording | undefined> {
  return get<Recording>(recordingKey(key), media());
}

/** Null: it is over, and what came of it is among what is being added. @throws where the browser keeps nothing, or not so much. */
export async function keepRecording(key: string, recording: Recording | null): Promise<void> {
  await (recording === null ? del(recordingKey(key), media()) : set(recordingKey(key), recording, media()));
}

/** What they were added to has arrived, with or without them. */
export async function forgetMedia(key: string): Promise<void> {
  await Promise.all([keepMedia(key, []), keepRecording(key, null)]).catch(() => undefined); // nothing was kept then
}
