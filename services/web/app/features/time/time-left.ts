import type { Text } from '../../texts/use-text';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long is left, in the two largest units, quietly: no seconds before the last ten minutes. */
export function timeLeftText(text: Text, leftMs: number): string {
  if (leftMs <= 0) return text('time.over');
  const days = Math.floor(leftMs / DAY_MS);
  const hours = Math.floor((leftMs % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((leftMs % HOUR_MS) / MINUTE_MS);
  const seconds = Math.floor((leftMs % MINUTE_MS) / 1_000);
  if (days > 0) return text('time.daysHours', { days, hours });
  if (hours > 0) return text('time.hoursMinutes', { hours, minutes });
  if (minutes >= 10) return text('time.minutes', { minutes });
  return text('time.minutesSeconds', { minutes, seconds });
}
