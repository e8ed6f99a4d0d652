import { ADA, BO, soundFacts } from '../testing/sound-facts';
import { brokenNow } from './at-every-instant';
import { INVARIANTS, type FinalFacts, type Invariant } from './facts';
import { brokenInTheEnd } from './in-the-end';

type Spoiled = {
  -readonly [Key in keyof FinalFacts]: FinalFacts[Key] extends readonly (infer Item)[]
    ? Draft<Item>[]
    : Draft<FinalFacts[Key]>;
};
type Draft<T> = T extends object ? { -readonly [Key in keyof T]: Draft<T[Key]> } : T;

const found = (facts: FinalFacts) => new Set(brokenInTheEnd(facts).map(({ invariant }) => invariant));
const foundNow = (facts: FinalFacts) => new Set(brokenNow(facts).map(({ invariant }) => invariant));
function spoil(change: (facts: Spoiled) => void): FinalFacts {
  const facts = soundFacts();
  change(facts as Spoiled);
  return facts;
}

/** Bo paid twice, Stripe could not send the second payment back, and so much of it was paid by hand. */
function payTooMuchByHand({ books, charges, entries, toldByHand }: Spoiled, handMinor: number): void {
  const [, book] = books;
  const countedMinor = handMinor;
  const payableMinor = Math.max(0, 4_500 - handMinor);
  const status = payableMinor > 0 ? 'failed' : 'otherwise';
  const money = { capturedMinor: 4_500, refundedMinor: 0 };
  book!.charges.push({ ...money, paymentIntentId: 'pi_bo_2', inFlightMinor: 0, payableMinor });
  charges.push({ ...money, paymentIntentId: 'pi_bo_2', enrolmentId: BO, pendingMinor: 0 });
  const refund = { period: 'excess-2', kind: 'cancellation', paymentIntentId: 'pi_bo_2' } as const;
  book!.refunds.push({ ...refund, amountMinor: payableMinor, status });
  book!.paidOutside.push({ reference: 'wire-1', amountMinor: handMinor, state: 'confirmed', countedMinor });
  toldByHand.push({ enrolmentId: BO, reference: 'wire-1', amountMinor: handMinor, answered: 'confirmed' });
  book!.balances['stripe_cash'] = 6_500;
  book!.balances['paid_outside'] = 0 - handMinor;
  book!.balances['refunds_payable'] = handMinor - 4_500;
  entries[1]!.lines = Object.entries(book!.balances).map(([account, amountMinor]) => ({ account, amountMinor }));
}

it('finds nothing where every promise is kept', () => {
  expect(brokenInTheEnd(soundFacts())).toEqual([]);
});

/** Handed in by Bo in time for a day that Bo has not done. */
function pieceOf(more: Partial<FinalFacts['homework'][number]>): Draft<FinalFacts['homework'][number]> {
  const versions = [{ version: 1, characters: 9, submittedAtMs: Date.parse('2026-03-04T12:00:00Z') }];
  return { enrolmentId: BO, submissionId: 'piece-1', day: '2026-03-04', versions, counts: null, ...more } as Draft<
    FinalFacts['homework'][number]
  >;
}
const DISPUTE = { disputeId: 'du_1', enrolmentId: BO, withdrawnMinor: 2_500, feeMinor: 0 };
const BOOKED = {
  disputeId: 'du_1',
  status: 'lost',
  withdrawnMinor: 2_500,
  feeMinor: 0,
  coveredMinor: 2_000,
  lossMinor: 500,
};

