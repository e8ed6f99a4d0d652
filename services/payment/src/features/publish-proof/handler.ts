import { iso } from '@daka/contracts';
import type { Hashing } from '@daka/proof';
import type { Logger } from '@daka/service-kit';
import { assembleProof } from '../../domain/proof/assemble';
import { cutOf, nextDueDay } from '../../domain/proof/days';
import { custodyOf, type ProcessorBalance } from '../../domain/proof/custody';
import type {
  AllAccountBooks,
  BookAtCut,
  Clocks,
  Coverages,
  Decisions,
  Processor,
  ProofRun,
  Proofs,
  Snapshots,
} from '../../ports';

interface Ports {
  snapshots: Snapshots;
  proofs: Proofs;
  accountBooks: AllAccountBooks;
  processor: Pick<Processor, 'balanceOf'>;
  coverages: Pick<Coverages, 'note'>;
  decisions: Pick<Decisions, 'chain' | 'toProve'>;
  clocks: Clocks;
  /** 32 bytes in hexadecimal that nobody can guess. */
  newSalt(): string;
  hashing: Hashing;
  logger: Pick<Logger, 'error'>;
}

/** Proves every UTC day that has ended, for every organisation, in order and once. Stops between two days when it is told to. */
export function createPublishProofs(ports: Ports) {
  const { snapshots, proofs, clocks, logger } = ports;

  async function catchUp(organisationId: string, signal: AbortSignal): Promise<void> {
    let lastDay = await proofs.lastDay(organisationId);
    const firstAtMs = lastDay === null ? await snapshots.firstEntryAtMs(organisationId) : null;
    for (
      let day = nextDueDay(lastDay, firstAtMs, clocks.now().atMs);
      day !== null && !signal.aborted;
      day = nextDueDay(lastDay, firstAtMs, clocks.now().atMs)
    ) {
      if (!(await publishDay(ports, organisationId, day))) return;
      lastDay = day;
    }
  }

  return async function publishProofs(signal: AbortSignal): Promise<void> {
    for (const organisationId of await snapshots.organisations()) {
      if (signal.aborted) return;
      // One organisation whose books cannot be proven must not hide the deposits of the others.
      await catchUp(organisationId, signal).catch((err: unknown) =>
        logger.error({ err, organisationId }, 'the deposits of a day cannot be proven'),
      );
    }
  };
}

type Assembling = ReturnType<typeof assembleProof>;

/** One pass over the books; a proof for each currency. False: another instance was faster. */
async function publishDay(ports: Ports, organisationId: string, day: string): Promise<boolean> {
  const { snapshots, proofs, coverages, decisions } = ports;
  const cutAtMs = cutOf(day);
  const run = await proofs.begin(organisationId, day);
  const byCurrency = new Map<string, Assembling>();
  try {
    for await (const books of snapshots.learnersBooks(organisationId, cutAtMs)) {
      addBooks(ports, { run, day, byCurrency }, books);
      await run.relieve();
    }
    for await (const books of snapshots.cohortsBooks(organisationId, cutAtMs)) {
      for (const { book, currency, snapshot } of books)
        if (snapshot.head.seq > 0) byCurrency.get(currency)?.addJournal(book, snapshot);
    }
    const seen = await readCustody(ports, organisationId);
    await decisions.chain();
    const logs = await decisions.toProve(organisationId);
    const days = [];
    for (const [currency, proof] of byCurrency) {
      const before = await proofs.latest(organisationId, currency);
      days.push(
        proof.finish({
          organisationId,
          currency,
          previousDay: before?.day ?? null,
          previousDayHash: before?.dayHash ?? null,
          cutAtMs,
          seen: seen(currency),
          decisions: logs.filter((log) => log.currency === currency),
        }),
      );
    }
    // First: a crash between the two must not keep a shortage from being told. Said again, it is not.
    await coverages.note(organisationId, days);
    if (await run.publish(days)) return true;
  } catch (error) {
    await run.drop();
    throw error;
  }
  await run.drop();
  return false;
}

/** Books and balances of one instant: each account that has the organisation's money is asked what it has. One that may not be asked has nothing. */
async function readCustody({ accountBooks, processor, clocks }: Ports, organisationId: string) {
  const books = await accountBooks.all();
  const accounts = books.filter((one) => one.organisationId === organisationId).map(({ account }) => account);
  const balances = new Map<string, readonly ProcessorBalance[]>();
  for (const account of new Set(accounts))
    balances.set(account, (await processor.balanceOf(account === '' ? null : account)) ?? []);
  const readAt = iso(clocks.wallMs());
  return (currency: string) => ({ readAt, accounts: custodyOf({ organisationId, currency }, books, balances) });
}

interface Proving {
  run: ProofRun;
  day: string;
  byCurrency: Map<string, Assembling>;
}

function addBooks({ newSalt, hashing }: Ports, { run, day, byCurrency }: Proving, books: readonly BookAtCut[]): void {
  for (const { book, currency, snapshot } of books) {
    if (snapshot.head.seq === 0) continue;
    let proof = byCurrency.get(currency);
    if (!proof) {
      proof = assembleProof({
        day,
        onNode: (level, index, node) => run.keepNode(currency, level, index, node),
        onPart: (part) => run.keepPart(currency, part),
        newSalt,
        hashing,
      });
      byCurrency.set(currency, proof);
    }
    proof.addBook(book, snapshot);
  }
}
