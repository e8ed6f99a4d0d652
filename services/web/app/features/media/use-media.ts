import { useEffect, useRef, useState } from 'react';
import { given } from '../../api/given';
import { keepMedia, type MediaItem, type MediaKind, readMedia } from './store';
import { type Target, upload } from './upload';

/** Of the services, see packages/contracts: of the largest kind. */
const MOST_BYTES = 20_000_000;

export interface Media {
  items: readonly MediaItem[];
  /** What this device kept is among them. */
  isRead: boolean;
  add(files: readonly File[], kind: MediaKind): void;
  remove(id: string): void;
}

/** What is added to a check-in or to homework: kept on this device under a key and sent one after the other while it is written. */
export function useMedia({ enrolmentId, assignmentId }: Target, key: string): Media {
  const { items, now, change } = useItems();
  const [isRead, setRead] = useState(false);
  const sending = useRef<{ id: string; stop: AbortController } | null>(null);

  const keep = (): void => void keepMedia(key, now.current).catch(() => undefined); // then they last as long as the page

  const halt = (): void => {
    sending.current?.stop.abort();
    sending.current = null;
  };

  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const kept = await readMedia(key).catch(() => []); // a browser that keeps nothing has nothing to add
      if (!isCurrent) return;
      change([...kept.map(askedAnew), ...now.current]);
      setRead(true);
    };
    void read();
    return () => {
      isCurrent = false;
      halt();
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
    void upload({ enrolmentId, ...given({ assignmentId }) }, { ...next, blob }, { tell, signal: stop.signal })
      .catch(() => tell({ status: 'refused', refusal: 'other' }))
      .finally(() => {
        if (sending.current?.id !== id) return;
        sending.current = null;
        change([...now.current]); // the next one
      });
  }, [items, enrolmentId, assignmentId]);

  return {
    items,
    isRead,
    add(files, kind) {
      change([...now.current, ...files.map((file) => itemOf(file, kind))]);
      keep();
    },
    remove(id) {
      if (sending.current?.id === id) halt();
      change(now.current.filter((item) => item.id !== id));
      keep();
    },
  };
}

/** As they are shown, and as they are now: several changes may come between two renders. */
function useItems() {
  const [items, setItems] = useState<readonly MediaItem[]>([]);
  const now = useRef<readonly MediaItem[]>([]);
  const change = (next: readonly MediaItem[]): void => {
    now.current = next;
    setItems(next);
  };
  return { items, now, change };
}

/** Whether the server still has it is not known here. */
const askedAnew = (item: MediaItem): MediaItem =>
  item.status === 'refused' || item.blob === undefined ? item : { ...item, status: 'waiting' };

function itemOf(file: File, kind: MediaKind): MediaItem {
  const known = { id: crypto.randomUUID(), kind, name: file.name, bytes: file.size, fileId: null, received: 0 };
  // No service takes it: it would not even be announced.
  const refusal = file.size > MOST_BYTES ? 'file_too_large' : file.size === 0 ? 'file_damaged' : null;
  if (refusal !== null) return { ...known, status: 'refused', refusal };
  return { ...known, blob: file, status: 'waiting', refusal };
}
