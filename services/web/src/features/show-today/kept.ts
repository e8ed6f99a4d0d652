import { createCache, createCacheBudget, estimateBytes } from '@daka/service-kit';
import type { Visit } from '../../ports';
import type { Gathered } from './gather';
import { planOf } from './plans';

/** So old an answer may be of what nobody is told of, such as a new piece of homework. */
const KEPT_MS = 10_000;
/** A write may be under way for 30 s (see features/proxy): until then whoever sent it gets what the services say. */
const AFTER_WRITE_MS = 35_000;
/** What is told by one service reaches the others about then. */
const AFTER_NEWS_MS = 5_000;
/** A thousand learners with three weeks of days. */
const KEPT_BYTES = 8 * 2 ** 20;
/** More than can be told of within `AFTER_NEWS_MS`. */
const MAX_HEARD = 10_000;
const HEARD_BYTES = 100;

interface Kept {
  gathered: Gathered;
  /** When the services began to be asked (wall clock). */
  sinceMs: number;
  /** From when on it is asked again behind an answer (wall clock): spread, so that those who came together do not come back together. */
  againAtMs: number;
  /** Then by the domain clock, and the next instant at which a day opens or closes. */
  domainMs: number;
  untilDomainMs: number;
}

interface Time {
  nowMs(): number;
}

interface Needs {
  clock: Time;
  wallClock: Time;
  /** From 0 to 1. */
  random(): number;
}

export interface KeptAnswers {
  /** What the services say to this browser, or said a moment ago if nobody wrote or was told anything since. */
  of(visit: Visit | undefined, wanted: string | undefined, gather: () => Promise<Gathered>): Promise<Gathered>;
  /** There are news of an enrolment, by whatever instance; null: some may have been missed. */
  heard(enrolmentId: string | null): void;
}

/**
 * A first page asks five services; one that is looked at again and again need not. An answer is kept for a browser only while nothing moves: not
 * after its own writes, which it must see at once by whatever instance, not after news of its enrolments, and never over the opening or close of a day.
 */
export function createKeptAnswers({ clock, wallClock, random }: Needs): KeptAnswers {
  const cache = createCache<Kept>(createCacheBudget(KEPT_BYTES));
  const asking = new Map<string, Promise<Kept>>();
  const { isQuietSince, heard } = createEar(wallClock);

  function isGood({ gathered, sinceMs, domainMs, untilDomainMs }: Kept, nowMs: number): boolean {
    const domainNowMs = clock.nowMs();
    return (
      nowMs - sinceMs < KEPT_MS &&
      domainNowMs >= domainMs &&
      domainNowMs < untilDomainMs &&
      isQuietSince(sinceMs, gathered)
    );
  }

  async function ask(gather: () => Promise<Gathered>): Promise<Kept> {
    const [sinceMs, domainMs] = [wallClock.nowMs(), clock.nowMs()];
    const gathered = await gather();
    const againAtMs = sinceMs + (KEPT_MS * (1 + random())) / 2;
    const untilDomainMs = Math.min(domainMs + KEPT_MS, nextBoundMs(gathered, domainMs));
    return { gathered, sinceMs, againAtMs, domainMs, untilDomainMs };
  }

  /** One look for all that come while it is under way. */
  async function look(key: string, gather: () => Promise<Gathered>): Promise<Kept> {
    const asked = ask(gather);
    asking.set(key, asked);
    try {
      const found = await asked;
      const { gathered, sinceMs } = found;
      if (isWhole(gathered) && isQuietSince(sinceMs, gathered)) cache.set(key, found, estimateBytes(gathered));
      return found;
    } finally {
      if (asking.get(key) === asked) asking.delete(key);
    }
  }

  return {
    async of(visit, wanted, gather) {
      const nowMs = wallClock.nowMs();
      if (visit === undefined || nowMs < visit.wroteAtMs + AFTER_WRITE_MS) return gather();
      const key = `${visit.sessionId} ${wanted ?? ''}`;
      const known = cache.get(key);
      if (known !== undefined && isGood(known, nowMs)) {
        // Behind the answer, so that nobody waits; whoever comes when it is too old hears of a failure.
        if (nowMs >= known.againAtMs && !asking.has(key)) void look(key, gather).catch(() => undefined);
        return known.gathered;
      }
      const together = asking.get(key);
      if (together !== undefined) {
        const joined = await together;
        if (isGood(joined, wallClock.nowMs())) return joined.gathered;
      }
      return (await look(key, gather)).gathered;
    },
    heard,
  };
}

/** Remembers of whom there were news lately. */
function createEar(wallClock: Time) {
  const lastHeard = createCache<number>(createCacheBudget(MAX_HEARD * HEARD_BYTES));
  let missedAtMs = Number.NEGATIVE_INFINITY;
  return {
    /** Whether all was quiet around these enrolments from a while before an instant until now. */
    isQuietSince(sinceMs: number, { enrolments }: Gathered): boolean {
      const loudMs = sinceMs - AFTER_NEWS_MS;
      if (missedAtMs >= loudMs) return false;
      return enrolments.every(({ enrolmentId }) => (lastHeard.get(enrolmentId) ?? loudMs - 1) < loudMs);
    },
    heard(enrolmentId: string | null): void {
      if (enrolmentId === null) missedAtMs = wallClock.nowMs();
      else lastHeard.set(enrolmentId, wallClock.nowMs(), HEARD_BYTES);
    },
  };
}

/** Homework may be away for a moment, and days are there soon after the admission. */
function isWhole({ current }: Gathered): boolean {
  return current !== null && current.homework !== null;
}

/** When something of a day changes by itself: it opens, it closes, it can no longer be made up. */
function nextBoundMs({ current }: Gathered, nowMs: number): number {
  if (current === null) return nowMs;
  const { policy, learner } = current.calendar;
  const bounds = planOf(policy, learner).days.flatMap(({ opensAtMs, closesAtMs, acceptsUntilMs }) => [
    opensAtMs,
    closesAtMs,
    acceptsUntilMs ?? closesAtMs,
  ]);
  return Math.min(...bounds.filter((atMs) => atMs > nowMs));
}
