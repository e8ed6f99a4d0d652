import type { Cohort } from '../../domain/cohort';
import { excuseForAll } from '../../domain/excuse-days';
import type { Ports } from '../../ports';
import { throughAll } from '../through-all';

const COHORTS_A_RUN = 20;

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

  function applyToAll({ cohortId }: Cohort, day: string, excusedAtMs: number, signal: AbortSignal): Promise<boolean> {
    return throughAll(
      (...page) => calendars.openIn(cohortId, ...page),
      (id) => calendars.change(id, (calendar) => excuseForAll(calendar, day, excusedAtMs)),
      signal,
    );
  }
}
