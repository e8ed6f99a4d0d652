import { unreachable } from '@daka/contracts';
import { reasonOf } from '../../domain/failure-reason';
import {
  nextTransferStep,
  noteMade,
  noteNotMade,
  noteUnclear,
  type Transfer,
  type Transferring,
} from '../../domain/transfer';
import type { Ports, Processor, SendTransfers, TransferReport, TransferringBook } from '../../ports';

type Needs = Pick<Ports, 'clocks' | 'patience'> & { processor: Pick<Processor, 'transfer' | 'transfersOf'> };

/** One run sends what is under way, begins what is due, and sends that. */
const MAX_STEPS = 10;

/**
 * Does for one book whatever its transfers need now. Everything it knows is in the book: killed anywhere, the next run goes on from there,
 * with the same key and the same words.
 */
export function createSendTransfers(ports: Needs): SendTransfers {
  return async function sendTransfers(of: TransferringBook): Promise<void> {
    let book = await of.load();
    let ours: Transfer | null = null;
    for (let count = 0; book !== null && count < MAX_STEPS; count += 1) {
      const mine = ours;
      const isOurs = (one: Transfer) =>
        mine !== null && one.number === mine.number && one.attempt === mine.attempt && one.tries === 0;
      const step = nextTransferStep(book, ports.clocks.wallMs(), isOurs);
      if (step) {
        book =
          step.type === 'send'
            ? await send(ports, of, book, step.transfer)
            : await lookUp(ports, of, book, step.transfer, 'not found after its key expired');
        continue;
      }
      const before = book;
      book = await of.plan(ports.clocks.now(), ports.patience);
      ours = book.transfers.find((one) => one.status === 'sending' && !before.transfers.includes(one)) ?? null;
      if (ours === null) return;
    }
  };
}

async function send(ports: Needs, of: TransferringBook, book: Transferring, transfer: Transfer): Promise<Transferring> {
  const answer = await ports.processor.transfer({
    ...transfer,
    book: of.name,
    cohortId: of.cohortId,
    currency: of.currency,
    reversedId: reversedBy(book, transfer),
  });
  switch (answer.outcome) {
    case 'answered':
      return made(ports, of, answer.value);
    case 'unclear':
      return unclear(ports, of, transfer, answer.reason);
    case 'refused':
      return lookUp(ports, of, book, transfer, answer.reason);
    default:
      return unreachable(answer, 'outcome');
  }
}

/** A refusal is not yet proof: an earlier call whose answer was lost may have made this very transfer. */
async function lookUp(
  ports: Needs,
  of: TransferringBook,
  book: Transferring,
  transfer: Transfer,
  reason: string,
): Promise<Transferring> {
  let reports: TransferReport[];
  try {
    reports = await ports.processor.transfersOf({ book: of.name, reversedId: reversedBy(book, transfer) });
  } catch (error) {
    return unclear(ports, of, transfer, reasonOf(error));
  }
  const own = reports.find(({ number, attempt }) => number === transfer.number && attempt === transfer.attempt);
  if (own) return made(ports, of, own);
  const { clocks, patience } = ports;
  return of.change((current) => noteNotMade(current, transfer, reason, clocks.now(), patience));
}

function made({ clocks }: Needs, of: TransferringBook, report: TransferReport): Promise<Transferring> {
  return of.change((current) => noteMade(current, report, report.processorId, clocks.now()));
}

function unclear(
  { clocks, patience }: Needs,
  of: TransferringBook,
  transfer: Transfer,
  reason: string,
): Promise<Transferring> {
  return of.change((current) => noteUnclear(current, transfer, reason, clocks.now(), patience));
}

/** The processor's id of the transfer that is taken back. */
function reversedBy({ transfers }: Transferring, { reverses }: Transfer): string | null {
  return reverses === null ? null : (transfers.find(({ number }) => number === reverses)?.processorId ?? null);
}
