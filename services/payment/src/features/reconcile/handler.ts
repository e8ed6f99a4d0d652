import { randomUUID } from 'node:crypto';
import type { Book } from '../../domain/book';
import { type Finding, judge } from '../../domain/reconcile/judge';
import { createTally, type Report } from '../../domain/reconcile/report';
import { causesOf, doAgree, type LedgerSide, netOf, type ProcessorSide } from '../../domain/reconcile/sides';
import { createPayouts } from '../../domain/reconcile/payouts';
import type {
  AllAccountBooks,
  Books,
  Cash,
  Clocks,
  Marks,
  MovementFeed,
  Movements,
  Reconciliations,
  StripeAccounts,
} from '../../ports';
import { sideBySide } from '../../side-by-side';
import { createNotebook } from './notebook';

export interface ReconcilePorts {
  feed: MovementFeed;
  movements: Movements;
  cash: Cash;
  books: Pick<Books, 'load'>;
  reconciliations: Reconciliations;
  marks: Marks;
  clocks: Pick<Clocks, 'wallMs'>;
  accounts: Pick<StripeAccounts, 'all'>;
  accountBooks: AllAccountBooks;
  graceMs: number;
}

export interface ReconcileOptions {
  /** Fetches everything anew instead of what came since the last run. */
  isFull?: boolean;
  signal?: AbortSignal;
  onFinding?(finding: Finding): void;
}

/** Balance transactions that the processor lists late are still seen. */
const OVERLAP_MS = 6 * 3_600_000;
/** Sources of one run about which the processor is asked once more. */
const MAX_ASKED = 500;

/** Compares every balance transaction of the processor with the ledger, source by source, to the unit. It changes nothing in either. */
export function createReconcile(ports: ReconcilePorts) {
  const { movements, cash, reconciliations, clocks } = ports;
  return async function reconcile({ isFull = false, signal, onFinding }: ReconcileOptions = {}): Promise<Report> {
    const [id, startedAtMs] = [randomUUID(), clocks.wallMs()];
    const notebook = createNotebook(reconciliations, id, startedAtMs);
    const tally = createTally();
    const note = async (finding: Finding | null) => {
      if (finding === null) return;
      tally.addFinding(finding);
      onFinding?.(finding);
      await notebook.add(finding);
    };

    await fetchMovements(ports, id, startedAtMs, isFull, signal);
    const examine = createExamine(ports, id);
    const payouts = createPayouts();
    for await (const { key, left, right } of sideBySide(
      movements.bySource(),
      cash.bySource(),
      (side) => side.source,
      ({ source }) => source,
    )) {
      signal?.throwIfAborted();
      if (left?.kind === 'outside') payouts.add(left);
      if (left?.kind === 'received' && right === null) {
        payouts.receive(left);
        continue;
      }
      const isClear = left?.kind !== 'outside' && doAgree(left, right?.side ?? null);
      const { processor, ledger, book } = isClear
        ? { processor: left, ledger: right?.side ?? null, book: null }
        : await examine(key, left);
      tally.addSides(withNet(processor), withNet(ledger));
      if (!isClear)
        await note(judge({ source: key, processor, ledger, book, wallAtMs: clocks.wallMs(), graceMs: ports.graceMs }));
    }
    for await (const { book, cause, side } of unsourced(ports, id, startedAtMs)) {
      tally.addSides(null, withNet(side));
      await note(
        judge({
          source: `${book}:${cause}`,
          processor: null,
          ledger: side,
          book: await ports.books.load(book),
          wallAtMs: clocks.wallMs(),
          graceMs: ports.graceMs,
        }),
      );
    }

    for (const finding of payouts.beyond(await ports.accountBooks.all())) await note(finding);

    const report: Report = {
      id,
      startedAtMs,
      ...tally.counted(),
      notKept: await notebook.close(),
      finishedAtMs: clocks.wallMs(),
    };
    await reconciliations.finish(report);
    return report;
  };
}

/** The mark moves only once everything before it is in the copy. */
async function fetchMovements(
  { feed, movements, marks, accounts }: ReconcilePorts,
  run: string,
  startedAtMs: number,
  isFull: boolean,
  signal?: AbortSignal,
): Promise<void> {
  for (const account of await accountsOf(accounts)) {
    const mark = `movements:${account}`;
    const seenMs = isFull ? null : await marks.load(mark);
    for await (const page of feed.since(account, seenMs === null ? null : seenMs - OVERLAP_MS)) {
      signal?.throwIfAborted();
      await movements.put(page, run);
    }
    await marks.save(mark, startedAtMs);
  }
  if (isFull) await movements.forgetAllBut(run);
}

/** The processor's accounts, as its movements name them: the platform's own has no name. */
async function accountsOf(accounts: Pick<StripeAccounts, 'all'>): Promise<readonly string[]> {
  return ['', ...(await accounts.all())];
}

interface Examined {
  processor: ProcessorSide | null;
  ledger: LedgerSide | null;
  book: Book | null;
}

/** Both sides were read at different instants: before a source counts as different, both are read once more, the processor's from the processor. */
function createExamine({ feed, movements, cash, books, accounts }: ReconcilePorts, run: string) {
  let asked = 0;

  async function ledgerOf(source: string, processor: ProcessorSide | null): Promise<LedgerSide | null> {
    return cash.ofSource(source, processor?.enrolmentId ?? null, processor === null ? [] : causesOf(processor));
  }

  async function askAgain(source: string, known: ProcessorSide | null): Promise<ProcessorSide | null> {
    for (const account of known === null ? await accountsOf(accounts) : [known.account]) {
      const found = await feed.ofSource(account, source);
      if (found.length === 0) continue;
      await movements.put(found, run);
      return movements.ofSource(source);
    }
    await movements.forgetSource(source);
    return null;
  }

  return async function examine(source: string, seen: ProcessorSide | null): Promise<Examined> {
    let processor = seen;
    let ledger = await ledgerOf(source, processor);
    if (processor?.kind !== 'outside' && !doAgree(processor, ledger) && asked < MAX_ASKED) {
      asked += 1;
      processor = await askAgain(source, processor);
      ledger = await ledgerOf(source, processor);
    }
    return { processor, ledger, book: await bookOf({ books, cash }, processor, ledger) };
  };
}

/** By what its source says; a refund made by hand says nothing, but its charge is in a book. */
async function bookOf(
  { books, cash }: Pick<ReconcilePorts, 'books' | 'cash'>,
  processor: ProcessorSide | null,
  ledger: LedgerSide | null,
): Promise<Book | null> {
  for (const id of [
    ledger?.book,
    processor?.enrolmentId,
    processor?.book,
    processor?.chargeId && (await cash.bookOf(processor.chargeId)),
  ]) {
    const book = id ? await books.load(id) : null;
    if (book) return book;
  }
  return null;
}

/** Entries that name no source and that no movement stands for, looked for once more after a last fetch. */
async function* unsourced(ports: ReconcilePorts, run: string, startedAtMs: number) {
  let isFresh = false;
  for await (const entry of ports.cash.unsourced()) {
    if (await ports.movements.hasUnsourced(entry.book, entry.cause)) continue;
    if (!isFresh) await fetchMovements(ports, run, startedAtMs, false);
    isFresh = true;
    if (!(await ports.movements.hasUnsourced(entry.book, entry.cause))) yield entry;
  }
}

function withNet<T extends { currency: string; grossMinor: number; feeMinor: number }>(
  side: T | null,
): { currency: string; netMinor: number } | null {
  return side && { currency: side.currency, netMinor: netOf(side) };
}
