import { sumOf, violation, type BookFacts, type FinalFacts, type Violation } from './facts';

const DECIDED = new Set(['won', 'lost']);

/** In the end: the books say of each dispute what the processor says, and who bears what a lost one took. */
export function brokenDisputes({ books, disputes }: FinalFacts): Violation[] {
  const broken = (who: string, what: string) => violation('disputes_are_booked', who, what);
  return [
    ...disputes.flatMap((theirs) => {
      const book = books.find(({ enrolmentId }) => enrolmentId === theirs.enrolmentId);
      const ours = book?.disputes.find(({ disputeId }) => disputeId === theirs.disputeId);
      const isSame =
        ours !== undefined &&
        ours.status === (DECIDED.has(theirs.status) ? theirs.status : 'open') &&
        ours.withdrawnMinor === theirs.withdrawnMinor &&
        ours.feeMinor === theirs.feeMinor;
      return isSame
        ? []
        : [broken(theirs.enrolmentId, `ours ${JSON.stringify(ours ?? null)}, Stripe's ${JSON.stringify(theirs)}`)];
    }),
    ...books.flatMap((book) => [
      ...book.disputes
        .filter(({ disputeId }) => !disputes.some((theirs) => theirs.disputeId === disputeId))
        .map(({ disputeId }) => broken(book.enrolmentId, `${disputeId} is unknown to Stripe`)),
      ...unborne(book).map((what) => broken(book.enrolmentId, what)),
    ]),
  ];
}

/** Whether somebody has lost a dispute's money. */
export function lostDispute({ disputes }: Pick<BookFacts, 'disputes'>): boolean {
  return disputes.some(({ status }) => status === 'lost');
}

function unborne({ disputes, balances }: BookFacts): string[] {
  const openMinor = sumOf(
    disputes.filter(({ status }) => status === 'open'),
    ({ withdrawnMinor }) => withdrawnMinor,
  );
  const bookedMinor = balances['disputes_open'] ?? 0;
  return [
    ...(bookedMinor === openMinor ? [] : [`${bookedMinor} booked as in dispute, ${openMinor} are`]),
    ...disputes
      .filter(({ status }) => DECIDED.has(status))
      .filter(({ withdrawnMinor, coveredMinor, lossMinor }) => coveredMinor + lossMinor !== withdrawnMinor)
      .map((one) => `nobody bears all of ${JSON.stringify(one)}`),
  ];
}
