import type { Findings } from './report';
import { buildReport } from './report';
import { failedChecks } from './check';
import { formatTable } from './table';

const DEPOSIT = 10_000;

/** Two members, one removed: 4,000 of the deposits are forfeited, a quarter of it for the organiser. */
function findings(): Findings {
  const progress = { status: 'settled', streak: 0, perfect: false, bonusMinor: null } as const;
  const totals = {
    currency: 'USD',
    paidMinor: 10_900,
    entryFeeMinor: 900,
    depositMinor: DEPOSIT,
    inFlightMinor: 0,
    payableMinor: 0,
    frozenMinor: 0,
    creditMinor: 0,
    disputedMinor: 0,
    isFrozen: false,
    waiting: [],
    paidOutsideMinor: 0,
    unconfirmedMinor: 0,
    creditUsedMinor: 0,
  };
  return {
    members: new Map([
      ['e1', 'ana'],
      ['e2', 'bo'],
    ]),
    outcome: {
      progress: [
        {
          ...progress,
          enrolmentId: 'e2',
          memberNumber: 2,
          done: 6,
          missed: 3,
          removedOn: '2026-03-06',
          entitledMinor: 6_000,
          completed: false,
        },
        {
          ...progress,
          enrolmentId: 'e1',
          memberNumber: 1,
          done: 10,
          missed: 0,
          removedOn: null,
          entitledMinor: 10_000,
          completed: true,
        },
      ],
      totals: [
        {
          ...totals,
          enrolmentId: 'e1',
          earnedMinor: 10_000,
          dueMinor: 10_000,
          refundedMinor: 10_000,
          paidInExcessMinor: 0,
          excessRefundedMinor: 0,
          feeFinalAt: null,
          forfeitedMinor: 0,
          bonusMinor: 3_000,
          bonusPaidMinor: 900,
          creditMinor: 2_100,
        },
        {
          ...totals,
          enrolmentId: 'e2',
          earnedMinor: 6_000,
          dueMinor: 6_000,
          refundedMinor: 6_000,
          paidInExcessMinor: 0,
          excessRefundedMinor: 0,
          feeFinalAt: null,
          forfeitedMinor: 4_000,
          bonusMinor: 0,
          bonusPaidMinor: 0,
        },
      ],
      accounts: {
        currency: 'USD',
        chargedMinor: 21_800,
        feesMinor: 1_800,
        depositsHeldMinor: 0,
        depositsFrozenMinor: 0,
        payableMinor: 0,
        inFlightMinor: 0,
        refundedMinor: 16_900,
        forfeitPoolMinor: 0,
        bonusPayableMinor: 0,
        creditMinor: 2_100,
        organiserMinor: 1_000,
        charityMinor: 0,
        cashMinor: 4_268,
        processorFeesMinor: 632,
        disputedMinor: 0,
        disputeLossesMinor: 0,
        transferredMinor: 0,
        organiserPayableMinor: 0,
        paidOutsideMinor: 0,
        ledgerBalanced: true,
        enrolments: 2,
        workPending: 0,
      },
    },
    settled: { poolMinor: 4_000, bonusMinor: 3_000, organiserMinor: 1_000, charityMinor: 0 },
    sandbox: {
      totals: { usd: { captured: 21_800, refunded: 16_900, refunds_pending: 0, balance: 4_268 } },
      webhooks: { undelivered: 0 },
      refunds: { settling: 0 },
      quiet: true,
      charges: [
        { metadata: { enrolmentId: 'e1' }, currency: 'usd', captured: 10_900, refunded: 10_900, refunds_pending: 0 },
        { metadata: { enrolmentId: 'e2' }, currency: 'usd', captured: 10_900, refunded: 6_000, refunds_pending: 0 },
      ],
    },
    lines: { sent: 19, refused: { too_short: 2, window_closed: 1 } },
    seconds: 12.3,
  };
}

