import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../../features/class-draft/draft';
import { keepDraft, readDraft } from '../../features/draft/draft-store';
import { within } from '../../features/time/within';
import { type KeptDraft, readKept } from './kept';

const SAVE_AFTER_MS = 300;
/** Nobody waits longer to write than that, whatever the browser's database does. */
const LOAD_MS = 2_000;

/** What was written and never kept on the server, as this device has it; undefined while it is looked for, null: nothing. */
export function useFound(key: string): KeptDraft | null | undefined {
  const [found, setFound] = useState<KeptDraft | null | undefined>(undefined);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const kept = await within(LOAD_MS, readDraft(key)).catch(() => ''); // a private window may keep nothing
      if (isCurrent) setFound(readKept(kept));
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return found;
}

/** Keeps a draft on this device while it is written, until it is as the server has it. */
export function useKeeping(key: string, draft: Draft, stored: Draft): void {
  const isStored = JSON.stringify(draft) === JSON.stringify(stored);
  const latest = useRef<() => void>(() => undefined);
  latest.current = () => void keep(key, isStored ? null : draft);
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, isStored]);
  useEffect(() => {
    const onHide = (): void => latest.current();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      latest.current();
    };
  }, []);
}

/** Null: there is nothing that the server has not. */
export function keep(key: string, draft: Draft | null): Promise<void> {
  const kept = draft === null ? '' : JSON.stringify({ draft, at: new Date().toISOString() } satisfies KeptDraft);
  return keepDraft(key, kept).catch(() => undefined); // a private window may keep nothing
}
