import * as fc from 'fast-check';
import { policies } from './testing/arbitraries.ts';
import {
  compilePlan,
  type Entry,
  evaluatePlan,
  type Policy,
  settle,
  settleCohort,
  sharerOf,
  simulateCohort,
  simulatedDays,
} from './index.ts';

const LONG_AFTER = '2100-01-01T00:00:00Z';

/** Ten days from a Monday, 300.00 by equal parts; 80, 10 and 10 % of the forfeits. */
const policy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-03-02',
  days: 10,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 0, quota: 0 },
  grace: { days: 0 },
  removal: { misses: 1, per: 'cohort' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: {
    finishersBps: 8_000,
    organiserBps: 1_000,
    charityBps: 1_000,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

it('plays a cohort of which half finishes', () => {
  // Five stop before days 1, 3, 5, 7 and 9: they earn 0, 60, 120, 180 and 240.
  expect(simulateCohort(policy, { learners: 10, finishers: 5 })).toEqual({
    completed: 5,
    perfect: 5,
    feesMinor: 99_000,
    depositsMinor: 300_000,
    returnedMinor: 5 * 30_000 + 60_000,
    poolMinor: 90_000,
    bonusMinor: 72_000,
    sharers: 5,
    mostBonusMinor: 14_400,
    organiserMinor: 9_000,
    charityMinor: 9_000,
  });
});

it('gives everything back where all finish, and by weight where nobody does', () => {
  const all = simulateCohort(policy, { learners: 3, finishers: 3 });
  expect(all).toMatchObject({ returnedMinor: 90_000, poolMinor: 0, sharers: 0, mostBonusMinor: 0 });
  // They stop before days 1, 4 and 7: 0, 90 and 180 earned, 630 forfeited; 504 by 0 : 3 : 6.
  expect(simulateCohort(policy, { learners: 3, finishers: 0 })).toMatchObject({
    completed: 0,
    poolMinor: 63_000,
    bonusMinor: 50_400,
    sharers: 2,
    mostBonusMinor: 33_600,
  });
  expect(simulateCohort(policy, { learners: 0, finishers: 0 })).toMatchObject({ depositsMinor: 0, poolMinor: 0 });
});

it('is what a settlement of the same check-ins comes to, to the unit', () => {
  const counts = fc
    .integer({ min: 0, max: 30 })
    .chain((learners) =>
      fc.record({ learners: fc.constant(learners), finishers: fc.integer({ min: 0, max: learners }) }),
    );
  fc.assert(
    fc.property(policies, counts, (one, simulation) => {
      fc.pre(one.depositMinor * simulation.learners <= Number.MAX_SAFE_INTEGER);
      const learner = { timeZone: one.timeZone, excused: [] };
      const required = compilePlan(one, learner).days.filter(({ kind }) => kind === 'required');
      const members = Array.from({ length: simulation.learners }, (_, index) => ({
        learner,
        entries: required
          .slice(0, simulatedDays(index + 1, simulation, required.length))
          .map(({ day, opensAtMs }): Entry => ({
            day,
            acceptedAt: new Date(opensAtMs).toISOString(),
            characters: one.checkIn.minCharacters,
          })),
      }));
      const settled = settleCohort(one, members, LONG_AFTER);
      const simulated = simulateCohort(one, simulation);
      const bonusMinor = settled.bonusMinor.reduce((sum, amountMinor) => sum + amountMinor, 0);
      const { poolMinor, organiserMinor, charityMinor } = settled;
      expect(simulated).toMatchObject({ poolMinor, organiserMinor, charityMinor, bonusMinor });
      expect(simulated.returnedMinor + simulated.poolMinor).toBe(simulated.depositsMinor);
      expect(bonusMinor + organiserMinor + charityMinor).toBe(poolMinor);
    }),
  );
});

it('is, for a thousand learners, what each comes to who is judged alone, whoever it is and whenever they check in', () => {
  const LEARNERS = 1_000;
  const draws = fc.record({
    policy: policies,
    finishers: fc.integer({ min: 0, max: LEARNERS }),
    places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: LEARNERS, maxLength: LEARNERS }),
  });
  fc.assert(
    fc.property(draws, ({ policy: one, finishers, places }) => {
      fc.pre(one.depositMinor * LEARNERS <= Number.MAX_SAFE_INTEGER);
      const simulation = { learners: LEARNERS, finishers };
      const plan = compilePlan(one, { timeZone: one.timeZone, excused: [] });
      const required = plan.days.filter(({ kind }) => kind === 'required');
      const checkedInOn = (number: number, place: number) =>
        required
          .slice(0, simulatedDays(number, simulation, required.length))
          .map(({ day, opensAtMs, closesAtMs }) => ({
            day,
            acceptedAtMs: opensAtMs + Math.floor(place * (closesAtMs - 1 - opensAtMs)),
            characters: one.checkIn.minCharacters,
          }));
      const sharers = places
        .map((place, index) => ({ place, number: index + 1 }))
        .sort((left, right) => left.place - right.place)
        .map(({ place, number }, index) =>
          sharerOf(plan, evaluatePlan(plan, checkedInOn(number, place), Date.parse(LONG_AFTER)), index + 1),
        );
      const { bonusMinor, ...settled } = settle(one.forfeits, sharers);
      const { feesMinor, sharers: _sharers, mostBonusMinor: _most, ...simulated } = simulateCohort(one, simulation);
      const sum = (amountsMinor: readonly number[]) => amountsMinor.reduce((total, amount) => total + amount, 0);
      expect(simulated).toEqual({
        ...settled,
        completed: sharers.filter(({ completed }) => completed).length,
        perfect: sharers.filter(({ perfect }) => perfect).length,
        depositsMinor: LEARNERS * one.depositMinor,
        returnedMinor: sum(sharers.map(({ entitledMinor }) => entitledMinor)),
        bonusMinor: sum(bonusMinor),
      });
      expect(feesMinor).toBe(LEARNERS * one.entryFeeMinor);
    }),
    { numRuns: process.env.DAKA_SWEEPS === 'all' ? 500 : 25 },
  );
});

it.each([
  [{ learners: -1, finishers: 0 }, 'learners must be an integer from 0 to 100000, not -1'],
  [{ learners: 100_001, finishers: 0 }, 'learners must be an integer from 0 to 100000, not 100001'],
  [{ learners: 10, finishers: 11 }, 'finishers must be an integer from 0 to 10, not 11'],
  [{ learners: 10, finishers: 9.5 }, 'finishers must be an integer from 0 to 10, not 9.5'],
])('refuses %p', (simulation, message) => {
  expect(() => simulateCohort(policy, simulation)).toThrow(new RangeError(message));
});
