import { evaluate, type Policy } from '@daka/rules';
import { simulate } from './simulate';

const policy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-11-15',
  days: 21,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 20, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 3 },
  grace: { days: 1 },
  removal: { misses: 3, per: 'week' },
  refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
  forfeits: {
    finishersBps: 8_000,
    organiserBps: 1_000,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

describe('miss a day', () => {
  it('returns everything to who misses nothing', () => {
    expect(simulate(policy, new Set())).toMatchObject({ entitledMinor: 30_000, removedOn: null });
  });

  it.each([[['2026-11-18']], [['2026-11-18', '2026-11-25']], [['2026-11-16', '2026-11-17', '2026-11-18']]])(
    'says what the rules say without %p',
    (missed) => {
      const days = simulate(policy, new Set()).days.filter(({ kind }) => kind === 'required');
      const entries = days
        .filter(({ day }) => !missed.includes(day))
        .map(({ day }) => ({ day, acceptedAt: `${day}T04:00:00Z`, characters: 20 }));
      const learner = { timeZone: 'Asia/Shanghai', excused: [] };
      const expected = evaluate(policy, learner, entries, '2026-12-20T00:00:00Z');
      const simulated = simulate(policy, new Set(missed));
      expect(simulated).toMatchObject({ entitledMinor: expected.entitledMinor, removedOn: expected.removedOn });
      for (const { day, isVoid } of simulated.days) expect([day, isVoid]).toEqual([day, expected.days[day] === 'void']);
    },
  );
});
