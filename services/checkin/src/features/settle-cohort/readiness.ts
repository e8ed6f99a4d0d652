import { awaitedUpToMs } from '../../domain/homework-told';
import { heldUntilMs, waitingRequests } from '../../domain/waiting-requests';
import type { Ports, ReadinessOf } from '../../ports';

/** Who of a cohort waits for an answer or may take one to the arbiter, and until when at the latest; and, once that matters, whose homework may be on its way. */
export function createReadinessOf({ calendars, clock }: Pick<Ports, 'calendars' | 'clock'>): ReadinessOf {
  return async ({ cohortId, appealDays, policy, settleNotBeforeMs }) => {
    const found = await calendars.waitingIn(cohortId);
    const waiting = found.flatMap(({ run }) => waitingRequests(run));
    const until = found.flatMap(({ run }) => heldUntilMs(run, appealDays) ?? []);
    const upToMs = awaitedUpToMs(policy);
    const isOver = clock.nowMs() >= (settleNotBeforeMs ?? upToMs ?? 0);
    return {
      openAppeals: waiting.filter(({ kind }) => kind === 'appeal').length,
      openLeave: waiting.filter(({ kind }) => kind === 'leave').length,
      heldUntilMs: until.length === 0 ? null : Math.max(...until),
      awaitedHomework: upToMs !== null && isOver ? await calendars.countAwaitingHomework(cohortId, upToMs) : 0,
    };
  };
}
