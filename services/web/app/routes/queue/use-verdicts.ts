import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { isTemporary, Refusal } from '../../api/refusal';
import { patiently } from '../../features/desk/patiently';
import { keepDraft } from '../../features/draft/draft-store';
import { serverClock } from '../../features/server-clock/server-clock';
import { claims } from './claims';
import { commentKey, scoreKey } from './draft-keys';
import { type Queue, queueKey, workQuery } from './queries';
import type { GivenScore } from './score';

export type GivenVerdict = 'accepted' | 'changes_requested';

/** An answer as it was written. */
export interface Given extends GivenScore {
  submissionId: string;
  /** Whose work it is. */
  name: string;
  version: number;
  verdict: GivenVerdict;
  comment: string;
  /** As it was typed or chosen, to go on with it. */
  score: string;
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

/** Verdicts are sent behind the reader's back, who reads the next text meanwhile. */
export function useVerdicts(cohortId: string, reviewerId: string): Verdicts {
  const queries = useQueryClient();
  const [sending, setSending] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const underWay = useRef(new Set<Promise<void>>());
  const { said, sayable, add, drop } = useSaid();
  const fail = (given: Given, why: string): void => setFailed((before) => [...before, { ...given, why }]);
  const forget = (id: string): void => setFailed((before) => before.filter(({ submissionId }) => submissionId !== id));
  const lookAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: queueKey(cohortId) });

  const send = async (given: Given): Promise<void> => {
    const { submissionId } = given;
    try {
      const sayAt = await claims.whileAnswering(submissionId, () => sendVerdict(given));
      await takeOut(queries, cohortId, submissionId);
      await keepWritten(reviewerId, { ...given, comment: '', score: '' });
      if (sayAt !== null) add({ ...given, sayAt });
    } catch (error) {
      fail(given, error instanceof Refusal && !isTemporary(error) ? error.code : 'unreachable');
      await lookAgain();
    } finally {
      setSending((before) => before.filter((id) => id !== submissionId));
    }
  };
  const undo = async (): Promise<string | null> => {
    await Promise.allSettled(underWay.current);
    const taken = sayable().at(-1);
    if (taken === undefined) return null;
    drop(taken.submissionId);
    try {
      await takeBack(taken);
      await keepWritten(reviewerId, taken);
      return taken.submissionId;
    } catch (error) {
      fail(taken, error instanceof Refusal && !isTemporary(error) ? error.code : 'undo_unreachable');
      return null;
    } finally {
      void lookAgain();
      void queries.invalidateQueries({ queryKey: workQuery(taken.submissionId).queryKey });
    }
  };
  const give = (given: Given): void => {
    forget(given.submissionId);
    setSending((before) => [...before, given.submissionId]);
    const promise = send(given).finally(() => underWay.current.delete(promise));
    underWay.current.add(promise);
  };
  return { sending, last: said.at(-1) ?? null, failed, give, undo, forget };
}

/** Verdicts that may still be taken back, in the order in which they were given; forgotten when they are said. */
function useSaid() {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const now = useRef<readonly Said[]>([]);
  const tell = (next: readonly Said[]): void => {
    now.current = next;
    setSaid(next);
  };
  const drop = (id: string): void => tell(now.current.filter(({ submissionId }) => submissionId !== id));
  useForgotten(said, () => tell(now.current.filter(isUndoable)));
  return {
    said,
    drop,
    sayable: () => now.current.filter(isUndoable),
    add(one: Said) {
      const others = now.current.filter(({ submissionId }) => submissionId !== one.submissionId);
      tell([...others, one].sort((a, b) => a.sayAt.localeCompare(b.sayAt)));
    },
  };
}

/** What is answered does not come back by a list that was asked for before. */
async function takeOut(queries: QueryClient, cohortId: string, submissionId: string): Promise<void> {
  const queryKey = queueKey(cohortId);
  await queries.cancelQueries({ queryKey });
  queries.setQueriesData<Queue>({ queryKey }, (queue) => queue && without(queue, submissionId));
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
async function sendVerdict({ submissionId, version, verdict, comment, ...score }: Given): Promise<string | null> {
  const claiming = await claims.take(submissionId);
  if (claiming.state === 'other') throw new Refusal('claimed_by_other', 409);
  const { scorePercent, levels } = score;
  const body = {
    version,
    verdict,
    comment,
    ...(scorePercent === null ? {} : { scorePercent }),
    ...(levels === null ? {} : { levels: [...levels] }),
  };
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

/** What was written goes with the answer, and comes back with it. */
async function keepWritten(
  reviewerId: string,
  { submissionId, comment, score }: Pick<Given, 'submissionId' | 'comment' | 'score'>,
): Promise<void> {
  await Promise.all([
    keepDraft(commentKey(reviewerId, submissionId), comment),
    keepDraft(scoreKey(reviewerId, submissionId), score),
  ]).catch(() => undefined); // a browser that keeps nothing
}

function without({ rows, hasMore }: Queue, submissionId: string): Queue {
  return { rows: rows.filter((row) => row.submissionId !== submissionId), hasMore };
}
