import { sumOf, violation, type Balances, type MomentFacts, type TransferFacts, type Violation } from './facts';

interface Place {
  transfers: readonly TransferFacts[];
  balances: Balances;
  /** What the organiser may have of it. */
  dueMinor: number;
}

/** The processor sends nothing to the organiser that was not written down before, and nothing twice. */
export function unrecordedTransfers(facts: MomentFacts): Violation[] {
  const places = placesOf(facts);
  const seen = new Set<string>();
  return facts.transfers.flatMap(({ book, number, attempt, amountMinor }) => {
    const name = `${book} transfer ${number}`;
    const isTwice = seen.has(name);
    seen.add(name);
    const own = places.get(book)?.transfers.find((one) => one.number === number && one.reverses === null);
    const isRecorded = own?.attempt === attempt && own.amountMinor === amountMinor && own.status !== 'failed';
    return isRecorded && !isTwice
      ? []
      : [violation('transfer_is_recorded', name, `${amountMinor} at Stripe, ours ${JSON.stringify(own ?? null)}`)];
  });
}

/** In the end: what the organiser has by the ledger is what Stripe has sent, and no more than the rules give; nothing of what came to nothing. */
export function undueTransfers(facts: MomentFacts): Violation[] {
  return [...placesOf(facts)].flatMap(([book, { transfers, balances, dueMinor }]) => {
    const bookedMinor = balances['organiser_transfers'] ?? 0;
    const sentMinor = sumOf(
      facts.transfers.filter((one) => one.book === book),
      ({ amountMinor, reversedMinor }) => amountMinor - reversedMinor,
    );
    const isSound =
      bookedMinor === sentMinor &&
      bookedMinor >= 0 &&
      bookedMinor <= dueMinor &&
      transfers.every(({ status }) => status !== 'sending');
    return isSound
      ? []
      : [
          violation(
            'organiser_has_due_only',
            book,
            `${bookedMinor} by the ledger, ${sentMinor} at Stripe, due are ${dueMinor}: ${JSON.stringify(transfers)}`,
          ),
        ];
  });
}

function placesOf({ books, cohortBook }: MomentFacts): Map<string, Place> {
  const places = new Map<string, Place>(
    books.map(({ enrolmentId, transfers, balances }) => {
      const feesMinor = 0 - (balances['fees_earned'] ?? 0) - (balances['processor_fees'] ?? 0);
      return [enrolmentId, { transfers, balances, dueMinor: Math.max(0, feesMinor) }];
    }),
  );
  if (cohortBook) places.set(cohortBook.book, { ...cohortBook, dueMinor: cohortBook.organiserMinor });
  return places;
}
