import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { isRefusal, isTemporary, Refusal } from '../../api/refusal';
import { patiently } from '../../features/desk/patiently';
import { keepDraft } from '../../features/draft/draft-store';
import { entriesKey, type Entry } from './queries';
import { keyOfEntry, reasonKey } from './rows';

export interface Given {
  entry: Entry;
  /** Whose it is. */
  name: string;
  reason: string;
}

export interface Failed {
  key: string;
  name: string;
  /** The code of a refusal, `unreachable` where nothing came back. */
  why: string;
}

/**
 * Rejections are sent behind the reader's back, who reads the next check-in meanwhile. Each names the check-in that was read, so one that is
 * sent again after its answer was lost rejects nothing else.
 */
export function useRejections(cohortId: string, reviewerId: string) {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const forget = (key: string): void => setFailed((before) => before.filter((one) => one.key !== key));

  const send = async (given: Given): Promise<void> => {
    const key = keyOfEntry(given.entry);
    let why: string | null = null;
    try {
      await reject(given);
      await keepDraft(reasonKey(reviewerId, given.entry), '').catch(() => undefined); // a browser that keeps nothing
    } catch (error) {
      why = error instanceof Refusal && !isTemporary(error) ? error.code : 'unreachable';
    }
    await queries.invalidateQueries({ queryKey: entriesKey(cohortId) });
    setSending((before) => before.filter((one) => one !== key));
    if (why !== null) setFailed((before) => [...before, { key, name: given.name, why: why ?? '' }]);
  };
  return {
    sending,
    failed,
    forget,
    reject(given: Given) {
      forget(keyOfEntry(given.entry));
      setSending((before) => [...before, keyOfEntry(given.entry)]);
      void send(given);
    },
  };
}

async function reject({ entry: { enrolmentId, day, acceptedAt }, reason }: Given): Promise<void> {
  const params = { path: { enrolmentId, day } };
  let isAgain = false;
  await patiently(async () => {
    try {
      await api.checkin.POST('/enrolments/{enrolmentId}/entries/{day}/rejection', {
        params,
        body: { reason, acceptedAt },
      });
    } catch (error) {
      // It was carried out, and its answer lost.
      if (isAgain && isRefusal(error, 'no_entry')) return;
      isAgain = true;
      throw error;
    }
  });
}
