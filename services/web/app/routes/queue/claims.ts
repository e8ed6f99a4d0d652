import { api, bodyOf } from '../../api/client';
import { Refusal } from '../../api/refusal';

/** How a piece of work stands between those who answer. */
export type Claiming =
  | { state: 'asking' }
  | { state: 'mine'; until: string }
  | { state: 'other'; reviewerId: string | null; until: string | null }
  | { state: 'refused'; why: 'own_work' | 'not_waiting' | 'too_many_claims' | 'other' }
  | { state: 'unreachable' };

const REFUSALS = ['own_work', 'not_waiting', 'too_many_claims'] as const;

/** The wishes of this page about claims. Those about one piece go out one after the other: a claim that is let go must not overtake the one taken anew. */
export function createClaims(
  take: (submissionId: string) => Promise<Claiming>,
  release: (submissionId: string) => Promise<unknown>,
) {
  const last = new Map<string, Promise<unknown>>();
  /** Pieces whose answer is under way: they stay ours until it is there. */
  const answering = new Set<string>();

  function inTurn<Answer>(submissionId: string, ask: () => Promise<Answer>): Promise<Answer> {
    const turn = (last.get(submissionId) ?? Promise.resolve()).then(ask, ask);
    last.set(submissionId, turn);
    return turn;
  }
  const letGo = (submissionId: string): void => {
    if (!answering.has(submissionId)) void inTurn(submissionId, () => release(submissionId)).catch(() => undefined); // it runs out by itself
  };
  return {
    take: (submissionId: string) => inTurn(submissionId, () => take(submissionId)),
    letGo,
    /** Keeps the claim while `act` is under way, also when its page goes on to the next piece; lets go afterwards. */
    async whileAnswering<Answer>(submissionId: string, act: () => Promise<Answer>): Promise<Answer> {
      answering.add(submissionId);
      try {
        return await act();
      } finally {
        answering.delete(submissionId);
        letGo(submissionId);
      }
    },
  };
}

export const claims = createClaims(askForClaim, (submissionId) => giveBack(submissionId));

async function askForClaim(submissionId: string): Promise<Claiming> {
  try {
    const { until } = await bodyOf(
      api.homework.PUT('/submissions/{submissionId}/claim', { params: { path: { submissionId } } }),
    );
    return { state: 'mine', until };
  } catch (error) {
    return claimingAfter(error);
  }
}

/** What a refused claim means. */
export function claimingAfter(error: unknown): Claiming {
  if (!(error instanceof Refusal) || error.status >= 500 || error.status === 429) return { state: 'unreachable' };
  if (error.code === 'claimed_by_other')
    return { state: 'other', reviewerId: error.told('reviewerId'), until: error.told('until') };
  return { state: 'refused', why: REFUSALS.find((known) => known === error.code) ?? 'other' };
}

/** @param isLeaving the page is going; the request outlives it. */
export function giveBack(submissionId: string, isLeaving = false): Promise<unknown> {
  return api.homework.DELETE('/submissions/{submissionId}/claim', {
    params: { path: { submissionId } },
    keepalive: isLeaving,
  });
}
