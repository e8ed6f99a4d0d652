import { isPast } from './is-past';
import { timeLeftText } from './time-left';
import { formatDay, formatInstant, weekdayOf } from './zone';

const text = (id: string, values: object = {}) => `${id} ${Object.values(values).join(' ')}`.trim();
const MINUTE_MS = 60_000;

describe('time left', () => {
  it.each([
    [0, 'time.over'],
    [-5, 'time.over'],
    [59_999, 'time.minutesSeconds 0 59'],
    [9 * MINUTE_MS + 59_000, 'time.minutesSeconds 9 59'],
    [10 * MINUTE_MS, 'time.minutes 10'],
    [59 * MINUTE_MS + 59_999, 'time.minutes 59'],
    [312 * MINUTE_MS, 'time.hoursMinutes 5 12'],
    [24 * 60 * MINUTE_MS, 'time.daysHours 1 0'],
    [(4 * 24 + 3) * 60 * MINUTE_MS - 1, 'time.daysHours 4 2'],
  ])('%d ms are said in two units', (leftMs, said) => {
    expect(timeLeftText(text, leftMs)).toBe(said);
  });
});

describe('zones', () => {
  const options = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const instantMs = Date.parse('2026-11-25T19:00:00Z');

  it.each([
    ['+08:00', '26 Nov, 03:00'],
    ['Asia/Shanghai', '26 Nov, 03:00'],
    ['-03:30', '25 Nov, 15:30'],
    ['America/New_York', '25 Nov, 14:00'],
    ['UTC', '25 Nov, 19:00'],
  ])('%s, also where the browser does not know offsets', (zone, said) => {
    expect(formatInstant('en-GB', zone, instantMs, options)).toBe(said);
  });

  it('a day has no zone', () => {
    expect(formatDay('zh-CN', '2026-11-26', { month: 'long', day: 'numeric', weekday: 'short' })).toBe('11月26日周四');
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });

  it('an instant is past from itself on, and never while the time is unknown', () => {
    const at = '2026-11-26T00:00:00Z';
    expect([isPast(at, at), isPast('2026-11-25T23:59:59Z', at), isPast(undefined, at), isPast(at, null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
