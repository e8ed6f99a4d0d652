import type { Ports, ReadinessOf } from '../../ports';

/** Who of a cohort waits for an answer, and since when the last of them. */
export function createReadinessOf({ calendars }: Pick<Ports, 'calendars'>): ReadinessOf {
  return async ({ cohortId }) => {
    const waiting = (await calendars.waitingIn(cohortId)).flatMap(({ requests }) => requests);
    return {
      openAppeals: waiting.filter(({ kind }) => kind === 'appeal').length,
      openLeave: waiting.filter(({ kind }) => kind === 'leave').length,
      lastSinceMs: waiting.length === 0 ? null : Math.max(...waiting.map(({ sinceMs }) => sinceMs)),
    };
  };
}
