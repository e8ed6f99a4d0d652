import { sumOf, violation, type Balances, type EntryFacts, type MomentFacts, type Violation } from './facts';
import { unrecordedTransfers } from './transfers';

const NO_ENTRIES = '0'.repeat(64);
const MEMBERS = new Set(['admitted', 'removed', 'withdrawn', 'completed']);

/** What must hold whenever somebody looks, in the middle of the storm too. */
export function brokenNow(facts: MomentFacts): Violation[] {
  return [...brokenJournals(facts), ...brokenCharges(facts), ...unrecordedTransfers(facts), ...brokenSeats(facts)];
}

/** Each journal balances entry by entry, has no gap and no foreign link, and adds up to what its book shows. */
function brokenJournals({ books, cohortBook, entries }: MomentFacts): Violation[] {
  const shown = new Map(books.map(({ enrolmentId, balances, ledger }) => [enrolmentId, { balances, ledger }]));
  if (cohortBook) shown.set(cohortBook.book, cohortBook);
  const journals = new Map<string, EntryFacts[]>();
  for (const entry of entries) journals.set(entry.book, [...(journals.get(entry.book) ?? []), entry]);
  const homeless = [...journals.keys()].filter((book) => !shown.has(book));
  return [
    ...entries
      .filter(isUnbalanced)
      .map(({ book, seq, lines }) => violation('balanced', `${book} entry ${seq}`, JSON.stringify(lines))),
    ...homeless.map((book) => violation('balances_are_sums', book, 'entries without a book')),
    ...[...shown].flatMap(([book, { balances, ledger }]) =>
      brokenJournal(book, journals.get(book) ?? [], balances, ledger),
    ),
  ];
}

function brokenJournal(
  book: string,
  entries: readonly EntryFacts[],
  balances: Balances,
  ledger: { seq: number; hash: string },
): Violation[] {
  const found: Violation[] = [];
  let head = { seq: 0, hash: NO_ENTRIES };
  const sums: Record<string, number> = {};
  for (const entry of [...entries].sort((left, right) => left.seq - right.seq)) {
    if (entry.seq !== head.seq + 1 || entry.previousHash !== head.hash)
      found.push(violation('journal_unbroken', `${book} entry ${entry.seq}`, `follows entry ${head.seq}`));
    head = { seq: entry.seq, hash: entry.hash };
    for (const { account, amountMinor } of entry.lines) sums[account] = (sums[account] ?? 0) + amountMinor;
  }
  if (head.seq !== ledger.seq || head.hash !== ledger.hash)
    found.push(violation('journal_unbroken', book, `the journal ends at ${head.seq}, the book at ${ledger.seq}`));
  for (const account of new Set([...Object.keys(sums), ...Object.keys(balances)])) {
    const [sumMinor, shownMinor] = [sums[account] ?? 0, balances[account] ?? 0];
    if (sumMinor !== shownMinor)
      found.push(
        violation('balances_are_sums', `${book} ${account}`, `shows ${shownMinor}, its entries say ${sumMinor}`),
      );
  }
  return found;
}

function isUnbalanced({ lines }: EntryFacts): boolean {
  return (
    lines.length < 2 ||
    lines.some(({ amountMinor }) => !Number.isSafeInteger(amountMinor)) ||
    sumOf(lines, ({ amountMinor }) => amountMinor) !== 0
  );
}

/** Per charge never more back than came in, here and at the processor; and the processor does nothing that was not written down before. */
function brokenCharges({ books, charges }: MomentFacts): Violation[] {
  const known = new Map(books.flatMap((book) => book.charges.map((charge) => [charge.paymentIntentId, charge])));
  const ours = [...known.values()].flatMap(
    ({ paymentIntentId, capturedMinor, refundedMinor, inFlightMinor, payableMinor, lostMinor = 0 }) => {
      const isSound =
        Math.min(refundedMinor, inFlightMinor, payableMinor, lostMinor) >= 0 &&
        refundedMinor + inFlightMinor + payableMinor + lostMinor <= capturedMinor;
      return isSound
        ? []
        : [
            violation(
              'within_captured',
              paymentIntentId,
              `${refundedMinor} refunded + ${inFlightMinor} in flight + ${payableMinor} payable of ${capturedMinor}`,
            ),
          ];
    },
  );
  const theirs = charges.flatMap(({ paymentIntentId, capturedMinor, refundedMinor, pendingMinor }) => {
    const charge = known.get(paymentIntentId);
    const recordedMinor = charge ? charge.refundedMinor + charge.inFlightMinor : 0;
    return [
      ...(refundedMinor + pendingMinor > capturedMinor
        ? [
            violation(
              'within_captured',
              paymentIntentId,
              `Stripe: ${refundedMinor} + ${pendingMinor} pending of ${capturedMinor}`,
            ),
          ]
        : []),
      ...(refundedMinor > recordedMinor
        ? [
            violation(
              'sent_is_recorded',
              paymentIntentId,
              `Stripe has sent ${refundedMinor}, recorded are ${recordedMinor}`,
            ),
          ]
        : []),
    ];
  });
  return [...ours, ...theirs];
}

function brokenSeats({ enrolments, capacity }: MomentFacts): Violation[] {
  const members = enrolments.filter(({ status }) => MEMBERS.has(status));
  const numbers = members.map(({ memberNumber }) => memberNumber);
  return [
    ...(members.length > capacity
      ? [violation('not_oversold', 'the cohort', `${members.length} members, ${capacity} seats`)]
      : []),
    ...(new Set(numbers).size < numbers.length || numbers.includes(null)
      ? [violation('not_oversold', 'the cohort', `member numbers ${numbers.join(', ')}`)]
      : []),
  ];
}
