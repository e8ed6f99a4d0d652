/** For each type of a union of events what is done with it; a type that is missing does not compile. */
export type ByType<Event extends { type: string }, Given extends readonly unknown[], Out> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { type: Type }>, ...given: Given) => Out;
};

/** Picks the function for an event's type. */
export function byType<Event extends { type: string }, Given extends readonly unknown[], Out>(
  functions: ByType<Event, Given, Out>,
): (event: Event, ...given: Given) => Out {
  return (event, ...given) => {
    const type: Event['type'] = event.type;
    // The function under a type takes the event of that type; the compiler cannot follow a look-up by name.
    const take = functions[type] as (event: Event, ...given: Given) => Out;
    return take(event, ...given);
  };
}
