import type { Appeal } from './calendar';
import { windowEndMs } from '@daka/rules';

/** Until when (epoch ms, exclusive) a dismissal can be taken to the arbiter, an appeal window after it; null: it cannot, now or ever. */
export function escalatesUntilMs({ answer, escalation }: Pick<Appeal, 'answer' | 'escalation'>, appealDays: number) {
  const isDismissal = answer?.decision === 'dismissed' && answer.answeredAs !== 'arbiter' && escalation === undefined;
  return isDismissal ? windowEndMs(answer.answeredAtMs, appealDays) : null;
}
