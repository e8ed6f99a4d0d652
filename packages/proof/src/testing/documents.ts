import type { DayRecord, PublicProof } from '../documents/day-record.ts';
import type { Export, MoneyExport } from '../documents/export.ts';
import type { Receipt } from '../documents/receipt.ts';
import { toHex } from '../bytes.ts';
import { accountName, addHead, dayHash, halvesOf, leafNode, NOTHING_BEFORE, type SumNode } from '../hashes.ts';
import { EMPTY_JOURNAL, entryHash, owedMinor, replayEntries, sha256Text } from '../journal.ts';
import { createParts, halfIndexes, leavesOfPart, type ProvenBalance } from '../parts.ts';
import { treeOf } from './trees.ts';

const ORGANISATION = '00000000-0000-4000-8000-00000000000a';
const LEARNER = '00000000-0000-4000-8000-000000000001';
const COHORT = '00000000-0000-4000-8000-000000000002';
const LEARNERS_PLACE = 3;

export type WholeReceipt = Extract<Receipt, { kind: 'daka.receipt.v1' }>;
export type SplitReceipt = Extract<Receipt, { kind: 'daka.receipt.v2' }>;

export interface Book {
  book: string;
  seq: number;
  head: string;
  balanceMinor: number;
}

/** Days that follow each other, each of some books, with the learner's receipt of each and the public page. */
export function provenDays(
  books: readonly (readonly Book[])[],
  firstDay = '2025-08-04',
): { receipts: WholeReceipt[]; page: PublicProof } {
  const records: DayRecord[] = [];
  const receipts = books.map((ofDay, index): WholeReceipt => {
    const day = new Date(Date.parse(firstDay) + index * 86_400_000).toISOString().slice(0, 10);
    const salts = ofDay.map((_, at) => (at + 1 + index * 1_000).toString(16).padStart(64, '0'));
    const leaves = ofDay.map((book, at) =>
      leafNode({ day, salt: salts[at] ?? '', account: accountName(book), balanceMinor: book.balanceMinor }),
    );
    const { count, root, pathOf } = treeOf(leaves);
    const facts = {
      day,
      organisationId: ORGANISATION,
      currency: 'EUR',
      count,
      sumMinor: root.sumMinor,
      root: toHex(root.hash),
      previousDayHash: records.at(-1)?.dayHash ?? NOTHING_BEFORE,
      ledgerHead: ofDay.reduce(addHead, NOTHING_BEFORE),
    };
    const earlier = records.toReversed();
    records.push({ ...facts, previousDay: records.at(-1)?.day ?? null, dayHash: dayHash(facts) });
    const at = ofDay.findIndex(({ book }) => book === LEARNER);
    const { book, seq, head, balanceMinor } = ofDay[at]!;
    return {
      kind: 'daka.receipt.v1',
      leaf: { index: at, book, seq, head, balanceMinor, salt: salts[at]!, hash: toHex(leaves[at]!.hash) },
      path: pathOf(at).map(({ sumMinor, hash }) => ({ sumMinor, hash: toHex(hash) })),
      day: records.at(-1)!,
      earlier,
    };
  });
  const items = records
    .toReversed()
    .map((record) => ({ ...record, heldMinor: 1, coverageBps: 1, cutAt: '2025-08-08T00:00:00.000Z' }));
  return { receipts, page: { kind: 'daka.proof.v1', organisationId: ORGANISATION, items } };
}

/** A day of so many books in which balances are split, with everybody's receipt in the order of `books`. */
export function splitDay(books: readonly Book[], salts: readonly string[], day = '2025-08-04'): SplitReceipt[] {
  const leaves: SumNode[] = [];
  const placed: { book: ProvenBalance; indexes: [number, number] }[] = [];
  const parts = createParts((part) => {
    leaves.push(...leavesOfPart(part.books, day, { halvesOf }));
    part.books.forEach((book, place) => placed.push({ book, indexes: halfIndexes(part, place) }));
  });
  books.forEach((book, at) => parts.add({ ...book, salt: salts[at] ?? '' }));
  parts.finish();
  const { count, root, pathOf } = treeOf(leaves);
  const facts = {
    day,
    organisationId: ORGANISATION,
    currency: 'EUR',
    count,
    sumMinor: root.sumMinor,
    root: toHex(root.hash),
    previousDayHash: NOTHING_BEFORE,
    ledgerHead: NOTHING_BEFORE,
  };
  const record = { ...facts, previousDay: null, dayHash: dayHash(facts) };
  const halfAt = (index: number) => ({
    index,
    amountMinor: leaves[index]!.sumMinor,
    hash: toHex(leaves[index]!.hash),
    path: pathOf(index).map(({ sumMinor, hash }) => ({ sumMinor, hash: toHex(hash) })),
  });
  return books.map(({ book }) => {
    const { book: leaf, indexes } = placed.find((one) => one.book.book === book)!;
    return {
      kind: 'daka.receipt.v2',
      leaf,
      halves: { first: halfAt(indexes[0]), second: halfAt(indexes[1]) },
      day: record,
      earlier: [],
    };
  });
}

