import { isRefused, type Refused } from '@daka/contracts';

/** Domain tests as given(events).when(decide).then(events) or .refuses(code). */
export function scenario<State, Event>(evolve: (state: State | null, event: Event) => State) {
  return {
    given(...history: Event[]) {
      const state = history.reduce<State | null>((before, event) => evolve(before, event), null);
      return {
        state,
        when(decide: (state: State | null) => Refused | readonly Event[]) {
          const outcome = decide(state);
          return {
            outcome,
            // oxlint-disable-next-line unicorn/no-thenable -- given, when, then; nobody awaits it
            then(...events: Event[]) {
              expect(outcome).toEqual(events);
            },
            refuses(code: string) {
              expect(isRefused(outcome) ? outcome.refused : outcome).toBe(code);
            },
          };
        },
      };
    },
  };
}
