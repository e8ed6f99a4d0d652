import { rollOver } from '../../domain/close-days';
import { inParallel } from '../in-parallel';
import type { Ports } from '../ports';

const BATCH = 100;
const BATCHES_A_RUN = 200;
const CONCURRENCY = 8;

/** Closes the days that are over, calendar by calendar; how many days lie between two runs makes no difference. */
export function createRollOver({ calendars, clock }: Pick<Ports, 'calendars' | 'clock'>) {
  return async (signal: AbortSignal): Promise<void> => {
    for (let batch = 0; batch < BATCHES_A_RUN && !signal.aborted; batch += 1) {
      const nowMs = clock.nowMs();
      const due = await calendars.dueToClose(nowMs, BATCH);
      if (due.length === 0) return;
      await inParallel(due, CONCURRENCY, (id) => calendars.change(id, (calendar) => (calendar?.status === 'open' ? rollOver(calendar, nowMs) : [])));
    }
  };
}
