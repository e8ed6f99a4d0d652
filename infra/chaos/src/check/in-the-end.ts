import { brokenNow } from './at-every-instant';
import { expectedSettlement } from './expected';
import { notArrived } from './arrived';
import { brokenHandPayments, countedByHand, keptOf } from './by-hand';
import { brokenDisputes } from './disputes';
import { brokenHomework } from './homework';
import { brokenJoining } from './joined';
import { brokenRequests } from './requests';
import { undulyShared } from './shared';
import { undueTransfers } from './transfers';
import { sumOf, violation, type BookFacts, type FinalFacts, type Violation } from './facts';

/** What is at Stripe, what Stripe has kept of it, and what went on to the organiser. A kind of money that leaves Stripe otherwise has its account here too. */
const AT_STRIPE_BEFORE_FEES = ['stripe_cash', 'processor_fees', 'organiser_transfers'] as const;
const ADMITTED = new Set(['admitted', 'removed', 'withdrawn', 'completed']);

/** What must hold once the storm is over and all is quiet. */
export function brokenInTheEnd(facts: FinalFacts): Violation[] {
  return [
    ...brokenNow(facts),
    ...differencesFromStripe(facts),
    ...undueTransfers(facts),
    ...paidForNothing(facts),
    ...brokenCheckIns(facts),
    ...brokenRequests(facts),
    ...brokenHomework(facts),
    ...brokenJoining(facts),
    ...brokenHandPayments(facts),
    ...brokenDisputes(facts),
    ...undulyShared(facts, expectedSettlement(facts.policy, running(facts))),
    ...(facts.isCancelled ? keptOfCancelled(facts) : brokenSettlement(facts)),
  ];
}

/** Charge by charge and in all, to the unit, and nothing under way any more. */
function differencesFromStripe({ books, charges, disputes }: FinalFacts): Violation[] {
  const known = new Map(books.flatMap((book) => book.charges.map((charge) => [charge.paymentIntentId, charge])));
  const there = new Set(charges.map(({ paymentIntentId }) => paymentIntentId));
  const cashMinor = sumOf(books, ({ balances }) => sumOf(AT_STRIPE_BEFORE_FEES, (account) => balances[account] ?? 0));
  const leftMinor =
    sumOf(charges, ({ capturedMinor, refundedMinor }) => capturedMinor - refundedMinor) -
    sumOf(disputes, ({ withdrawnMinor }) => withdrawnMinor);
  return [
    ...charges.flatMap((theirs) => {
      const ours = known.get(theirs.paymentIntentId);
      const isEqual =
        ours &&
        ours.capturedMinor === theirs.capturedMinor &&
        ours.refundedMinor === theirs.refundedMinor &&
        ours.inFlightMinor === 0 &&
        theirs.pendingMinor === 0;
      return isEqual
        ? []
        : [
            violation(
              'ledger_equals_stripe',
              theirs.paymentIntentId,
              `ours ${JSON.stringify(ours ?? null)}, Stripe's ${JSON.stringify(theirs)}`,
            ),
          ];
    }),
    ...[...known.keys()]
      .filter((id) => !there.has(id))
      .map((id) => violation('ledger_equals_stripe', id, 'a charge that Stripe does not know')),
    ...(cashMinor === leftMinor
      ? []
      : [violation('ledger_equals_stripe', 'stripe_cash', `${cashMinor} in the ledger, ${leftMinor} at Stripe`)]),
  ];
}

/** Whoever paid is a member, or has everything back (or waiting for another way out); a payment too many always goes back. */
function paidForNothing({ books, enrolments }: FinalFacts): Violation[] {
  const statusOf = new Map(enrolments.map(({ enrolmentId, status }) => [enrolmentId, status]));
  return books.flatMap((book) => {
    const status = statusOf.get(book.enrolmentId) ?? 'unknown';
    const hasSeat = book.paidAtMs !== null && ADMITTED.has(status);
    return kept(book, hasSeat ? book.charges.slice(1) : book.charges, status);
  });
}

function keptOfCancelled({ books }: FinalFacts): Violation[] {
  return books.flatMap((book) => kept(book, book.charges, 'cancelled with the cohort'));
}

