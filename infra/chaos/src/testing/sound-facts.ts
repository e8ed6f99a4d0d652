import type { BookFacts, EntryFacts, FinalFacts } from '../check/facts';

export const ADA = 'enrolment-ada';
export const BO = 'enrolment-bo';

const JOINED_AT_MS = Date.parse('2026-03-01T08:00:00Z');

/**
 * A settled cohort of two in which every promise is kept: Ada did all four days (whole deposit and the bonus), Bo did two;
 * the organiser has a tenth of what Bo forfeited, and Bo's fee in an account of their own. Made anew for each test, which spoils one thing.
 */
export function soundFacts(): FinalFacts {
  const policy: FinalFacts['policy'] = {
    currency: 'CNY',
    entryFeeMinor: 500,
    depositMinor: 4_000,
    startsOn: '2026-03-02',
    days: 4,
    timeZone: '+08:00',
    dayBoundary: 'cohort',
    dayEndsAt: '03:00',
    restDays: { weekdays: [], dates: [] },
    checkIn: { minCharacters: 1, accepts: ['entry', 'homework'], review: 'auto', aheadDays: 0 },
    makeUp: { windowDays: 0, quota: 0 },
    grace: { days: 0 },
    removal: { per: 'never' },
    refund: { curve: 'flat', cadence: 'daily' },
    forfeits: {
      finishersBps: 9_000,
      organiserBps: 1_000,
      charityBps: 0,
      sharedBy: 'perfect',
      ifNoFinishers: 'organiser',
    },
  };
  const entryOf = (day: number) => ({
    day: `2026-03-0${day}`,
    acceptedAtMs: Date.parse(`2026-03-0${day}T12:00:00Z`),
    characters: 5,
    via: 'entry',
    isRejected: false,
  });
  const calendar = {
    timeZone: '+08:00',
    status: 'settled',
    joinedAtMs: JOINED_AT_MS,
    quitOn: null,
    quitAtMs: null,
    hasLeft: false,
    excused: [],
    appeals: 0,
    requests: [],
  };
  return {
    cohortId: 'c1',
    policy,
    isCancelled: false,
    capacity: 2,
    enrolments: [
      { enrolmentId: ADA, status: 'completed', memberNumber: 1, admittedAtMs: JOINED_AT_MS },
      { enrolmentId: BO, status: 'completed', memberNumber: 2, admittedAtMs: JOINED_AT_MS },
    ],
    charges: [
      { paymentIntentId: 'pi_ada', enrolmentId: ADA, capturedMinor: 4_500, refundedMinor: 4_500, pendingMinor: 0 },
      { paymentIntentId: 'pi_bo', enrolmentId: BO, capturedMinor: 4_500, refundedMinor: 2_000, pendingMinor: 0 },
    ],
    transfers: [{ book: BO, number: 1, attempt: 1, amountMinor: 500, reversedMinor: 0 }],
    books: [
      bookOf(
        ADA,
        'pi_ada',
        [refund('settlement', 'deposit', 4_000, 'pi_ada'), refund('bonus', 'bonus', 500, 'pi_ada')],
        1_800,
        { learner_credit: -1_300, fees_earned: -500, forfeit_pool: 1_800 },
        1,
      ),
      bookOf(
        BO,
        'pi_bo',
        [refund('settlement', 'deposit', 2_000, 'pi_bo')],
        0,
        { stripe_cash: 2_000, organiser_transfers: 500, fees_earned: -500, forfeit_pool: -2_000 },
        1,
        [{ number: 1, attempt: 1, reverses: null, amountMinor: 500, status: 'made' }],
      ),
    ],
    cohortBook: {
      book: 'cohort:c1',
      transfers: [],
      balances: { forfeit_pool: 200, organiser_earnings: -200 },
      ledger: { seq: 1, hash: 'cohort:c1-1' },
      poolMinor: 2_000,
      organiserMinor: 200,
      charityMinor: 0,
    },
    entries: [
      journalEntry(ADA, { learner_credit: -1_300, fees_earned: -500, forfeit_pool: 1_800 }),
      journalEntry(BO, { stripe_cash: 2_000, organiser_transfers: 500, fees_earned: -500, forfeit_pool: -2_000 }),
      journalEntry('cohort:c1', { forfeit_pool: 200, organiser_earnings: -200 }),
    ],
    calendars: [
      {
        ...calendar,
        enrolmentId: ADA,
        memberNumber: 1,
        releasedMinor: 4_000,
        entries: [2, 3, 4, 5].map(entryOf),
        outcome: { entitledMinor: 4_000, forfeitMinor: 0 },
        bonusMinor: 1_800,
      },
      {
        ...calendar,
        enrolmentId: BO,
        memberNumber: 2,
        releasedMinor: 2_000,
        entries: [2, 3].map(entryOf),
        outcome: { entitledMinor: 2_000, forfeitMinor: 2_000 },
        bonusMinor: 0,
      },
    ],
    leave: [],
    disputes: [],
    homework: [],
    handedIn: [],
    rulings: [],
    toldByHand: [],
    acknowledged: [
      ...[2, 3, 4, 5].map((day) => ({ enrolmentId: ADA, day: `2026-03-0${day}` })),
      ...[2, 3].map((day) => ({ enrolmentId: BO, day: `2026-03-0${day}` })),
    ],
    asked: [
      ...[2, 3, 4, 5].map((day) => ({ enrolmentId: ADA, day: `2026-03-0${day}` })),
      ...[2, 3].map((day) => ({ enrolmentId: BO, day: `2026-03-0${day}` })),
    ],
  };
}

function refund(
  period: string,
  kind: 'deposit' | 'bonus',
  amountMinor: number,
  paymentIntentId: string,
): BookFacts['refunds'][number] {
  return { period, kind, paymentIntentId, amountMinor, status: 'succeeded' };
}

function bookOf(
  enrolmentId: string,
  paymentIntentId: string,
  refunds: BookFacts['refunds'],
  bonusMinor: number,
  balances: Record<string, number>,
  seq: number,
  transfers: BookFacts['transfers'] = [],
): BookFacts {
  const refundedMinor = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    enrolmentId,
    refunds,
    transfers,
    bonusMinor,
    balances,
    disputes: [],
    paidOutside: [],
    paidAtMs: JOINED_AT_MS,
    isCancelled: false,
    isSettled: true,
    ledger: { seq, hash: `${enrolmentId}-${seq}` },
    charges: [{ paymentIntentId, capturedMinor: 4_500, refundedMinor, inFlightMinor: 0, payableMinor: 0 }],
  };
}

function journalEntry(book: string, balances: Record<string, number>): EntryFacts {
  const lines = Object.entries(balances).map(([account, amountMinor]) => ({ account, amountMinor }));
  return { book, seq: 1, previousHash: '0'.repeat(64), hash: `${book}-1`, lines };
}
