import { inParallel } from '@daka/service-kit';
import { setWatermark, watermarkDueMs } from '../../domain/set-watermark';
import type { Ports } from '../../ports';

const COHORTS = 100;
const PAGE = 256;
/** So many at once that their writes share transactions. */
const CONCURRENCY = 32;

type Needs = Pick<Ports, 'cohorts' | 'portfolios' | 'clock'>;

/** Says of every member of a cohort whose doing has ended that all they handed in is told; the settlement waits for it, so also after an outage of any length. */
export function createSetWatermarks(ports: Needs) {
  return async (signal: AbortSignal): Promise<void> => {
    for await (const { cohortId, upToMs } of dueCohorts(ports)) {
      for (;;) {
        const page = await ports.portfolios.belowWatermark(cohortId, upToMs, PAGE);
        if (page.length === 0) break;
        if (signal.aborted) return;
        await inParallel(page, CONCURRENCY, (id) =>
          ports.portfolios.change(id, (portfolio) => setWatermark(portfolio, upToMs)),
        );
      }
    }
  };
}

/** Members of whom it is time to say it, up to a page of each cohort. */
export async function countWatermarksDue(ports: Needs): Promise<number> {
  let count = 0;
  for await (const { cohortId, upToMs } of dueCohorts(ports))
    count += (await ports.portfolios.belowWatermark(cohortId, upToMs, PAGE)).length;
  return count;
}

async function* dueCohorts({ cohorts, clock }: Needs): AsyncIterable<{ cohortId: string; upToMs: number }> {
  let afterId: string | null = null;
  for (;;) {
    const nowMs = clock.nowMs();
    const page: Awaited<ReturnType<typeof cohorts.maybeDone>> = await cohorts.maybeDone(nowMs, afterId, COHORTS);
    for (const cohort of page) {
      const upToMs = watermarkDueMs(cohort, nowMs);
      if (upToMs !== null) yield { cohortId: cohort.cohortId, upToMs };
    }
    if (page.length < COHORTS) return;
    afterId = page.at(-1)?.cohortId ?? null;
  }
}
