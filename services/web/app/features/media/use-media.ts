import { useEffect, useRef, useState } from 'react';
import { keepMedia, type MediaItem, type MediaKind, readMedia } from './store';
import { upload } from './upload';

export interface Media {
  items: readonly MediaItem[];
  add(files: readonly File[], kind: MediaKind): void;
  remove(id: string): void;
}

/** What is added to the check-in of a day: kept on this device and sent one after the other while it is written. */
export function useMedia(enrolmentId: string, day: string): Media {
  const key = `${enrolmentId}:${day}`;
  const [items, setItems] = useState<readonly MediaItem[]>([]);
  const now = useRef<readonly MediaItem[]>([]);
  const sending = useRef<{ id: string; stop: AbortController } | null>(null);

  const change = (next: readonly MediaItem[]): void => {
    now.current = next;
    setItems(next);
  };
  const keep = (): void => void keepMedia(key, now.current).catch(() => undefined); // then they last as long as the page

  useEffect(() => {
    let isCurrent = true;
    // A browser that keeps nothing has nothing to add.
    void readMedia(key)
      .catch(() => [])
      .then((kept) => isCurrent && change([...kept.map(askedAnew), ...now.current]));
    return () => {
      isCurrent = false;
      sending.current?.stop.abort();
      sending.current = null;
    };
  }, [key]);

  useEffect(() => {
    if (sending.current !== null) return;
    const next = items.find(({ status }) => status === 'waiting');
    if (next?.blob === undefined) return;
    const stop = new AbortController();
    const { id, blob } = next;
    sending.current = { id, stop };
    const tell = (progress: Partial<MediaItem>): void => {
      change(now.current.map((item) => (item.id === id ? { ...item, ...progress } : item)));
      if ('fileId' in progress || progress.status === 'ready' || progress.status === 'refused') keep();
    };
    void upload(enrolmentId, { ...next, blob }, { tell, signal: stop.signal })
      .catch(() => tell({ status: 'refused', refusal: 'other' }))
      .finally(() => {
        if (sending.current?.id !== id) return;
        sending.current = null;
        change([...now.current]); // the next one
      });
  }, [items, enrolmentId]);

  return {
    items,
    add(files, kind) {
      change([...now.current, ...files.map((file) => itemOf(file, kind))]);
      keep();
    },
    remove(id) {
      if (sending.current?.id === id) {
        sending.current.stop.abort();
        sending.current = null;
      }
      change(now.current.filter((item) => item.id !== id));
      keep();
    },
  };
}

/** Whether the server still has it is not known here. */
const askedAnew = (item: MediaItem): MediaItem =>
  item.status === 'refused' || item.blob === undefined ? item : { ...item, status: 'waiting' };

function itemOf(file: File, kind: MediaKind): MediaItem {
  const fresh = { fileId: null, received: 0, status: 'waiting', refusal: null } as const;
  return { ...fresh, id: crypto.randomUUID(), kind, name: file.name, blob: file, bytes: file.size };
}
