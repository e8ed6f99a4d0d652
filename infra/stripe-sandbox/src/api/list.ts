import type { Table } from '../state/table';
import { invalid, missing } from './error';

export interface PageParams {
  readonly limit: number;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

export type CreatedRange =
  | {
      readonly gt?: number | undefined;
      readonly gte?: number | undefined;
      readonly lt?: number | undefined;
      readonly lte?: number | undefined;
    }
  | undefined;

interface Listed<R> {
  readonly url: string;
  readonly noun: string;
  readonly table: Table<R & { id: string }>;
  /** Ids, oldest first, when an index narrows the list. */
  readonly ids?: readonly string[] | undefined;
  readonly keep?: (record: R) => boolean;
  readonly render: (record: R) => object;
  readonly created?: CreatedRange;
}

/** One page, newest first, with Stripe's cursors. */
export function listPage<R extends { readonly id: string; readonly created: number }>(
  params: PageParams,
  spec: Listed<R>,
): object {
  if (params.starting_after && params.ending_before)
    throw invalid('You cannot parameterize both starting_after and ending_before.', { param: 'starting_after' });
  const size = spec.ids ? spec.ids.length : spec.table.size;
  const at = (i: number): R | undefined => (spec.ids ? spec.table.get(spec.ids[i] ?? '') : spec.table.at(i));
  const isBackwards = params.ending_before !== undefined;
  const cursor = params.starting_after ?? params.ending_before;
  const from =
    cursor === undefined
      ? undefined
      : cursorPosition(spec, cursor, params.starting_after ? 'starting_after' : 'ending_before');
  const step = isBackwards ? 1 : -1;
  const start = from === undefined ? newestIn(spec.created, size, at) : from + step;

  const found: R[] = [];
  for (let i = start; i >= 0 && i < size && found.length <= params.limit; i += step) {
    const record = at(i);
    if (!record || !isCreatedIn(spec.created, record.created)) {
      if (record && isPast(spec.created, record.created, step)) break;
      continue;
    }
    if (spec.keep?.(record) ?? true) found.push(record);
  }
  const data = found.slice(0, params.limit).map(spec.render);
  return {
    object: 'list',
    url: spec.url,
    has_more: found.length > params.limit,
    data: isBackwards ? data.reverse() : data,
  };
}

function cursorPosition<R extends { readonly id: string }>(spec: Listed<R>, id: string, param: string): number {
  const position = spec.ids
    ? binarySearch(spec.ids, spec.table.positionOf(id), (known) => spec.table.positionOf(known))
    : spec.table.positionOf(id);
  if (position < 0) throw missing(spec.noun, id, param);
  return position;
}

/** Where to start so that a page of long ago does not walk over everything since; records are in order of `created`. */
function newestIn<R extends { readonly created: number }>(
  range: CreatedRange,
  size: number,
  at: (i: number) => R | undefined,
): number {
  const last = range?.lte ?? (range?.lt === undefined ? undefined : range.lt - 1);
  if (last === undefined) return size - 1;
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at(middle)?.created ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const isCreatedIn = (range: CreatedRange, created: number): boolean =>
  !range ||
  (created > (range.gt ?? -1) &&
    created >= (range.gte ?? 0) &&
    created < (range.lt ?? Infinity) &&
    created <= (range.lte ?? Infinity));

/** Walking on would only lead further out of the range. */
const isPast = (range: CreatedRange, created: number, step: number): boolean =>
  step < 0
    ? created <= (range?.gt ?? -1) || created < (range?.gte ?? 0)
    : created >= (range?.lt ?? Infinity) || created > (range?.lte ?? Infinity);

function binarySearch(ids: readonly string[], wanted: number, positionOf: (id: string) => number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const position = positionOf(ids[middle] ?? '');
    if (position === wanted) return middle;
    if (position < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
