import { type Refused, refuse } from '@daka/contracts';
import type { RevokedSessions } from '@daka/service-kit';
import type { News } from '../../domain/news';
import type { BrowserSessions, NewsLog } from '../../ports';

/** More than a phone with a few open pages; browsers allow six connections to an origin that speaks HTTP/1.1. */
const MAX_OF_ONE = 4;
/** About 20 kB each. */
const MAX_STREAMS = 4_000;
const HEARTBEAT_MS = 15_000;
/** An event, not a comment: so the page itself notices when its stream has fallen silent on the way. */
const BEAT = 'event: beat\ndata: 1\n\n';
/** News that a watcher missed is found by looking again, every few heartbeats. */
const LOOK_EVERY_BEATS = 4;
const SESSIONS_AT_ONCE = 500;

/** One open page. */
export interface PageStream {
  enrolmentId: string;
  /** The browser's session; null: somebody with a token of their own. */
  sessionId: string | null;
  /** The sign-in of the access token that opened it; null: it does not say. */
  signInId: string | null;
  /** Whose streams are counted together. */
  whose: string;
  /** When the access token that opened it ends (wall clock): the browser opens it again with the next. */
  endsAtMs: number;
  /** The number of the last news that the page knows; null: it begins now. */
  after: number | null;
  open(): void;
  /** False: the reader is too slow, and was cut. */
  write(text: string): boolean;
  end(): void;
}

export type JoinRefusal = 'too_many_streams' | 'unavailable';

export interface PageStreams {
  /** Opens the stream and tells what the page has not heard yet. Call `leave` once when it is gone. */
  join(stream: PageStream): Promise<Refused<JoinRefusal> | { leave(): void }>;
  count(): number;
  /** Looks after all streams once; it is done every 15 s. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  news: Pick<NewsLog, 'load' | 'of' | 'watch'>;
  sessions: Pick<BrowserSessions, 'alive'>;
  revoked: RevokedSessions;
  wallClock: { nowMs(): number };
  warn(fields: object, message: string): void;
}

/**
 * The open pages of this process. Whoever has news is read once for all pages that wait for it; a page is told what is beyond the number that it knows,
 * so that nothing is lost between reading and joining, and what is read twice is told once.
 */
export function startPageStreams({ news, sessions, revoked, wallClock, warn }: Options): PageStreams {
  const streams = new Map<string, Set<PageStream>>();
  const counts = createCounts();
  const all = () => [...streams.values()].flatMap((set) => [...set]);
  const teller = createTeller(news, streams, warn);
  const watch = news.watch((enrolmentId) => (enrolmentId === null ? teller.wakeAll() : teller.wake(enrolmentId)));
  let beats = 0;

  async function beat(): Promise<void> {
    const nowMs = wallClock.nowMs();
    for (const stream of all()) {
      if (stream.endsAtMs <= nowMs) stream.end();
      else stream.write(BEAT);
    }
    beats += 1;
    if (beats % LOOK_EVERY_BEATS === 0) teller.wakeAll();
    await revoked.refresh();
    for (const stream of all()) if (stream.signInId !== null && revoked.has(stream.signInId)) stream.end();
    await endWithSessions(all(), sessions, nowMs);
  }
  const timer = setInterval(
    () => void beat().catch((error: unknown) => warn({ err: error }, 'open pages were not looked after')),
    HEARTBEAT_MS,
  ).unref();

  return {
    beat,
    count: counts.total,
    async join(stream) {
      if (!counts.take(stream.whose)) return refuse('too_many_streams', 'Close another page, or ask now and then.');
      try {
        const latest = await news.load(stream.enrolmentId);
        stream.open();
        stream.after ??= latest?.seq ?? 0;
        if (latest !== null) tell(stream, latest);
      } catch (error) {
        counts.free(stream.whose);
        throw error;
      }
      const set = streams.get(stream.enrolmentId) ?? new Set();
      streams.set(stream.enrolmentId, set.add(stream));
      // What was said between reading and joining.
      teller.wake(stream.enrolmentId);
      return {
        leave() {
          counts.free(stream.whose);
          set.delete(stream);
          if (set.size === 0 && streams.get(stream.enrolmentId) === set) streams.delete(stream.enrolmentId);
        },
      };
    },
    async stop() {
      clearInterval(timer);
      await watch.stop();
      for (const stream of all()) stream.end();
    },
  };
}

function createCounts() {
  const byOwner = new Map<string, number>();
  let total = 0;
  return {
    total: () => total,
    take(whose: string): boolean {
      const count = byOwner.get(whose) ?? 0;
      if (count >= MAX_OF_ONE || total >= MAX_STREAMS) return false;
      byOwner.set(whose, count + 1);
      total += 1;
      return true;
    },
    free(whose: string): void {
      const count = byOwner.get(whose) ?? 0;
      if (count <= 1) byOwner.delete(whose);
      else byOwner.set(whose, count - 1);
      total -= 1;
    },
  };
}

/** Reads the news of those that have pages, many in one go; while it reads, more are collected. */
function createTeller(
  news: Pick<NewsLog, 'of'>,
  streams: ReadonlyMap<string, ReadonlySet<PageStream>>,
  warn: Options['warn'],
) {
  const due = new Set<string>();
  let isReading = false;

  async function tellDue(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      while (due.size > 0) {
        const ids = [...due];
        due.clear();
        const latest = await news.of(ids);
        for (const [id, said] of latest) for (const stream of streams.get(id) ?? []) tell(stream, said);
      }
    } catch (error) {
      // Found at the next look; the database is away, and so is all else.
      warn({ err: error }, 'the news of open pages could not be read');
    } finally {
      isReading = false;
    }
  }

  return {
    wake(enrolmentId: string): void {
      if (!streams.has(enrolmentId)) return;
      due.add(enrolmentId);
      void tellDue();
    },
    wakeAll(): void {
      for (const id of streams.keys()) due.add(id);
      void tellDue();
    },
  };
}

/** Tells a page what it does not know yet; one that was away for too long, or knows of more than there is, is told to ask for everything. */
function tell(stream: PageStream, { seq, items }: News): void {
  const known = stream.after ?? seq;
  const first = items[0]?.seq ?? seq + 1;
  if (known === seq) return;
  stream.after = seq;
  if (known > seq || known < first - 1) {
    stream.write(frame(seq, { kind: 'missed' }));
    return;
  }
  const unknown = items.filter((item) => item.seq > known);
  stream.write(unknown.map(({ seq: number, ...item }) => frame(number, item)).join(''));
}

function frame(id: number, data: object): string {
  return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A page of a browser's session that has ended, at any instance, is told nothing more. */
async function endWithSessions(
  streams: readonly PageStream[],
  sessions: Pick<BrowserSessions, 'alive'>,
  nowMs: number,
): Promise<void> {
  const ids = [...new Set(streams.flatMap(({ sessionId }) => sessionId ?? []))];
  for (let from = 0; from < ids.length; from += SESSIONS_AT_ONCE) {
    const asked = new Set(ids.slice(from, from + SESSIONS_AT_ONCE));
    const alive = await sessions.alive([...asked], nowMs);
    for (const stream of streams)
      if (stream.sessionId !== null && asked.has(stream.sessionId) && !alive.has(stream.sessionId)) stream.end();
  }
}
