import { getHeapStatistics } from 'node:v8';

/** Values by key; the ones that were not used for longest go when all of them together are larger than what they may take. */
export interface Cache<Value> {
  get(key: string): Value | undefined;
  /** @param bytes what the value takes of the heap, about; see `estimateBytes`. */
  set(key: string, value: Value, bytes: number): void;
  delete(key: string): void;
}

/** How many bytes several caches may take together: a busy one may use what a quiet one leaves. */
export interface CacheBudget {
  readonly maxBytes: number;
  /** In use now. */
  bytes(): number;
  /** The rest is between a budget and its caches. */
  take(entry: Entry): void;
  touch(entry: Entry): void;
  giveBack(entry: Entry): void;
}

interface Entry {
  key: string;
  bytes: number;
  value: unknown;
  home: Map<string, Entry>;
}

const SHARE_OF_HEAP = 0.2;

/**
 * A cache bounded by bytes. Without a budget it shares that of the process, a fifth of the heap's limit.
 * A value larger than the whole budget is not kept.
 */
export function createCache<Value>(budget: CacheBudget = ofThisProcess()): Cache<Value> {
  const entries = new Map<string, Entry>();

  function drop(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    budget.giveBack(entry);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      budget.touch(entry);
      return entry.value as Value; // this cache's own map holds nothing else
    },
    set(key, value, bytes) {
      drop(key);
      if (bytes > budget.maxBytes) return;
      const entry = { key, bytes, value, home: entries };
      entries.set(key, entry);
      budget.take(entry);
    },
    delete: drop,
  };
}

let processBudget: CacheBudget | undefined;

function ofThisProcess(): CacheBudget {
  processBudget ??= createCacheBudget(getHeapStatistics().heap_size_limit * SHARE_OF_HEAP);
  return processBudget;
}

/** A budget of its own, for the caches that are given it. */
export function createCacheBudget(maxBytes: number): CacheBudget {
  // A Set iterates in order of insertion: its first entry is the one that was not used for longest.
  const order = new Set<Entry>();
  let bytes = 0;

  function giveBack(entry: Entry): void {
    if (order.delete(entry)) bytes -= entry.bytes;
  }

  return {
    maxBytes,
    bytes: () => bytes,
    giveBack,
    touch(entry) {
      order.delete(entry);
      order.add(entry);
    },
    take(entry) {
      order.add(entry);
      bytes += entry.bytes;
      for (const oldest of order) {
        if (bytes <= maxBytes) return;
        oldest.home.delete(oldest.key);
        giveBack(oldest);
      }
    },
  };
}

const OBJECT_BYTES = 32;
const SLOT_BYTES = 8;
const SCALAR_BYTES = 12;
const STRING_BYTES = 20;

/** About what a plain value takes of V8's heap. Parts that it shares with other values count as its own. */
export function estimateBytes(value: unknown): number {
  if (typeof value === 'string') return STRING_BYTES + value.length * (isWide(value) ? 2 : 1);
  if (typeof value !== 'object' || value === null) return SCALAR_BYTES;
  if (ArrayBuffer.isView(value)) return OBJECT_BYTES + value.byteLength;
  let bytes = OBJECT_BYTES;
  for (const part of Array.isArray(value) ? value : Object.values(value)) bytes += SLOT_BYTES + estimateBytes(part);
  return bytes;
}

/** Whether V8 needs two bytes a character, judged by the first few. */
function isWide(text: string): boolean {
  for (let index = 0; index < Math.min(text.length, 16); index += 1) if (text.charCodeAt(index) > 0xff) return true;
  return false;
}
