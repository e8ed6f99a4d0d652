import { type Evaluation, evaluatePlan } from '@daka/rules';
import type { Run } from './calendar';

/**
 * What a run has come to as of an instant. By the rules; but whom the staff removed forfeits nothing, for only a rule that was accepted does: the
 * whole deposit is theirs, and they have not finished.
 */
export function evaluateRun(
  { plan, entries, byHand }: Pick<Run, 'plan' | 'entries' | 'byHand'>,
  atMs: number,
): Evaluation {
  return withoutForfeit(evaluatePlan(plan, entries, atMs), { plan, byHand });
}

/** The same of an evaluation by the rules alone. */
export function withoutForfeit(evaluation: Evaluation, { plan, byHand }: Pick<Run, 'plan' | 'byHand'>): Evaluation {
  if (byHand === undefined) return evaluation;
  const { removedOn } = byHand;
  return { ...evaluation, removedOn, streak: 0, entitledMinor: plan.depositMinor, completed: false, perfect: false };
}