it('reports members in the order of the record, and the totals', () => {
  expect(buildReport(findings())).toEqual({
    members: [
      {
        member: 'ana',
        memberNumber: 1,
        status: 'completed',
        removedOn: null,
        done: 10,
        missed: 0,
        entitledMinor: 10_000,
        refundedMinor: 10_000,
        bonusMinor: 3_000,
      },
      {
        member: 'bo',
        memberNumber: 2,
        status: 'removed',
        removedOn: '2026-03-06',
        done: 6,
        missed: 3,
        entitledMinor: 6_000,
        refundedMinor: 6_000,
        bonusMinor: 0,
      },
    ],
    totals: {
      chargedMinor: 21_800,
      refundedMinor: 16_000,
      poolMinor: 4_000,
      bonusMinor: 3_000,
      organiserMinor: 1_000,
      charityMinor: 0,
      ledgerBalanced: true,
      ledgerEqualsStripe: true,
    },
    checkInsSent: 19,
    checkInsRefused: { too_short: 2, window_closed: 1 },
    seconds: 12.3,
  });
  expect(failedChecks(buildReport(findings()), DEPOSIT)).toEqual([]);
});

it('refuses to report when a service has lost a member', () => {
  const { outcome, ...rest } = findings();
  expect(() => buildReport({ ...rest, outcome: { ...outcome, progress: outcome.progress.slice(1) } })).toThrow(
    'checkin does not know bo',
  );
  expect(() => buildReport({ ...rest, outcome: { ...outcome, totals: outcome.totals.slice(1) } })).toThrow(
    'payment does not know ana',
  );
});

type Change = (found: Findings) => void;

it.each<[string, Change]>([
  [
    'a capture more',
    ({ sandbox }) => {
      sandbox.totals['usd']!.captured += 1;
    },
  ],
  [
    'a fee more',
    ({ sandbox }) => {
      sandbox.totals['usd']!.balance -= 1;
    },
  ],
  [
    'a refund less',
    ({ sandbox }) => {
      sandbox.totals['usd']!.refunded -= 1;
    },
  ],
  [
    'a refund under way there',
    ({ sandbox }) => {
      sandbox.totals['usd']!.refunds_pending = 1;
    },
  ],
  [
    'a refund under way here',
    ({ outcome }) => {
      outcome.accounts.inFlightMinor = 1;
    },
  ],
  [
    'another currency',
    ({ sandbox }) => {
      sandbox.totals['eur'] = { captured: 0, refunded: 0, refunds_pending: 0, balance: 0 };
    },
  ],
  [
    'two refunds swapped',
    ({ sandbox: { charges } }) => {
      charges[0]!.refunded -= 1;
      charges[1]!.refunded += 1;
    },
  ],
  [
    'a charge of nobody',
    ({ sandbox: { charges } }) => {
      charges.push({ metadata: {}, currency: 'usd', captured: 0, refunded: 0, refunds_pending: 0 });
    },
  ],
  [
    'nothing there at all',
    ({ sandbox }) => {
      sandbox.totals = {};
      sandbox.charges = [];
    },
  ],
])('sees that ledger and Stripe differ: %s', (_what, change) => {
  const found = findings();
  change(found);
  const report = buildReport(found);
  expect(report.totals.ledgerEqualsStripe).toBe(false);
  expect(failedChecks(report, DEPOSIT)).toEqual(['ledger and Stripe differ']);
});

it('names what does not hold', () => {
  const report = buildReport(findings());
  report.members[1]!.refundedMinor = 5_999;
  report.totals.poolMinor = 4_001;
  report.totals.ledgerBalanced = false;
  expect(failedChecks(report, DEPOSIT)).toEqual([
    'bo was refunded 5999, entitled to 6000',
    'the pool is 4001, its parts add up to 4000',
    'the pool is 4001, forfeited were 4000',
    'the ledger is not balanced',
  ]);
});

it('prints a table with exact amounts, also of currencies without minor units', () => {
  const table = formatTable(buildReport(findings()), 'USD');
  expect(table).toContain('removed            1\n  on 2026-03-06    1\n');
  expect(table).toContain('check-ins refused  too_short 2, window_closed 1\n');
  expect(table).toContain('charged            USD 218.00\n');
  expect(table).toContain('ledger = Stripe    yes\n');
  expect(formatTable(buildReport(findings()), 'JPY')).toContain('charged            JPY 21,800\n');
});
