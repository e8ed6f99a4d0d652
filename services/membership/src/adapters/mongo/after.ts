import type { PageAfter } from '../../ports';

/**
 * What comes after a place in a list that is sorted by one field, downwards or upwards, and then by id, upwards unless
 * said otherwise. A field that older documents
 * lack counts as 0 and comes last, so it may only be sorted downwards.
 */
export function after<Value extends string | number>(
  path: string,
  direction: 1 | -1,
  place: PageAfter<Value>['after'],
  idDirection: 1 | -1 = 1,
): Record<string, unknown> {
  if (place === null) return {};
  const [value, id] = place;
  const same = { [path]: value === 0 ? { $in: [0, null] } : value, _id: idDirection === 1 ? { $gt: id } : { $lt: id } };
  const beyond =
    direction === 1 ? [{ [path]: { $gt: value } }] : [{ [path]: { $lt: value } }, ...withoutIt(path, value)];
  return { $or: [...beyond, same] };
}

/** Comparisons in a query never match what is missing. */
function withoutIt(path: string, value: string | number): Record<string, unknown>[] {
  return typeof value === 'number' && value > 0 ? [{ [path]: null }] : [];
}
