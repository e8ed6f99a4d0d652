import type { Snapshot } from './document';
import type { Alongside, OutboxEntry } from './types';

/** What one look at a document leads to: an answer, and perhaps a write that must succeed before the answer counts. */
export interface Step<State, Out> {
  answer: Out;
  write?: { next: Omit<Snapshot<State>, 'version'>; outbox?: readonly OutboxEntry[]; alongside?: readonly Alongside[] };
}

/** What became of one step. */
export type Taken = { answer: unknown } | { error: unknown };

/** What several steps on one document write together. */
export interface Write<State> {
  next: Snapshot<State>;
  outbox: OutboxEntry[];
  alongside: Alongside[];
}

/** Takes steps one after the other, each on what the one before led to. One that throws leaves no trace and stops none of the others. */
export function takeAll<State>(
  before: Snapshot<State> | null,
  takes: readonly ((snapshot: Snapshot<State> | null) => Step<State, unknown>)[],
): { taken: Taken[]; write: Write<State> | null } {
  const version = (before?.version ?? 0) + 1;
  let write: Write<State> | null = null;
  const taken = takes.map((take): Taken => {
    try {
      const step = take(write?.next ?? before);
      if (step.write) write = withStep(write, step.write, version);
      return { answer: step.answer };
    } catch (error) {
      return { error };
    }
  });
  return { taken, write };
}

/** The answer of a step. @throws what it threw. */
export function outcomeOf<Out>(taken: Taken): Out {
  if ('error' in taken) throw taken.error;
  return taken.answer as Out;
}

function withStep<State>(write: Write<State> | null, { next, outbox = [], alongside = [] }: NonNullable<Step<State, unknown>['write']>, version: number): Write<State> {
  return {
    next: { version, state: next.state, seq: next.seq, last: next.last },
    outbox: [...(write?.outbox ?? []), ...outbox],
    alongside: [...(write?.alongside ?? []), ...alongside],
  };
}
