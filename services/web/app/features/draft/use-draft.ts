import { useEffect, useRef, useState } from 'react';
import { within } from '../time/within';
import { keepDraft, readDraft } from './draft-store';

const SAVE_AFTER_MS = 300;
/** Nobody waits longer to write than that, whatever the browser's database does. */
const LOAD_MS = 2_000;

export type DraftState = 'loading' | 'saving' | 'saved' | 'not_kept';

export interface Draft {
  draft: string;
  state: DraftState;
  write(text: string): void;
  clear(): Promise<void>;
}

/** A text that outlives reloads and lost sign-ins: kept on this device while it is written. */
export function useDraft(key: string): Draft {
  const [draft, setDraft] = useState('');
  const [state, setState] = useState<DraftState>('loading');
  const pending = useRef<{ key: string; text: string } | null>(null);

  const save = async (): Promise<void> => {
    const writing = pending.current;
    if (writing === null) return;
    pending.current = null;
    const isKept = await keepDraft(writing.key, writing.text).then(yes, no); // a private window may keep nothing
    if (pending.current === null) setState(isKept ? 'saved' : 'not_kept');
  };

  useEffect(() => {
    let isCurrent = true;
    setState('loading');
    setDraft('');
    const load = async (): Promise<void> => {
      const kept = await within(LOAD_MS, readDraft(key)).catch(() => null);
      if (!isCurrent) return;
      setState(kept === null ? 'not_kept' : 'saved');
      // What was typed while it loaded wins.
      if (pending.current === null) setDraft(kept ?? '');
    };
    void load();
    const onHide = (): void => void save();
    addEventListener('pagehide', onHide);
    return () => {
      isCurrent = false;
      removeEventListener('pagehide', onHide);
      void save();
    };
  }, [key]);

  useEffect(() => {
    if (state !== 'saving') return;
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, state]);

  const write = (text: string): void => {
    pending.current = { key, text };
    setDraft(text);
    setState('saving');
  };
  const clear = async (): Promise<void> => {
    pending.current = null;
    setDraft('');
    setState('saved');
    await keepDraft(key, '').catch(() => undefined); // nothing was kept then
  };
  return { draft, state, write, clear };
}

const yes = (): boolean => true;
const no = (): boolean => false;
