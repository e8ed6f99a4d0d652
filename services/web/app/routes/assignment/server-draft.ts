import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { isRefusal } from '../../api/refusal';
import type { Draft } from '../../features/draft/use-draft';

const SAVE_AFTER_MS = 2_000;

export type ServerDraft = 'asking' | 'here' | 'kept' | 'elsewhere';

/**
 * Keeps the draft of this device on the server too, so that another device can go on with it. What is on this device wins, and what another
 * device wrote meanwhile is not overwritten: then it says `elsewhere`, and `takeTheirs` takes it.
 */
export function useServerDraft(
  assignmentId: string,
  { draft, state, write }: Draft,
): { kept: ServerDraft; takeTheirs(): void } {
  const [kept, setKept] = useState<ServerDraft>('asking');
  const revision = useRef<number | undefined>(undefined);
  const known = useRef('');
  const path = { assignmentId };

  const takeTheirs = async (): Promise<void> => {
    const theirs = await readTheirs(assignmentId).catch(() => undefined); // unreachable: this device's own draft goes on
    if (theirs === undefined) return setKept('here');
    revision.current = theirs?.revision ?? 0;
    known.current = theirs?.markdown ?? '';
    if (theirs !== null) write(theirs.markdown);
    setKept(theirs === null ? 'here' : 'kept');
  };

  useEffect(() => {
    if (state === 'loading' || kept !== 'asking') return;
    if (draft === '') void takeTheirs();
    else setKept('here');
  }, [state, kept]);

  useEffect(() => {
    if (kept === 'asking' || kept === 'elsewhere' || state === 'loading' || draft === known.current) return;
    setKept('here');
    const save = async (): Promise<void> => {
      try {
        if (draft.trim() === '') {
          await api.homework.DELETE('/assignments/{assignmentId}/drafts/mine', { params: { path } });
          revision.current = 0;
        } else {
          const body = { markdown: draft, ...(revision.current === undefined ? {} : { revision: revision.current }) };
          const put = api.homework.PUT('/assignments/{assignmentId}/drafts/mine', { params: { path }, body });
          revision.current = (await bodyOf(put)).revision;
        }
        known.current = draft;
        setKept('kept');
      } catch (error) {
        // Anything else is tried again with the next letter; the draft is on this device anyway.
        if (isRefusal(error, 'draft_changed')) setKept('elsewhere');
      }
    };
    const timer = setTimeout(() => void save(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, state, kept]);

  return { kept, takeTheirs: () => void takeTheirs() };
}

async function readTheirs(assignmentId: string) {
  try {
    return await bodyOf(
      api.homework.GET('/assignments/{assignmentId}/drafts/mine', { params: { path: { assignmentId } } }),
    );
  } catch (error) {
    if (isRefusal(error, 'no_draft', 'not_found')) return null;
    throw error;
  }
}
