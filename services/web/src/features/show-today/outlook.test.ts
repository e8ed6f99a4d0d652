import { calendar, policy } from '../../testing/calendar';
import { outlookOf } from './outlook';

describe('where a learner stands', () => {
  it('before the first day: nothing runs, and what the first is worth', () => {
    expect(outlookOf(calendar('2026-11-14T12:00:00Z', []))).toMatchObject({
      running: null,
      next: { day: '2026-11-16', number: 1, opensAt: '2026-11-15T19:00:00.000Z', worthMinor: 3_333 },
      nextRestDay: '2026-11-22',
      removal: { missesLeft: 3, per: 'week' },
      nextPayout: null,
    });
  });

  it('on an open day: its close, what it brings, what a miss takes, and that grace keeps the streak', () => {
    const { running, graceLeft } = outlookOf(calendar('2026-11-17T18:59:59Z', ['2026-11-16']));
    expect(running).toEqual({
      day: '2026-11-17',
      number: 2,
      of: 10,
      state: 'open',
      opensAt: '2026-11-16T19:00:00.000Z',
      closesAt: '2026-11-17T19:00:00.000Z',
      earnedMinor: null,
      worthMinor: 3_333,
      missMinor: 3_334,
      missBreaksStreak: false,
    });
    expect(graceLeft).toBe(1);
  });

  it('the closing instant belongs to the next day', () => {
    const { running, repairable, graceLeft, missed } = outlookOf(calendar('2026-11-17T19:00:00Z', ['2026-11-16']));
    expect(running?.day).toBe('2026-11-18');
    expect([graceLeft, missed]).toEqual([0, 1]);
    expect(repairable).toEqual([{ day: '2026-11-17', until: '2026-11-19T19:00:00.000Z', worthMinor: 3_333 }]);
    expect(running?.missBreaksStreak).toBe(true);
  });

  it('on a day that is done: what it earned, and when that is sent', () => {
    const { running, nextPayout, next } = outlookOf(calendar('2026-11-17T05:00:00Z', ['2026-11-16', '2026-11-17']));
    expect(running).toMatchObject({ state: 'on_time', earnedMinor: 3_333, worthMinor: null, missMinor: null });
    expect(nextPayout).toEqual({ amountMinor: 3_333, at: '2026-11-17T19:00:00.000Z' });
    expect(next).toMatchObject({ day: '2026-11-18', worthMinor: 3_334 });
  });

  it.each([
    ['weekly', '2026-11-22T19:00:00.000Z'],
    ['at_end', '2026-11-25T19:00:00.000Z'],
  ] as const)('with the cadence %s it is sent after %s', (cadence, at) => {
    const { nextPayout } = outlookOf(
      calendar('2026-11-17T05:00:00Z', ['2026-11-17'], { policy: { ...policy, refund: { curve: 'flat', cadence } } }),
    );
    expect(nextPayout).toEqual({ amountMinor: 3_333, at });
  });

  it('counts misses by week, by cohort and in a row', () => {
    const asOf = '2026-11-24T04:00:00Z'; // a Tuesday; the 23rd and two days of the week before were missed
    const days = ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-21'];
    const left = (per: 'week' | 'cohort' | 'consecutive') =>
      outlookOf(calendar(asOf, days, { policy: { ...policy, removal: { misses: 4, per } } })).removal;
    expect([left('week'), left('cohort'), left('consecutive')]).toEqual([
      { missesLeft: 3, per: 'week' },
      { missesLeft: 1, per: 'cohort' },
      { missesLeft: 3, per: 'consecutive' },
    ]);
  });

  it('out: since when, and nothing more to come', () => {
    const outlook = outlookOf(calendar('2026-11-21T20:00:00Z', ['2026-11-16']));
    expect(outlook).toMatchObject({ removedOn: '2026-11-19', next: null, streak: 0 });
  });

  it('counts a rejected check-in as if it never was, and no make-up that the quota has not', () => {
    const rejected = calendar('2026-11-17T20:00:00Z', ['2026-11-16', '2026-11-17']);
    const entries = rejected.entries.map((entry) => ({ ...entry, rejectedAt: '2026-11-17T10:00:00Z' }));
    expect(outlookOf({ ...rejected, entries }).done).toBe(0);
    const without = { ...policy, makeUp: { windowDays: 2, quota: 0 } };
    expect(outlookOf({ ...rejected, entries, policy: without }).repairable).toEqual([]);
  });
});
