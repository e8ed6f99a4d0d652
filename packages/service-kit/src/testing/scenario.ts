import { isRefused, type Refused } from '@daka/contracts';

/**
 * The one way in which domain tests come to a state and hold a decision against it: given(events).when(decide).then(events),
 * .thenTypes(names) or .refuses(code). What was decided can be given on: `.and(...)` goes on from there.
 */
export function scenario<State, Event>(evolve: (state: State | null, event: Event) => State) {
  function from(state: State | null) {
    return {
      state,
      /** More that happened. */
      and: (...events: Event[]) => from(events.reduce<State | null>((before, event) => evolve(before, event), state)),
      when(decide: (state: State | null) => Refused | readonly Event[]) {
        const outcome = decide(state);
        return {
          outcome,
          /** What happened after it, on the state that it led to; a refusal leads to none. */
          and(...events: Event[]) {
            if (isRefused(outcome)) throw new Error(`refused: ${outcome.refused}`);
            return from(state).and(...outcome, ...events);
          },
          // oxlint-disable-next-line unicorn/no-thenable -- given, when, then; nobody awaits it
          then(...events: Event[]) {
            expect(outcome).toEqual(events);
          },
          /** The names alone, in order. */
          thenTypes(...types: string[]) {
            expect(isRefused(outcome) ? outcome.refused : outcome.map(typeOf)).toEqual(types);
          },
          refuses(code: string) {
            expect(isRefused(outcome) ? outcome.refused : outcome).toBe(code);
          },
        };
      },
    };
  }
  return { from, given: (...history: Event[]) => from(null).and(...history) };
}

function typeOf(event: unknown): unknown {
  return typeof event === 'object' && event !== null && 'type' in event ? event.type : event;
}
