import { type Policy, doingEndsMs } from '@daka/rules';
import type { Calendar, Run, RunEvent } from './calendar';

/**
 * Homework says that all that was handed in before an instant stands earlier in this enrolment's stream. Its messages are applied in the order of their
 * numbers, without a gap, so by then all of it is here: what is parked, as poison too, keeps this message waiting behind it.
 */
export function noteWatermark(calendar: Calendar | null, upToMs: number): RunEvent[] {
  if (calendar?.status !== 'open' || upToMs <= (calendar.run.watermarkMs ?? -Infinity)) return [];
  return [{ type: 'homework-told', upToMs }];
}

/** Up to when homework must have told all, of each member, before a settlement takes the days for final; null: homework is no check-in here. */
export function awaitedUpToMs(policy: Policy): number | null {
  return policy.checkIn.accepts.includes('homework') ? doingEndsMs(policy) : null;
}

/** Whether something that counts may still be on its way from homework. */
export function awaitsHomework(
  { terms, watermarkMs }: Pick<Run, 'terms' | 'watermarkMs'>,
  upToMs: number | null,
): boolean {
  return upToMs !== null && terms.accepts.includes('homework') && (watermarkMs ?? -Infinity) < upToMs;
}
