import { compilePlan } from './compile-plan.ts';
import { type Evaluation, evaluatePlan } from './evaluate.ts';
import { instantMs } from './instant.ts';
import type { PlanEntry } from './judge.ts';
import type { Entry, Learner, Policy } from './policy.ts';

/** The rules, whole: policy, learner and entries as of an instant. Expects parsed input; `asOf` is an ISO 8601 instant with a zone. */
export function evaluate(policy: Policy, learner: Learner, entries: readonly Entry[], asOf: string): Evaluation {
  return evaluatePlan(compilePlan(policy, learner), entries.map(toPlanEntry), instantMs(asOf));
}

/** An entry of the wire or of a record, for use with a compiled plan. */
export function toPlanEntry(entry: Entry): PlanEntry {
  const { day, acceptedAt, characters, pictures, voiceSeconds } = entry;
  const read: PlanEntry = { day, acceptedAtMs: instantMs(acceptedAt), characters };
  if (pictures !== undefined) read.pictures = pictures;
  if (voiceSeconds !== undefined) read.voiceSeconds = voiceSeconds;
  return read;
}
