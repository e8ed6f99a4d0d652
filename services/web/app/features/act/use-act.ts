import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isTemporary, Refusal } from '../../api/refusal';
import { type TextId, useText } from '../../texts/use-text';

export interface Act {
  take(): void;
  isBusy: boolean;
  isDone: boolean;
  /** What stood in the way, in words. */
  problem: string | null;
}

interface ActOptions {
  /** What the refusals that may be expected mean here. */
  refused?: Readonly<Record<string, TextId>>;
  /** Nothing came back. */
  unreachable?: TextId;
  /** What is read anew afterwards, whatever came of it. */
  renews: readonly QueryKey[];
}

/**
 * One act of a reader: what it does, that it is under way, and what stood in its way. `act` gets an Idempotency-Key, which stays the same until
 * the server has answered for certain, so that no tap and no lost answer makes two.
 */
export function useAct(
  act: (key: string) => Promise<unknown>,
  { refused = {}, unreachable = 'asked.unreachable', renews }: ActOptions,
): Act {
  const text = useText();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setState('busy');
    setProblem(null);
    let isOk = false;
    try {
      await act(key);
      isOk = true;
    } catch (error) {
      const known = error instanceof Refusal ? refused[error.code] : undefined;
      setProblem(text(known ?? (isTemporary(error) ? unreachable : 'asked.refused')));
      if (!isTemporary(error)) setKey(newKey);
    }
    if (isOk) setKey(newKey);
    await Promise.all(renews.map((queryKey) => queries.invalidateQueries({ queryKey })));
    setState(isOk ? 'done' : 'idle');
  };
  return { take: () => void take(), isBusy: state === 'busy', isDone: state === 'done', problem };
}

function newKey(): string {
  return crypto.randomUUID();
}
