import type { StoredEntry } from '../../domain/calendar';
import type { StoredCalendar, StoredRun } from './stored-calendar';

/** A check-in as it may be stored: from before all texts were kept apart it holds its text, or the name of a long one. */
type KnownEntry = Omit<StoredEntry, 'text' | 'textId'> & {
  textId?: string | null;
  text?: string | null;
  longTextId?: string;
};

interface KnownParts {
  entries: readonly KnownEntry[];
  /** There were none at first. */
  appeals?: StoredRun['appeals'];
  /** It was not kept at first. */
  paidAtMs?: number | null;
  /** Nothing waited at first. */
  waitingHomework?: StoredRun['waitingHomework'];
}

/** The name under which what was last announced lay at first. */
const ANNOUNCED_BEFORE = 'standing';
type RunBefore = Omit<StoredRun, keyof KnownParts | 'announced'> &
  KnownParts &
  Record<typeof ANNOUNCED_BEFORE, StoredRun['announced']>;

/** A run as it may be stored. */
type KnownRun = RunBefore | (Omit<StoredRun, keyof KnownParts> & KnownParts);

type Known<Stored> = Stored extends { run: infer R }
  ? Omit<Stored, 'run' | 'cancelledAtMs'> & { run: KnownRun | Exclude<R, StoredRun>; cancelledAtMs?: number }
  : Stored;

/** A calendar in any form that was ever stored. */
export type KnownCalendar = Known<StoredCalendar>;

/** Turns a calendar of any form into today's. What is today's already stays the same object in all its parts, so that a change remains a small write. */
export function upcastCalendar(stored: KnownCalendar): StoredCalendar {
  if (stored.status === 'waiting') return stored;
  if (stored.status !== 'cancelled') return { ...stored, run: upcastRun(stored.run) };
  return { ...stored, run: stored.run && upcastRun(stored.run), cancelledAtMs: stored.cancelledAtMs ?? 0 };
}

const NONE_WAITING: StoredRun['waitingHomework'] = [];

function upcastRun(known: KnownRun): StoredRun {
  const {
    entries,
    appeals = [],
    paidAtMs = null,
    waitingHomework = NONE_WAITING,
    ...run
  } = ANNOUNCED_BEFORE in known ? renamed(known) : known;
  return {
    ...run,
    entries: entries.every(isOfToday) ? entries : entries.map(upcastEntry),
    appeals,
    paidAtMs,
    waitingHomework,
  };
}

function renamed({ [ANNOUNCED_BEFORE]: announced, ...run }: RunBefore): Exclude<KnownRun, RunBefore> {
  return { ...run, announced };
}

function isOfToday(entry: KnownEntry): entry is StoredEntry {
  return entry.textId !== undefined;
}

function upcastEntry(entry: KnownEntry): StoredEntry {
  if (isOfToday(entry)) return entry;
  const { longTextId = null, text, ...rest } = entry;
  const { day, acceptedAtMs, characters, kind, via, ...later } = rest;
  const upcast: StoredEntry = { day, acceptedAtMs, characters, kind, via, textId: longTextId };
  return Object.assign(upcast, later, typeof text === 'string' ? { text } : {}); // not a spread: see storedEntry
}
