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

interface Kept {
  gathered: Gathered;
  /** When the services began to be asked (wall clock). */
  sinceMs: number;
  /** Then by the domain clock, and the next instant at which a day opens or closes. */
  domainMs: number;
  untilDomainMs: number;
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
export function createKeptAnswers({
  clock,
  wallClock,
}: {
  clock: { nowMs(): number };
  wallClock: { nowMs(): number };
}): KeptAnswers {
  const cache = createCache<Kept>(createCacheBudget(KEPT_BYTES));
  const lastHeard = new Map<string, number>();
  let missedAtMs = Number.NEGATIVE_INFINITY;

  /** Whether all was quiet around these enrolments from a while before an instant until now. */
  function isQuietSince(sinceMs: number, { enrolments }: Gathered): boolean {
    const loudMs = sinceMs - AFTER_NEWS_MS;
    if (missedAtMs >= loudMs) return false;
    return enrolments.every(({ enrolmentId }) => (lastHeard.get(enrolmentId) ?? loudMs - 1) < loudMs);
  }

  function isGood({ gathered, sinceMs, domainMs, untilDomainMs }: Kept, nowMs: number): boolean {
    const domainNowMs = clock.nowMs();
    return (
      nowMs - sinceMs < KEPT_MS &&
      domainNowMs >= domainMs &&
      domainNowMs < untilDomainMs &&
      isQuietSince(sinceMs, gathered)
    );
  }

  return {
    async of(visit, wanted, gather) {
      const sinceMs = wallClock.nowMs();
      if (visit === undefined || sinceMs < visit.wroteAtMs + AFTER_WRITE_MS) return gather();
      const key = `${visit.sessionId} ${wanted ?? ''}`;
      const known = cache.get(key);
      if (known !== undefined && isGood(known, sinceMs)) return known.gathered;
      const domainMs = clock.nowMs();
      const gathered = await gather();
      const untilDomainMs = Math.min(domainMs + KEPT_MS, nextBoundMs(gathered, domainMs));
      const isWhole = gathered.current !== null && gathered.current.homework !== null;
      if (isWhole && isQuietSince(sinceMs, gathered))
        cache.set(key, { gathered, sinceMs, domainMs, untilDomainMs }, estimateBytes(gathered));
      return gathered;
    },
    heard(enrolmentId) {
      const nowMs = wallClock.nowMs();
      if (enrolmentId === null) {
        missedAtMs = nowMs;
        return;
      }
      lastHeard.delete(enrolmentId);
      lastHeard.set(enrolmentId, nowMs);
      if (lastHeard.size <= MAX_HEARD) return;
      for (const oldest of lastHeard.keys()) {
        lastHeard.delete(oldest);
        break;
      }
    },
  };
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