/** What is planted, and the promise that it breaks. */
const planted: readonly [Invariant, string, (facts: Spoiled) => void][] = [
  [
    'balanced',
    'an entry that is off by one unit',
    ({ entries }) => {
      entries[0]!.lines[0]!.amountMinor += 1;
    },
  ],
  [
    'balanced',
    'an entry in fractions',
    ({ entries }) => {
      entries[0]!.lines[0]!.amountMinor += 0.5;
      entries[0]!.lines[1]!.amountMinor -= 0.5;
    },
  ],
  [
    'balanced',
    'an entry of one line of nothing',
    ({ entries }) => {
      entries[0]!.lines = [{ account: 'stripe_cash', amountMinor: 0 }];
    },
  ],
  [
    'journal_unbroken',
    'an entry that is gone',
    ({ entries }) => {
      entries[0]!.seq = 2;
    },
  ],
  [
    'journal_unbroken',
    'an entry that was rewritten',
    ({ entries }) => {
      entries[0]!.previousHash = 'f'.repeat(64);
    },
  ],
  [
    'journal_unbroken',
    'a book that is behind its journal',
    ({ books }) => {
      books[0]!.ledger.seq = 0;
    },
  ],
  [
    'balances_are_sums',
    'a balance without an entry',
    ({ books }) => {
      books[1]!.balances['stripe_cash'] = 2_501;
    },
  ],
  [
    'balances_are_sums',
    'entries without a book',
    (facts) => {
      facts.cohortBook = null;
    },
  ],
  [
    'within_captured',
    'more promised than captured',
    ({ books }) => {
      books[0]!.charges[0]!.payableMinor = 1;
    },
  ],
  [
    'within_captured',
    'a negative amount in flight',
    ({ books }) => {
      books[1]!.charges[0]!.inFlightMinor = -1;
    },
  ],
  [
    'within_captured',
    'more returned by Stripe than captured',
    ({ charges }) => {
      charges[0]!.pendingMinor = 1;
    },
  ],
  [
    'sent_is_recorded',
    'a refund at Stripe that nobody wrote down',
    ({ charges }) => {
      charges[1]!.refundedMinor += 1;
    },
  ],
  [
    'sent_is_recorded',
    'a refund of a charge that nobody knows',
    ({ books }) => {
      books[1]!.charges = [];
    },
  ],
  [
    'not_oversold',
    'a member too many',
    (facts) => {
      facts.capacity = 1;
    },
  ],
  [
    'not_oversold',
    'a number given twice',
    ({ enrolments }) => {
      enrolments[1]!.memberNumber = 1;
    },
  ],
  [
    'not_oversold',
    'a member without a number',
    ({ enrolments }) => {
      enrolments[1]!.memberNumber = null;
    },
  ],
  [
    'ledger_equals_stripe',
    'a payment that nobody noticed',
    ({ charges }) => {
      charges.push({ ...charges[0]!, paymentIntentId: 'pi_other', refundedMinor: 0 });
    },
  ],
  [
    'ledger_equals_stripe',
    'a refund still under way at Stripe',
    ({ charges }) => {
      charges[1]!.pendingMinor = 1;
    },
  ],
  [
    'ledger_equals_stripe',
    'a refund that Stripe did not make',
    ({ charges }) => {
      charges[1]!.refundedMinor -= 1;
    },
  ],
  [
    'ledger_equals_stripe',
    'a charge that Stripe does not know',
    ({ charges }) => {
      charges.pop();
    },
  ],
  [
    'ledger_equals_stripe',
    'cash that is not there',
    ({ books, entries }) => {
      books[1]!.balances['stripe_cash'] = 2_600;
      entries[1]!.lines[0]!.amountMinor = 2_600;
    },
  ],
  [
    'paid_is_admitted_or_refunded',
    'somebody who paid and got nothing',
    ({ enrolments }) => {
      enrolments[1]!.status = 'seat_held';
    },
  ],
  [
    'paid_is_admitted_or_refunded',
    'somebody cancelled whose fee stayed',
    ({ enrolments }) => {
      enrolments[1]!.status = 'cancelled';
    },
  ],
  [
    'paid_is_admitted_or_refunded',
    'a second payment that was kept',
    ({ books }) => {
      books[0]!.charges.push({
        paymentIntentId: 'pi_2',
        capturedMinor: 4_500,
        refundedMinor: 4_499,
        inFlightMinor: 0,
        payableMinor: 0,
      });
    },
  ],
  [
    'paid_is_admitted_or_refunded',
    'a cancelled cohort that kept money',
    (facts) => {
      facts.isCancelled = true;
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a deposit that was sent short',
    ({ books }) => {
      books[1]!.refunds[0]!.amountMinor -= 1;
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a deposit that was sent twice',
    ({ books }) => {
      books[1]!.refunds.push({ ...books[1]!.refunds[0]!, period: 'settlement.2' });
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a bonus that was forgotten',
    ({ books }) => {
      books[0]!.bonusMinor = null;
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a refund that never ends',
    ({ books }) => {
      books[0]!.refunds[0]!.status = 'sending';
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a failed refund that is owed by nobody',
    ({ books }) => {
      books[0]!.refunds[0]!.status = 'failed';
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'an amount that stays frozen',
    ({ books }) => {
      books[1]!.balances['deposits_frozen'] = -1;
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a member whose book was not settled',
    ({ books }) => {
      books[0]!.isSettled = false;
    },
  ],
  [
    'pool_is_shared',
    "a unit of the pool that is nobody's",
    ({ cohortBook }) => {
      cohortBook!.balances['forfeit_pool'] = 199;
    },
  ],
  [
    'pool_is_shared',
    "another share than the policy's",
    ({ cohortBook }) => {
      cohortBook!.organiserMinor = 199;
    },
  ],
  [
    'rules_are_followed',
    'an entitlement that the rules do not know',
    ({ calendars }) => {
      calendars[1]!.outcome = { entitledMinor: 2_001, forfeitMinor: 1_999 };
    },
  ],
  [
    'rules_are_followed',
    'a bonus for another',
    ({ calendars }) => {
      calendars[0]!.bonusMinor = 0;
      calendars[1]!.bonusMinor = 1_800;
    },
  ],
  [
    'rules_are_followed',
    'a member who was not settled',
    ({ calendars }) => {
      calendars[1]!.outcome = null;
    },
  ],
  [
    'rules_are_followed',
    'a payout beyond what was earned, without a rejection',
    ({ calendars }) => {
      calendars[1]!.releasedMinor = 3_000;
      calendars[1]!.outcome = { entitledMinor: 3_000, forfeitMinor: 1_000 };
    },
  ],
  [
    'acknowledged_is_kept',
    'a check-in that was acknowledged and lost',
    ({ calendars }) => {
      calendars[0]!.entries.pop();
    },
  ],
  [
    'acknowledged_is_kept',
    'a check-in that nobody sent',
    (facts) => {
      facts.asked = facts.asked.slice(1);
    },
  ],
  [
    'requests_are_answered',
    'an appeal that waits for ever',
    ({ calendars }) => {
      calendars[0]!.requests = [{ id: 'appeal-1', kind: 'appeal', isGranted: null }];
    },
  ],
  [
    'requests_are_answered',
    'leave that waits for ever, of somebody who was removed',
    ({ calendars }) => {
      calendars[1]!.quitOn = '2026-03-04';
      calendars[1]!.requests = [{ id: 'leave-1', kind: 'leave', isGranted: null }];
    },
  ],
  [
    'requests_are_answered',
    'an appeal of somebody who left that waits for ever',
    ({ calendars }) => {
      calendars[1]!.hasLeft = true;
      calendars[1]!.requests = [{ id: 'appeal-1', kind: 'appeal', isGranted: null }];
    },
  ],
  [
    'entitled_is_sent_or_payable',
    'a payment by hand beyond what a payment too many and the deposit were',
    (facts) => payTooMuchByHand(facts, 4_501),
  ],
  [
    'requests_are_answered',
    'leave that was asked for and lost',
    ({ leave }) => {
      leave.push({ enrolmentId: BO, leaveId: 'leave-1', day: '2026-03-04', approved: null });
    },
  ],
  [
    'requests_are_answered',
    'leave that was declined after it was approved',
    ({ leave, calendars }) => {
      leave.push({ enrolmentId: BO, leaveId: 'leave-1', day: '2026-03-04', approved: true });
      calendars[1]!.requests = [{ id: 'leave-1', kind: 'leave', isGranted: false }];
    },
  ],
  [
    'requests_are_answered',
    'a day that counts although leave was approved for it',
    ({ leave, calendars }) => {
      leave.push({ enrolmentId: BO, leaveId: 'leave-1', day: '2026-03-04', approved: true });
      calendars[1]!.requests = [{ id: 'leave-1', kind: 'leave', isGranted: true }];
    },
  ],
  [
    'rules_are_followed',
    'a forfeit of a day of leave',
    ({ calendars }) => {
      calendars[1]!.excused = ['2026-03-04'];
    },
  ],
  [
    'transfer_is_recorded',
    'a transfer that nobody wrote down',
    ({ transfers }) => {
      transfers.push({ book: ADA, number: 1, attempt: 1, amountMinor: 500, reversedMinor: 0 });
    },
  ],
  [
    'transfer_is_recorded',
    'a transfer that was made twice',
    ({ transfers }) => {
      transfers.push({ ...transfers[0]! });
    },
  ],
  [
    'transfer_is_recorded',
    'a transfer of a later attempt than the one that was made',
    ({ books }) => {
      books[1]!.transfers[0]!.attempt = 2;
    },
  ],
  [
    'organiser_has_due_only',
    'a fee that goes back and stays with the organiser',
    ({ books }) => {
      books[1]!.balances['fees_earned'] = 0;
    },
  ],
  [
    'organiser_has_due_only',
    'a reversal that no book has',
    ({ transfers }) => {
      transfers[0]!.reversedMinor = 100;
    },
  ],
  [
    'organiser_has_due_only',
    'a share beyond what the rules give',
    ({ cohortBook, transfers }) => {
      cohortBook!.balances['organiser_transfers'] = 201;
      transfers.push({ book: 'cohort:c1', number: 1, attempt: 1, amountMinor: 201, reversedMinor: 0 });
    },
  ],
  [
    'requests_are_answered',
    'a ruling of the arbiter that is not kept',
    ({ rulings, calendars }) => {
      rulings.push({ enrolmentId: BO, appealId: 'appeal-1', decision: 'upheld' });
      calendars[1]!.requests = [{ id: 'appeal-1', kind: 'appeal', isGranted: false }];
    },
  ],
  [
    'only_the_forfeited_is_shared',
    'an organiser with a part of what somebody earned',
    ({ cohortBook }) => {
      cohortBook!.organiserMinor = 201;
    },
  ],
  [
    'only_the_forfeited_is_shared',
    'a finisher with more than the rules give',
    ({ books }) => {
      books[0]!.bonusMinor = 1_801;
    },
  ],
  [
    'only_the_forfeited_is_shared',
    'a bonus for who finished nothing',
    ({ books }) => {
      books[0]!.bonusMinor = 1_700;
      books[1]!.bonusMinor = 100;
    },
  ],
  [
    'only_the_forfeited_is_shared',
    'a pool of a day that was excused',
    ({ calendars }) => {
      calendars[1]!.excused = ['2026-03-04'];
    },
  ],
  [
    'only_the_forfeited_is_shared',
    'a share of a cohort that was cancelled',
    (facts) => {
      facts.isCancelled = true;
    },
  ],
  [
    'homework_counts',
    'a piece that was acknowledged and lost',
    ({ handedIn }) => {
      handedIn.push({ enrolmentId: BO, submissionId: 'piece-1', version: 1 });
    },
  ],
  [
    'homework_counts',
    'a piece in time for a day that is not done',
    ({ homework }) => {
      homework.push(pieceOf({ counts: { status: 'none', why: 'past' } }));
    },
  ],
  [
    'homework_counts',
    'a piece that was said to count and does not',
    ({ homework }) => {
      homework.push(pieceOf({ day: '2026-03-03', counts: { status: 'counted', day: '2026-03-03', atMs: 1 } }));
    },
  ],
  [
    'homework_counts',
    'a piece of which check-in never said anything',
    ({ homework }) => {
      homework.push(pieceOf({ day: '2026-03-03', counts: { status: 'expected', day: '2026-03-03', atMs: 1 } }));
    },
  ],
  [
    'homework_counts',
    'a day done by homework that nobody handed in',
    ({ calendars }) => {
      calendars[1]!.entries[0]!.via = 'homework';
    },
  ],
  [
    'homework_counts',
    'two pieces for one day',
    ({ homework, calendars }) => {
      const { day, acceptedAtMs } = Object.assign(calendars[1]!.entries[0]!, { via: 'homework' });
      const counts = { status: 'counted', day, atMs: acceptedAtMs };
      homework.push(pieceOf({ day, counts }), pieceOf({ submissionId: 'piece-2', day: null, counts }));
    },
  ],
  [
    'joined_when_paid',
    'a member whose days count from before the admission',
    ({ calendars }) => {
      calendars[1]!.joinedAtMs! -= 86_400_000;
    },
  ],
  [
    'joined_when_paid',
    'a member who has not paid',
    ({ books }) => {
      books[1]!.paidAtMs = null;
    },
  ],
  [
    'joined_when_paid',
    'a member who paid a day later',
    ({ books }) => {
      books[1]!.paidAtMs! += 86_400_000;
    },
  ],
  [
    'paid_by_hand_when_confirmed',
    'a payment by hand that was told and lost',
    ({ toldByHand }) => {
      toldByHand.push({ enrolmentId: BO, reference: 'wire-1', amountMinor: 500, answered: null });
    },
  ],
  [
    'paid_by_hand_when_confirmed',
    'a payment by hand that counts unanswered',
    ({ books }) => {
      books[1]!.paidOutside.push({ reference: 'wire-1', amountMinor: 500, state: 'told', countedMinor: 500 });
    },
  ],
  [
    'paid_by_hand_when_confirmed',
    'an objection that was forgotten',
    ({ books, toldByHand }) => {
      toldByHand.push({ enrolmentId: BO, reference: 'wire-1', amountMinor: 500, answered: 'objected' });
      books[1]!.paidOutside.push({ reference: 'wire-1', amountMinor: 500, state: 'told', countedMinor: 0 });
    },
  ],
  [
    'paid_by_hand_when_confirmed',
    'a confirmation that the ledger does not know',
    ({ books, toldByHand }) => {
      toldByHand.push({ enrolmentId: BO, reference: 'wire-1', amountMinor: 500, answered: 'confirmed' });
      books[1]!.paidOutside.push({ reference: 'wire-1', amountMinor: 500, state: 'confirmed', countedMinor: 500 });
    },
  ],
  [
    'disputes_are_booked',
    'a dispute that nobody noticed',
    ({ disputes }) => {
      disputes.push({ ...DISPUTE, status: 'lost' });
    },
  ],
  [
    'disputes_are_booked',
    'a dispute that was won and is still open here',
    ({ disputes, books }) => {
      disputes.push({ ...DISPUTE, status: 'won', withdrawnMinor: 0 });
      books[1]!.disputes.push({ ...BOOKED, status: 'open', withdrawnMinor: 0 });
    },
  ],
  [
    'disputes_are_booked',
    'a loss that nobody bears',
    ({ disputes, books }) => {
      disputes.push({ ...DISPUTE, status: 'lost' });
      books[1]!.disputes.push({ ...BOOKED, coveredMinor: 1_999 });
    },
  ],
  [
    'disputes_are_booked',
    'a dispute that Stripe does not know',
    ({ books }) => {
      books[1]!.disputes.push({ ...BOOKED, withdrawnMinor: 0, coveredMinor: 0, lossMinor: 0 });
    },
  ],
  [
    'disputes_are_booked',
    'money that is still in dispute when all is decided',
    ({ books }) => {
      books[1]!.balances['disputes_open'] = 1;
    },
  ],
  [
    'ledger_equals_stripe',
    'cash that the bank has taken',
    ({ disputes }) => {
      disputes.push({ ...DISPUTE, status: 'lost' });
    },
  ],
  [
    'organiser_has_due_only',
    'a transfer whose answer nobody ever heard',
    ({ books }) => {
      books[1]!.transfers[0]!.status = 'sending';
    },
  ],
];

it.each(planted)('%s: sees %s', (invariant, _, change) => {
  expect(found(spoil(change))).toContain(invariant);
});

it('has something planted for every promise', () => {
  expect(new Set(planted.map(([invariant]) => invariant))).toEqual(new Set(INVARIANTS));
});

it.each(
  planted.filter(([invariant]) =>
    [
      'balanced',
      'journal_unbroken',
      'balances_are_sums',
      'within_captured',
      'sent_is_recorded',
      'not_oversold',
      'transfer_is_recorded',
    ].includes(invariant),
  ),
)('%s: sees %s in the middle of the storm too', (invariant, _, change) => {
  expect(foundNow(spoil(change))).toContain(invariant);
});

describe('does not cry wolf', () => {
  it('while a refund is on its way', () => {
    const facts = spoil(({ books, charges }) => {
      books[0]!.charges[0] = { ...books[0]!.charges[0]!, refundedMinor: 4_000, inFlightMinor: 500 };
      charges[0]!.refundedMinor = 4_500;
    });
    expect(foundNow(facts)).toEqual(new Set());
  });

  it('where a refund failed for good and its amount is payable', () => {
    const facts = spoil(({ books, charges, entries }) => {
      books[1]!.refunds[0]!.status = 'failed';
      books[1]!.charges[0] = { ...books[1]!.charges[0]!, refundedMinor: 0, payableMinor: 2_000 };
      charges[1]!.refundedMinor = 0;
      books[1]!.balances = {
        stripe_cash: 4_000,
        organiser_transfers: 500,
        fees_earned: -500,
        forfeit_pool: -2_000,
        refunds_payable: -2_000,
      };
      entries[1]!.lines = Object.entries(books[1]!.balances).map(([account, amountMinor]) => ({
        account,
        amountMinor,
      }));
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where a check-in was rejected after it had been paid for', () => {
    const facts = spoil(({ calendars }) => {
      calendars[1]!.entries[1]!.isRejected = true;
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where homework is what a day is done with, and another piece came too short or too late', () => {
    const facts = spoil(({ calendars, homework, handedIn }) => {
      const { day, acceptedAtMs } = Object.assign(calendars[1]!.entries[0]!, { via: 'homework' });
      homework.push(
        pieceOf({ day, counts: { status: 'counted', day, atMs: acceptedAtMs } }),
        pieceOf({
          submissionId: 'piece-2',
          versions: [
            { version: 1, characters: 0, submittedAtMs: Date.parse('2026-03-04T12:00:00Z') },
            { version: 2, characters: 9, submittedAtMs: Date.parse('2026-03-06T12:00:00Z') },
          ],
          counts: { status: 'none', why: 'past' },
        }),
      );
      handedIn.push({ enrolmentId: BO, submissionId: 'piece-2', version: 2 });
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where a refund came back and was paid by hand, confirmed by the learner', () => {
    const facts = spoil(({ books, charges, entries, toldByHand }) => {
      const [, book] = books;
      book!.refunds[0] = { ...book!.refunds[0]!, amountMinor: 0, status: 'otherwise' };
      book!.charges[0] = { ...book!.charges[0]!, refundedMinor: 0 };
      charges[1]!.refundedMinor = 0;
      book!.paidOutside.push({ reference: 'wire-1', amountMinor: 2_000, state: 'confirmed', countedMinor: 2_000 });
      toldByHand.push({ enrolmentId: BO, reference: 'wire-1', amountMinor: 2_000, answered: 'confirmed' });
      book!.balances = {
        stripe_cash: 4_000,
        organiser_transfers: 500,
        fees_earned: -500,
        forfeit_pool: -2_000,
        paid_outside: -2_000,
      };
      entries[1]!.lines = Object.entries(book!.balances).map(([account, amountMinor]) => ({ account, amountMinor }));
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where the way back of a payment too many failed and a part of it was paid by hand', () => {
    expect(brokenInTheEnd(spoil((facts) => payTooMuchByHand(facts, 1_000)))).toEqual([]);
    expect(brokenInTheEnd(spoil((facts) => payTooMuchByHand(facts, 4_500)))).toEqual([]);
  });

  it('where leave was asked for by somebody who left before it was answered', () => {
    const facts = spoil(({ calendars }) => {
      calendars[1]!.hasLeft = true;
      calendars[1]!.requests = [{ id: 'leave-1', kind: 'leave', isGranted: null }];
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where a bank took the whole payment, what is left of the deposit bore it and the organiser the rest', () => {
    const facts = spoil(({ books, charges, entries, disputes }) => {
      const [, book] = books;
      disputes.push({ ...DISPUTE, status: 'lost', withdrawnMinor: 4_500 });
      book!.disputes.push({ ...BOOKED, withdrawnMinor: 4_500, coveredMinor: 4_000, lossMinor: 500 });
      book!.refunds = [];
      book!.charges[0] = { ...book!.charges[0]!, refundedMinor: 0, lostMinor: 4_500 };
      charges[1]!.refundedMinor = 0;
      book!.balances = { organiser_transfers: 500, fees_earned: -500, forfeit_pool: -2_000, dispute_losses: 2_500 };
      book!.balances['stripe_cash'] = -500;
      entries[1]!.lines = Object.entries(book!.balances).map(([account, amountMinor]) => ({ account, amountMinor }));
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });

  it('where everything of a cancelled member went back', () => {
    const facts = spoil(({ enrolments, calendars, books, charges, transfers, entries, cohortBook, acknowledged }) => {
      transfers[0]!.reversedMinor = 500;
      books[1]!.transfers.push({ number: 2, attempt: 1, reverses: 1, amountMinor: 500, status: 'made' });
      enrolments[1]!.status = 'cancelled';
      calendars[1]!.status = 'cancelled';
      books[1]!.charges[0]!.refundedMinor = 4_500;
      charges[1]!.refundedMinor = 4_500;
      books[1]!.balances = {};
      entries.splice(1, 2);
      books[1]!.ledger = { seq: 0, hash: '0'.repeat(64) };
      Object.assign(cohortBook!, {
        balances: {},
        ledger: { seq: 0, hash: '0'.repeat(64) },
        poolMinor: 0,
        organiserMinor: 0,
      });
      calendars[0]!.bonusMinor = 0;
      books[0] = {
        ...books[0]!,
        refunds: [books[0]!.refunds[0]!],
        bonusMinor: 0,
        balances: { stripe_cash: 500, fees_earned: -500 },
      };
      books[0]!.charges[0]!.refundedMinor = 4_000;
      charges[0]!.refundedMinor = 4_000;
      entries[0]!.lines = [
        { account: 'stripe_cash', amountMinor: 500 },
        { account: 'fees_earned', amountMinor: -500 },
      ];
      acknowledged.splice(4);
    });
    expect(brokenInTheEnd(facts)).toEqual([]);
  });
});

it('names who and what in words', () => {
  const [first] = brokenInTheEnd(
    spoil(({ books }) => {
      books[1]!.refunds[0]!.amountMinor -= 1;
    }),
  );
  expect(first).toEqual({
    invariant: 'entitled_is_sent_or_payable',
    subject: BO,
    detail: '1999 of the deposit sent or payable, entitled to 2000',
  });
  expect(ADA).not.toBe(BO);
});
