import { changedFields } from './changed-fields';
import type { StoredDocument } from './document';
import type { Write } from './steps';

/**
 * One write of state, counters and place, and of the events unless they are kept elsewhere,
 * that does nothing when somebody else wrote since the document was read.
 */
export function guardedWrite<State>(
  { id, before, next, outbox }: Write<State>,
  eventsInside = true,
): { insert: object } | { filter: object; update: object } {
  const inside = eventsInside ? outbox : [];
  const pending = inside.length > 0 ? { pendingSince: new Date() } : {};
  if (before === null)
    return { insert: { _id: id, ...next, outbox: inside, ...pending } satisfies StoredDocument<State> };

  // What was upcast differs from what is stored in more than the last change: the state is written as a whole.
  const stored = before.v === next.v ? before : { ...before, state: undefined };
  const { $set, $unset, $push } = changedFields({ ...stored }, { ...next });
  // $min keeps the oldest instant, and leaves the index entry alone while events are waiting.
  const operators: Record<string, object> =
    inside.length > 0
      ? { $set, $unset, $push: { ...$push, outbox: { $each: inside } }, $min: pending }
      : { $set, $unset, $push };
  return { filter: { _id: id, version: before.version }, update: withoutEmpty(operators) };
}

/** Older servers refuse an operator without fields. */
function withoutEmpty(operators: Record<string, object>): object {
  return Object.fromEntries(Object.entries(operators).filter(([, fields]) => Object.keys(fields).length > 0));
}
