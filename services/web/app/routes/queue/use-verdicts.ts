import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { isTemporary, Refusal } from '../../api/refusal';
import { keepDraft } from '../../features/draft/draft-store';
import { serverClock } from '../../features/server-clock/server-clock';
import { claims } from './claims';
import { commentKey, scoreKey } from './draft-keys';
import { type Queue, queueKey, workQuery } from './queries';

export type GivenVerdict = 'accepted' | 'changes_requested';

/** An answer as it was written. */
export interface Given {
  submissionId: string;
  /** Whose work it is. */
  name: string;
  version: number;
  verdict: GivenVerdict;
  comment: string;
  scorePercent: number | null;
}

export interface Said extends Given {
  /** Until then it may be taken back. */
  sayAt: string;
}

export interface Failed extends Given {
  /** The code of a refusal, `unreachable` where nothing came back. */
  why: string;
}

export interface Verdicts {
  /** On their way to the server, not shown in the list any more. */
  sending: readonly string[];
  /** The newest that may still be taken back. */
  last: Said | null;
  failed: readonly Failed[];
  give(given: Given): void;
  /** Takes the newest back; answers its piece, null: there is none any more. */
  undo(): Promise<string | null>;
  forget(submissionId: string): void;
}

/** A lost answer is asked for again with the same key, so that no verdict is given twice. */
const AGAIN_AFTER_MS = [500, 2_000, 5_000];

/** Verdicts are sent behind the reader's back, who reads the next text meanwhile. */
export function useVerdicts(cohortId: string, reviewerId: string): Verdicts {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const underWay = useRef(new Set<Promise<void>>());
  const saidNow = useRef<readonly Said[]>([]);
  const tell = (next: readonly Said[]): void => {
    saidNow.current = next;
    setSaid(next);
  };
  useForgotten(said, () => tell(saidNow.current.filter(isUndoable)));

  const forget = (submissionId: string): void =>
    setFailed((before) => before.filter((one) => one.submissionId !== submissionId));

  const send = async (given: Given): Promise<void> => {
    const { submissionId } = given;
    try {
      const sayAt = await claims.whileAnswering(submissionId, () => sendVerdict(given));
      await queries.cancelQueries({ queryKey: queueKey(cohortId) });
      queries.setQueriesData<Queue>({ queryKey: queueKey(cohortId) }, (queue) => queue && without(queue, submissionId));
      await keepWritten(reviewerId, { ...given, comment: '', scorePercent: null });
      if (sayAt !== null) tell([...saidNow.current.filter((one) => one.submissionId !== submissionId), { ...given, sayAt }]);
    } catch (error) {
      const why = error instanceof Refusal && !isTemporary(error) ? error.code : 'unreachable';
      setFailed((before) => [...before, { ...given, why }]);
      await queries.invalidateQueries({ queryKey: queueKey(cohortId) });
    } finally {
      setSending((before) => before.filter((id) => id !== submissionId));
    }
  };

  return {
    sending,
    last: said.at(-1) ?? null,
    failed,
    forget,
    give(given) {
      forget(given.submissionId);
      setSending((before) => [...before, given.submissionId]);
      const promise = send(given).finally(() => underWay.current.delete(promise));
      underWay.current.add(promise);
    },
    async undo() {
      await Promise.allSettled([...underWay.current]);
      const taken = saidNow.current.filter(isUndoable).at(-1);
      if (taken === undefined) return null;
      tell(saidNow.current.filter((one) => one !== taken));
      try {
        await takeBack(taken);
        await keepWritten(reviewerId, taken);
      } catch (error) {
        setFailed((before) => [...before, { ...taken, why: error instanceof Refusal ? error.code : 'undo_unreachable' }]);
        return null;
      } finally {
        void queries.invalidateQueries({ queryKey: queueKey(cohortId) });
        void queries.invalidateQueries({ queryKey: workQuery(taken.submissionId).queryKey });
      }
      return taken.submissionId;
    },
  };
}

function useForgotten(said: readonly Said[], forget: () => void): void {
  useEffect(() => {
    if (said.length === 0) return;
    const timer = setInterval(() => {
      if (said.some((one) => !isUndoable(one))) forget();
    }, 500);
    return () => clearInterval(timer);
  }, [said]);
}

function isUndoable({ sayAt }: Said): boolean {
  const nowMs = serverClock.nowMs();
  return nowMs === null || nowMs < Date.parse(sayAt);
}

/** @returns until when it may be taken back. @throws what stood in the way. */
async function sendVerdict({ submissionId, version, verdict, comment, scorePercent }: Given): Promise<string | null> {
  const claiming = await claims.take(submissionId);
  if (claiming.state === 'other') throw new Refusal('claimed_by_other', 409);
  const body = { version, verdict, comment, ...(scorePercent === null ? {} : { scorePercent }) };
  const key = crypto.randomUUID();
  const { sayAt } = await patiently(() =>
    bodyOf(
      api.homework.POST('/submissions/{submissionId}/verdict', {
        params: { path: { submissionId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  return sayAt;
}

async function takeBack({ submissionId }: Said): Promise<void> {
  // Ours again before others see that it waits.
  await claims.take(submissionId);
  await api.homework.DELETE('/submissions/{submissionId}/verdict', { params: { path: { submissionId } } });
}

async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const waitMs of AGAIN_AFTER_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return ask();
}

/** What was written goes with the answer, and comes back with it. */
async function keepWritten(
  reviewerId: string,
  { submissionId, comment, scorePercent }: Pick<Given, 'submissionId' | 'comment' | 'scorePercent'>,
): Promise<void> {
  const score = scorePercent === null ? '' : String(scorePercent);
  await Promise.all([
    keepDraft(commentKey(reviewerId, submissionId), comment),
    keepDraft(scoreKey(reviewerId, submissionId), score),
  ]).catch(() => undefined); // a browser that keeps nothing
}

function without({ rows, hasMore }: Queue, submissionId: string): Queue {
  return { rows: rows.filter((row) => row.submissionId !== submissionId), hasMore };
}