/** Three of five days of 200 each, earned, due and returned: what an honest export looks like. */
export function honestExport(): Export {
  const entries = [
    posted('paid', 'paid:pi_1', '2025-08-01T10:00:00Z', {
      stripe_cash: 1_500,
      fees_deferred: -500,
      deposits_held: -1_000,
    }),
    ...[4, 5, 6].flatMap((date, index) => {
      const period = `2025-08-0${date}`;
      const at = `2025-08-0${date + 1}T00:00:0`;
      return [
        posted(
          'payout_due',
          `payout:${period}`,
          `${at}1Z`,
          { deposits_held: 200, refunds_payable: -200 },
          { period, days: [{ day: period, kind: 'on_time', position: index + 1, weight: 1 }] },
        ),
        posted(
          'refund_sent',
          `refund:${period}:a1:sent`,
          `${at}2Z`,
          { refunds_payable: 200, refunds_in_flight: -200 },
          { period },
        ),
        posted(
          'refunded',
          `refund:${period}:a1:succeeded`,
          `${at}3Z`,
          { refunds_in_flight: 200, stripe_cash: -200 },
          { period, source: `re_${date}` },
        ),
      ];
    }),
  ];
  return {
    kind: 'daka.export.v1',
    calendar: calendar(),
    money: { enrolmentId: LEARNER, statement: statementOf(entries), entries: chained(entries) },
  };
}

/** The learner among others, after so many entries of the honest journal. */
export function booksAfter(entries: MoneyExport['entries'], seq: number, others = 7): Book[] {
  const { head, balances } = replayEntries(entries.slice(0, seq), sha256Text);
  const books = Array.from({ length: others }, (_, at): Book => ({
    book: `other-${at}`,
    seq: 1 + at,
    head: `${at}`.repeat(64).slice(0, 64),
    balanceMinor: at * 100,
  }));
  return books.toSpliced(LEARNERS_PLACE, 0, {
    book: LEARNER,
    seq: head.seq,
    head: head.hash,
    balanceMinor: owedMinor(balances),
  });
}

function calendar(): Export['calendar'] {
  return {
    enrolmentId: LEARNER,
    status: 'open',
    policy: {
      currency: 'EUR',
      entryFeeMinor: 500,
      depositMinor: 1_000,
      startsOn: '2025-08-04',
      days: 5,
      timeZone: 'UTC',
      dayBoundary: 'cohort',
      dayEndsAt: '00:00',
      restDays: { weekdays: [], dates: [] },
      checkIn: { minCharacters: 1, accepts: ['entry'], review: 'auto', aheadDays: 0 },
      makeUp: { windowDays: 0, quota: 0 },
      grace: { days: 0 },
      removal: { per: 'never' },
      refund: { curve: 'flat', cadence: 'daily' },
      forfeits: {
        finishersBps: 10_000,
        organiserBps: 0,
        charityBps: 0,
        sharedBy: 'completed',
        ifNoFinishers: 'organiser',
      },
    },
    learner: { timeZone: 'UTC', excused: [] },
    quitOn: null,
    entries: [4, 5, 6].map((date) => ({
      day: `2025-08-0${date}`,
      acceptedAt: `2025-08-0${date}T12:00:00Z`,
      characters: 9,
      kind: 'on_time' as const,
      rejectedAt: null,
    })),
    hasRestored: false,
    asOf: '2025-08-07T12:00:00Z',
    days: [4, 5, 6, 7, 8].map((date) => ({
      day: `2025-08-0${date}`,
      state: date < 7 ? 'on_time' : date === 7 ? 'open' : 'upcoming',
      amountMinor: date < 7 ? 200 : 0,
    })),
    entitledMinor: 600,
    releasedMinor: 600,
  };
}

type Unchained = Omit<MoneyExport['entries'][number], 'seq' | 'previousHash' | 'hash'>;

function posted(
  kind: string,
  cause: string,
  at: string,
  lines: Record<string, number>,
  more: Partial<Unchained> = {},
): Unchained {
  return {
    _id: `${LEARNER}:${cause}`,
    book: LEARNER,
    cohortId: COHORT,
    currency: 'EUR',
    kind,
    cause,
    atMs: Date.parse(at),
    lines: Object.entries(lines).map(([account, amountMinor]) => ({ account, amountMinor })),
    ...more,
  };
}

function chained(entries: readonly Unchained[]): MoneyExport['entries'] {
  let previousHash = EMPTY_JOURNAL.hash;
  return entries.map((entry, index) => {
    const content = { ...entry, seq: index + 1, previousHash };
    previousHash = entryHash(content, sha256Text);
    return { ...content, hash: previousHash };
  });
}

function statementOf(entries: readonly Unchained[]): MoneyExport['statement'] {
  let heldMinor = 0;
  const lines = entries.map(({ kind, atMs, lines: moves }, index) => {
    heldMinor -= moves.find(({ account }) => account === 'deposits_held')?.amountMinor ?? 0;
    return {
      seq: index + 1,
      at: new Date(atMs).toISOString(),
      kind,
      amountMinor: Math.max(...moves.map(({ amountMinor }) => amountMinor)),
      balanceHeldMinor: heldMinor,
    };
  });
  return {
    currency: 'EUR',
    depositMinor: 1_000,
    paidMinor: 1_500,
    earnedMinor: 600,
    dueMinor: 600,
    refundedMinor: 600,
    bonusPaidMinor: 0,
    inFlightMinor: 0,
    payableMinor: 0,
    creditMinor: 0,
    lines,
  };
}
