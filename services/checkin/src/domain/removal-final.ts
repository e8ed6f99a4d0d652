import type { Run } from './calendar';
import { windowEndMs } from '@daka/rules';
import { escalatesUntilMs } from './escalation';

/** When nobody can object to a removal by hand any more, so that the deposit is due; null: there is none, an appeal of it waits, or all of it was released. */
export function removalFinalAtMs({
  byHand,
  appeals,
  plan,
  releasedMinor,
  terms: { appealDays },
}: Pick<Run, 'byHand' | 'appeals' | 'plan' | 'releasedMinor' | 'terms'>): number | null {
  if (byHand === undefined || appealDays === undefined || releasedMinor >= plan.depositMinor) return null;
  const appeal = appeals.findLast(
    ({ subject, against }) => subject.kind === 'removal' && against.decidedAtMs === byHand.removedAtMs,
  );
  if (appeal === undefined) return windowEndMs(byHand.removedAtMs, appealDays);
  if (appeal.answer === null) return null;
  return escalatesUntilMs(appeal, appealDays) ?? appeal.answer.answeredAtMs;
}
