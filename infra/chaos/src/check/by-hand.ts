import { sumOf, violation, type BookFacts, type FinalFacts, type Violation } from './facts';

/** In the end: what was told is kept, counts when the learner has confirmed it and never otherwise, and the ledger has just that. */
export function brokenHandPayments({ books, toldByHand }: FinalFacts): Violation[] {
  const broken = (who: string, what: string) => violation('paid_by_hand_when_confirmed', who, what);
  const forgotten = toldByHand.filter(({ enrolmentId, reference, amountMinor, answered }) => {
    const kept = books.find((book) => book.enrolmentId === enrolmentId)?.paidOutside ?? [];
    const own = kept.filter((one) => one.reference === reference);
    return own.length !== 1 || own[0]?.amountMinor !== amountMinor || own[0].state !== (answered ?? 'told');
  });
  return [
    ...forgotten.map(({ enrolmentId, reference, amountMinor, answered }) =>
      broken(
        enrolmentId,
        `${amountMinor} told as ${reference} and ${answered ?? 'not answered'}; the book says otherwise`,
      ),
    ),
    ...books.flatMap(({ enrolmentId, paidOutside, balances }) => {
      const early = paidOutside.filter(
        ({ state, countedMinor, amountMinor }) =>
          countedMinor > amountMinor || countedMinor < 0 || (state !== 'confirmed' && countedMinor !== 0),
      );
      const countedMinor = countedByHand({ paidOutside });
      const bookedMinor = 0 - (balances['paid_outside'] ?? 0);
      return [
        ...early.map((one) => broken(enrolmentId, `counts without a confirmation: ${JSON.stringify(one)}`)),
        ...(bookedMinor === countedMinor
          ? []
          : [broken(enrolmentId, `${bookedMinor} booked, ${countedMinor} confirmed`)]),
      ];
    }),
  ];
}

/** What was paid by hand and confirmed. */
export function countedByHand({ paidOutside }: Pick<BookFacts, 'paidOutside'>): number {
  return sumOf(paidOutside, ({ countedMinor }) => countedMinor);
}

/** The same without what stood in for the way back of a payment too many, which is not part of what a member earns. */
export function countedForMember(book: Pick<BookFacts, 'paidOutside' | 'charges'>): number {
  return Math.max(0, countedByHand(book) - Math.max(0, keptOf(book.charges.slice(1))));
}

/** What of these charges neither went back, nor waits for another way out, nor was taken by the bank. */
export function keptOf(charges: BookFacts['charges']): number {
  return sumOf(
    charges,
    ({ capturedMinor, refundedMinor, payableMinor, lostMinor = 0 }) =>
      capturedMinor - refundedMinor - payableMinor - lostMinor,
  );
}
