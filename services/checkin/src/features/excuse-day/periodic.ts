import { inParallel } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import { excuseForAll } from '../../domain/excuse-days';
import type { Ports } from '../../ports';

const COHORTS_A_RUN = 20;
const PAGE = 256;
/** So many at once that their writes share transactions. */
const CONCURRENCY = 64;

/** Brings excused days to every calendar that runs; a day is marked as applied after the last one, so a crash between repeats harmlessly. */
export function createApplyExcusedDays({ calendars, cohorts }: Pick<Ports, 'calendars' | 'cohorts'>) {
  return async (signal: AbortSignal): Promise<void> => {
    for (const cohort of await cohorts.withDayToExcuse(COHORTS_A_RUN)) {
      for (const { day, excusedAtMs } of cohort.excusedDays.filter(({ applied }) => !applied)) {
        if (!(await applyToAll(cohort, day, excusedAtMs, signal))) return;
        await cohorts.change(cohort.cohortId, () => [{ type: 'excused-day-applied', day }]);
      }
    }
  };

  async function applyToAll(
    { cohortId }: Cohort,
    day: string,
    excusedAtMs: number,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (
      let page = await calendars.openIn(cohortId, null, PAGE);
      page.length > 0;
      page = await calendars.openIn(cohortId, page.at(-1) ?? null, PAGE)
    ) {
      if (signal.aborted) return false;
      await inParallel(page, CONCURRENCY, (id) =>
        calendars.change(id, (calendar) => excuseForAll(calendar, day, excusedAtMs)),
      );
    }
    return true;
  }
}
