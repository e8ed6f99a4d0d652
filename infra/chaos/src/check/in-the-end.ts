import { brokenNow } from './at-every-instant';
import { expectedSettlement } from './expected';
import { brokenRequests } from './requests';
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
    ...(facts.isCancelled ? keptOfCancelled(facts) : brokenSettlement(facts)),
  ];
}

/** Charge by charge and in all, to the unit, and nothing under way any more. */
function differencesFromStripe({ books, charges }: FinalFacts): Violation[] {
  const known = new Map(books.flatMap((book) => book.charges.map((charge) => [charge.paymentIntentId, charge])));
  const there = new Set(charges.map(({ paymentIntentId }) => paymentIntentId));
  const cashMinor = sumOf(books, ({ balances }) => sumOf(AT_STRIPE_BEFORE_FEES, (account) => balances[account] ?? 0));
  const leftMinor = sumOf(charges, ({ capturedMinor, refundedMinor }) => capturedMinor - refundedMinor);
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
    const hasSeat = book.isPaid && ADMITTED.has(status);
    const mustGoBack = hasSeat ? book.charges.slice(1) : book.charges;
    return mustGoBack
      .filter(isKept)
      .map(({ paymentIntentId, capturedMinor, refundedMinor, payableMinor }) =>
        violation(
          'paid_is_admitted_or_refunded',
          book.enrolmentId,
          `${status}; of ${paymentIntentId} ${refundedMinor} refunded and ${payableMinor} payable of ${capturedMinor}`,
        ),
      );
  });
}

function keptOfCancelled({ books }: FinalFacts): Violation[] {
  return books.flatMap(({ enrolmentId, charges }) =>
    charges
      .filter(isKept)
      .map(({ paymentIntentId, capturedMinor, refundedMinor }) =>
        violation(
          'paid_is_admitted_or_refunded',
          enrolmentId,
          `cancelled with the cohort; ${paymentIntentId} ${refundedMinor} of ${capturedMinor} refunded`,
        ),
      ),
  );
}

function isKept({ capturedMinor, refundedMinor, payableMinor }: BookFacts['charges'][number]): boolean {
  return refundedMinor + payableMinor !== capturedMinor;
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
function brokenSettlement({ policy, calendars, books, cohortBook }: FinalFacts): Violation[] {
  const running = calendars.filter(({ status }) => status !== 'cancelled' && status !== 'waiting');
  const expected = expectedSettlement(policy, running);
  const bookOf = new Map(books.map((book) => [book.enrolmentId, book]));
  const perMember = running.flatMap((calendar): Violation[] => {
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

function notArrived(
  enrolmentId: string,
  book: BookFacts | undefined,
  due: { entitledMinor: number; bonusMinor: number },
): Violation[] {
  if (!book?.isSettled) return [violation('entitled_is_sent_or_payable', enrolmentId, 'its book is not settled')];
  const ofKind = (kind: string) =>
    sumOf(
      book.refunds.filter((refund) => refund.kind === kind),
      ({ amountMinor }) => amountMinor,
    );
  const creditMinor = 0 - (book.balances['learner_credit'] ?? 0);
  const sent = { deposit: ofKind('deposit'), bonus: ofKind('bonus') };
  const open = book.refunds.filter(({ status }) => status !== 'succeeded' && status !== 'failed');
  const payableMinor = 0 - (book.balances['refunds_payable'] ?? 0);
  const frozenMinor = 0 - (book.balances['deposits_frozen'] ?? 0);
  const failedMinor = sumOf(
    book.refunds.filter(({ status }) => status === 'failed'),
    ({ amountMinor }) => amountMinor,
  );
  return [
    ...(sent.deposit === due.entitledMinor
      ? []
      : [
          violation(
            'entitled_is_sent_or_payable',
            enrolmentId,
            `${sent.deposit} of the deposit sent or payable, entitled to ${due.entitledMinor}`,
          ),
        ]),
    ...(sent.bonus + creditMinor === due.bonusMinor && book.bonusMinor === due.bonusMinor
      ? []
      : [
          violation(
            'entitled_is_sent_or_payable',
            enrolmentId,
            `bonus ${sent.bonus} sent or payable + ${creditMinor} credit, the rules say ${due.bonusMinor}`,
          ),
        ]),
    ...(frozenMinor === 0
      ? []
      : [violation('entitled_is_sent_or_payable', enrolmentId, `${frozenMinor} still frozen after every answer`)]),
    ...open.map(({ period, status }) =>
      violation('entitled_is_sent_or_payable', enrolmentId, `refund ${period} is still ${status}`),
    ),
    ...(payableMinor === failedMinor
      ? []
      : [
          violation(
            'entitled_is_sent_or_payable',
            enrolmentId,
            `${payableMinor} payable, but ${failedMinor} of refunds that failed`,
          ),
        ]),
  ];
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
