/** Update operators that turn one stored value into the next. */
export interface ChangedFields {
  $set: Record<string, unknown>;
  $unset: Record<string, ''>;
  $push: Record<string, { $each: readonly unknown[] }>;
}

type Plain = Record<string, unknown>;

/**
 * What differs between two versions of a document, so that a small change is a small write, however large the document has grown.
 * Parts that are the same object are taken as equal, which states that are never altered in place allow. An array that only grew is pushed to;
 * anything else that is not a plain object on both sides is set as a whole.
 */
export function changedFields(before: Plain, next: Plain): ChangedFields {
  const changes: ChangedFields = { $set: {}, $unset: {}, $push: {} };
  collect(changes, '', before, next);
  return changes;
}

function collect(changes: ChangedFields, prefix: string, before: Plain, next: Plain): void {
  for (const [key, value] of Object.entries(next))
    if (value !== undefined) compare(changes, prefix + key, before[key], value);
  for (const key of Object.keys(before))
    if (before[key] !== undefined && next[key] === undefined) changes.$unset[prefix + key] = '';
}

function compare(changes: ChangedFields, path: string, before: unknown, next: unknown): void {
  if (Object.is(before, next)) return;
  if (isAddressable(before) && isAddressable(next)) return collect(changes, `${path}.`, before, next);
  if (Array.isArray(before) && Array.isArray(next) && isLonger(before, next))
    changes.$push[path] = { $each: next.slice(before.length) };
  else changes.$set[path] = next;
}

/** A part whose fields can be named by a path. */
function isAddressable(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.keys(value).every((key) => key !== '' && !key.includes('.') && !key.startsWith('$'))
  );
}

function isLonger(before: readonly unknown[], next: readonly unknown[]): boolean {
  return next.length > before.length && before.every((item, index) => Object.is(item, next[index]));
}
