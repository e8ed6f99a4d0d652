import { chainEntries, EMPTY_LEDGER, type BookOfEntry, type LedgerHead, type Posting } from '../../domain/ledger/entry';
import { sha256 } from '../sha256';
import { LEDGER } from './ledger-validator';

/** A state together with where its journal stands, and since when (absent where nothing was posted since that is kept). */
export type Kept<State> = State & { ledger: LedgerHead & { atMs?: number } };

interface Chained<State, Event> {
  evolve(state: State | null, event: Event): State;
  postingsOf(event: Event): Posting[];
  bookOf(state: State): BookOfEntry;
}

/** Lets an aggregate carry its journal: every posting of an event becomes one linked entry in the same transaction. */
export function chained<State extends object, Event>({ evolve, postingsOf, bookOf }: Chained<State, Event>) {
  const entriesOf = (before: Kept<State> | null, after: State, events: readonly Event[]) =>
    chainEntries(before?.ledger ?? EMPTY_LEDGER, events.flatMap(postingsOf), bookOf(after), sha256);

  return {
    evolve(kept: Kept<State> | null, event: Event): Kept<State> {
      const state = evolve(kept, event);
      const last = entriesOf(kept, state, [event]).at(-1);
      return {
        ...state,
        ledger: last ? { seq: last.seq, hash: last.hash, atMs: last.atMs } : (kept?.ledger ?? EMPTY_LEDGER),
      };
    },
    alongside({ before, after, events }: { before: Kept<State> | null; after: Kept<State>; events: readonly Event[] }) {
      const documents = entriesOf(before, after, events);
      return documents.length === 0 ? [] : [{ collection: LEDGER, documents }];
    },
  };
}
