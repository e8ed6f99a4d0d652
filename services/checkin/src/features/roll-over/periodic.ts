import { inParallel } from '@daka/service-kit';
import { passTime } from '../../domain/grant-by-time';
import type { Ports } from '../../ports';

/** So many at once that their writes share transactions, and their reads round trips. */
const BATCH = 256;
const BATCHES_A_RUN = 100;
const CONCURRENCY = 64;

/** Closes the days that are over, calendar by calendar; how many days lie between two runs makes no difference. */
export function createRollOver({ calendars, clock }: Pick<Ports, 'calendars' | 'clock'>) {
  return async (signal: AbortSignal): Promise<void> => {
    for (let batch = 0; batch < BATCHES_A_RUN && !signal.aborted; batch += 1) {
      const nowMs = clock.nowMs();
      const due = await calendars.dueToClose(nowMs, BATCH);
      if (due.length === 0) return;
      await inParallel(due, CONCURRENCY, (id) =>
        calendars.change(id, (calendar) => (calendar?.status === 'open' ? passTime(calendar, nowMs) : [])),
      );
    }
  };
}
