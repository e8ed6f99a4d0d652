import { heldUntilMs, waitingRequests } from '../../domain/waiting-requests';
import type { Ports, ReadinessOf } from '../../ports';

/** Who of a cohort waits for an answer or may take one to the arbiter, and until when at the latest. */
export function createReadinessOf({ calendars }: Pick<Ports, 'calendars'>): ReadinessOf {
  return async ({ cohortId, appealDays }) => {
    const found = await calendars.waitingIn(cohortId);
    const waiting = found.flatMap(({ run }) => waitingRequests(run));
    const until = found.flatMap(({ run }) => heldUntilMs(run, appealDays) ?? []);
    return {
      openAppeals: waiting.filter(({ kind }) => kind === 'appeal').length,
      openLeave: waiting.filter(({ kind }) => kind === 'leave').length,
      heldUntilMs: until.length === 0 ? null : Math.max(...until),
    };
  };
}
