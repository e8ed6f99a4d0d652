import type { Run, RunEvent } from './calendar';
import { evaluateRun } from './worth';

/**
 * What is to be announced because the run, as it is now, is worth something else than was last announced:
 * removal or reinstatement first, then the total earned.
 */
export function unannouncedChanges(run: Run, atMs: number): RunEvent[] {
  const asOfMs = Math.max(atMs, knownUntilMs(run));
  const { entitledMinor, removedOn } = evaluateRun(run, asOfMs);
  const events: RunEvent[] = [];
  // Who left is not also put out: the rules report the quitting date as a removal.
  if (!run.withdrawn && removedOn !== run.announced.removedOn) {
    events.push(
      removedOn === null
        ? { type: 'reinstated', reinstatedAtMs: asOfMs }
        : { type: 'removed', removedOn, removedAtMs: asOfMs },
    );
  }
  if (entitledMinor !== run.announced.entitledMinor) {
    events.push({ type: 'entitlement-changed', revision: run.revision + 1, entitledMinor, changedAtMs: asOfMs });
  }
  return events;
}

/**
 * The latest instant that the run has seen. A homework message may tell of a moment before it;
 * what is worth how much is then still said as of the later one.
 */
export function knownUntilMs(run: Run): number {
  let latestMs = run.plan.days[run.closedDays - 1]?.closesAtMs ?? 0;
  for (const { acceptedAtMs } of run.entries) if (acceptedAtMs > latestMs) latestMs = acceptedAtMs;
  return latestMs;
}
