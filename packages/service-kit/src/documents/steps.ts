import type { Snapshot } from './document';
import type { Alongside, OutboxEntry } from './types';

/** What one look at a document leads to: an answer, and perhaps a write that must succeed before the answer counts. */
export interface Step<State, Out> {
  answer: Out;
  write?: {
    next: Pick<Snapshot<State>, 'state' | 'seq' | 'last'>;
    outbox?: readonly OutboxEntry[];
    alongside?: readonly Alongside[];
  };
}

/** Gives the answer of one step, or throws what it threw. */
export type Answer = () => unknown;

/** What the steps on one document, taken together, write. `before` null: the document is new. */
export interface Write<State> {
  id: string;
  before: Snapshot<State> | null;
  next: Snapshot<State>;
  outbox: OutboxEntry[];
  alongside: Alongside[];
}

/**
 * Takes steps one after the other, each on what the one before led to. One that throws leaves no trace and stops none of the others.
 * @param v the version of the schema that is written.
 */
export function takeSteps<State>(
  id: string,
  before: Snapshot<State> | null,
  takes: readonly ((snapshot: Snapshot<State> | null) => Step<State, unknown>)[],
  v: number | undefined,
): { answers: Answer[]; write: Write<State> | null } {
  const version = (before?.version ?? 0) + 1;
  let write: Write<State> | null = null;
  const answers = takes.map((take): Answer => {
    try {
      const { answer, write: one } = take(write?.next ?? before);
      if (one) {
        const { state, seq, last } = one.next;
        const next = v === undefined ? { version, state, seq, last } : { version, v, state, seq, last };
        const outbox = [...(write?.outbox ?? []), ...(one.outbox ?? [])];
        write = { id, before, next, outbox, alongside: [...(write?.alongside ?? []), ...(one.alongside ?? [])] };
      }
      return () => answer;
    } catch (error) {
      return failed(error);
    }
  });
  return { answers, write };
}

export function failed(error: unknown): Answer {
  return () => {
    throw error;
  };
}
