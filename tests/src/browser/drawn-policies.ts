import { PolicySchema, type Policy } from '@daka/rules';
import * as fc from 'fast-check';

/** A policy, and how many of each ten days somebody misses. */
export interface Drawn {
  policy: Policy;
  /** Plan days by their number from 0; those that ask for nothing cannot be missed. */
  missed: number[];
}

const MAX_DAYS = 45;
const MAX_MISSED = 9;

const removal: fc.Arbitrary<Policy['removal']> = fc.oneof(
  fc.record({
    misses: fc.integer({ min: 1, max: 5 }),
    per: fc.constantFrom('week' as const, 'cohort' as const, 'consecutive' as const),
  }),
  fc.constant({ per: 'never' as const }),
);

const refund = (days: number): fc.Arbitrary<Policy['refund']> => {
  const cadence = fc.constantFrom('daily' as const, 'weekly' as const, 'at_end' as const);
  return fc.oneof(
    fc.record({ curve: fc.constant('flat' as const), cadence }),
    fc.record({ curve: fc.constant('rising' as const), ratio: fc.integer({ min: 1, max: 20 }), cadence }),
    fc.record({ curve: fc.constant('threshold' as const), requiredDays: fc.integer({ min: 1, max: days }), cadence }),
  );
};

const drawn = fc
  .integer({ min: 1, max: MAX_DAYS })
  .chain((days) =>
    fc.record({
      missed: fc.uniqueArray(fc.integer({ min: 0, max: days - 1 }), { maxLength: MAX_MISSED }),
      policy: fc.record({
        currency: fc.constantFrom('CNY', 'EUR', 'JPY', 'KWD'),
        entryFeeMinor: fc.constantFrom(0, 9_900),
        depositMinor: fc.constantFrom(0, 1, 100, 9_999, 30_000, 1_234_567),
        startsOn: fc.constantFrom('2026-03-02', '2026-03-27', '2026-10-23', '2026-12-28', '2028-02-26'),
        days: fc.constant(days),
        timeZone: fc.constantFrom('UTC', '+05:45', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
        dayBoundary: fc.constantFrom('cohort' as const, 'learner' as const),
        dayEndsAt: fc.constantFrom('00:00', '02:30', '03:00'),
        restDays: fc.record({
          weekdays: fc.constantFrom([], [7], [6, 7]),
          dates: fc.constantFrom([], ['2026-03-04', '2026-12-31']),
        }),
        checkIn: fc.record({
          minCharacters: fc.constantFrom(0, 1, 20),
          accepts: fc.constant(['entry' as const]),
          review: fc.constant('auto' as const),
          aheadDays: fc.constantFrom(0, 2, null),
        }),
        makeUp: fc.record({ windowDays: fc.constantFrom(0, 2, null), quota: fc.constantFrom(0, 3, null) }),
        grace: fc.record({ days: fc.integer({ min: 0, max: 3 }) }),
        removal,
        refund: refund(days),
        forfeits: fc.constant({
          finishersBps: 8_000,
          organiserBps: 1_000,
          charityBps: 1_000,
          sharedBy: 'completed' as const,
          ifNoFinishers: 'return_pro_rata' as const,
        }),
      }),
    }),
  );

/** As many different policies as asked for, the same for the same seed. */
export function drawPolicies(count: number, seed: number): Drawn[] {
  return fc
    .sample(drawn, { numRuns: count, seed })
    .map(({ policy, missed }) => ({ policy: PolicySchema.parse(policy), missed: missed.sort((a, b) => a - b) }));
}
