import { setTimeout as sleep } from 'node:timers/promises';
import { brokenNow } from '../check/at-every-instant';
import type { FinalFacts, MomentFacts, Violation } from '../check/facts';
import type { World } from '../world/start';

const LOOK_EVERY_MS = 300;

export interface Watch {
  /** How often it could look, and what it saw. */
  stop(): Promise<{ looks: number; violations: Violation[] }>;
}

/** Looks at everything again and again while the storm is on. */
export function startWatch(world: World, cohort: { id: string; capacity: number }): Watch {
  const found = new Map<string, Violation>();
  const ending = new AbortController();
  let looks = 0;

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      // MongoDB and the sandbox are among what is killed: then there is nothing to see.
      const facts = await readMoment(world, cohort).catch(() => null);
      if (facts) {
        looks += 1;
        for (const violation of brokenNow(facts)) found.set(`${violation.invariant} ${violation.subject}`, violation);
      }
      await sleep(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
      return { looks, violations: [...found.values()] };
    },
  };
}

/** The processor first: what it has done by then must be in the books that are read after it. */
export async function readMoment(
  { processor, reader }: World,
  { id, capacity }: { id: string; capacity: number },
): Promise<MomentFacts & Pick<FinalFacts, 'calendars' | 'homework'>> {
  const { charges, transfers, disputes } = await processor.money();
  const moment = await reader.moment(id);
  const own = new Set(moment.books.map(({ enrolmentId }) => enrolmentId));
  return {
    ...moment,
    capacity,
    disputes: disputes.filter(({ enrolmentId }) => own.has(enrolmentId)),
    charges: charges.filter(({ enrolmentId }) => own.has(enrolmentId)),
    transfers: transfers.filter(({ book }) => own.has(book) || book === `cohort:${id}`),
  };
}