/** What neither went back, nor waits for another way out, nor was taken by the bank, nor was paid by hand. */
function kept(book: BookFacts, charges: BookFacts['charges'], why: string): Violation[] {
  const keptMinor = keptOf(charges);
  // Of those charges nobody needs to be paid by hand for more than was kept back.
  const handMinor = Math.min(Math.max(0, keptMinor), countedByHand(book));
  return keptMinor === handMinor
    ? []
    : [
        violation(
          'paid_is_admitted_or_refunded',
          book.enrolmentId,
          `${why}; ${keptMinor - handMinor} are kept of ${JSON.stringify(charges)}`,
        ),
      ];
}

/** What was acknowledged is there, and what is there was asked for. */
function brokenCheckIns({ acknowledged, asked, calendars }: FinalFacts): Violation[] {
  const nameOf = (enrolmentId: string, day: string) => `${enrolmentId} ${day}`;
  const kept = new Set(
    calendars.flatMap(({ enrolmentId, entries }) => entries.map(({ day }) => nameOf(enrolmentId, day))),
  );
  const wanted = new Set(asked.map(({ enrolmentId, day }) => nameOf(enrolmentId, day)));
  return [
    ...acknowledged
      .filter(({ enrolmentId, day }) => !kept.has(nameOf(enrolmentId, day)))
      .map(({ enrolmentId, day }) => violation('acknowledged_is_kept', enrolmentId, `the check-in of ${day} is gone`)),
    ...[...kept]
      .filter((name) => !wanted.has(name))
      .map((name) => violation('acknowledged_is_kept', name, 'nobody asked for this check-in')),
  ];
}

/** Entitlements, shares of the pool and what arrived, beside what the rules say. */
function brokenSettlement(facts: FinalFacts): Violation[] {
  const { policy, books, cohortBook } = facts;
  const expected = expectedSettlement(policy, running(facts));
  const bookOf = new Map(books.map((book) => [book.enrolmentId, book]));
  const perMember = running(facts).flatMap((calendar): Violation[] => {
    const { enrolmentId, outcome, bonusMinor } = calendar;
    const due = expected.members.get(enrolmentId) ?? { entitledMinor: 0, bonusMinor: 0 };
    const isFollowed = outcome?.entitledMinor === due.entitledMinor && bonusMinor === due.bonusMinor;
    return [
      ...(isFollowed
        ? []
        : [
            violation(
              'rules_are_followed',
              enrolmentId,
              `settled ${JSON.stringify({ outcome, bonusMinor })}, the rules say ${JSON.stringify(due)}`,
            ),
          ]),
      ...notArrived(enrolmentId, bookOf.get(enrolmentId), due),
    ];
  });
  return [...perMember, ...brokenPool(books, cohortBook, expected)];
}

function running({ calendars }: FinalFacts) {
  return calendars.filter(({ status }) => status !== 'cancelled' && status !== 'waiting');
}

/** Every forfeited unit is somebody's. */
function brokenPool(
  books: readonly BookFacts[],
  cohortBook: FinalFacts['cohortBook'],
  expected: ReturnType<typeof expectedSettlement>,
): Violation[] {
  const { poolMinor, organiserMinor, charityMinor } = cohortBook ?? {
    poolMinor: 0,
    organiserMinor: 0,
    charityMinor: 0,
  };
  const restMinor =
    sumOf(books, ({ balances }) => balances['forfeit_pool'] ?? 0) + (cohortBook?.balances['forfeit_pool'] ?? 0);
  const isShared =
    poolMinor === expected.poolMinor &&
    organiserMinor === expected.organiserMinor &&
    charityMinor === expected.charityMinor;
  return [
    ...(restMinor === 0 ? [] : [violation('pool_is_shared', 'forfeit_pool', `${restMinor} are nobody's`)]),
    ...(isShared
      ? []
      : [
          violation(
            'pool_is_shared',
            'the cohort',
            `shared ${poolMinor}, ${organiserMinor}, ${charityMinor}; the rules say ${expected.poolMinor}, ${expected.organiserMinor}, ${expected.charityMinor}`,
          ),
        ]),
  ];
}
