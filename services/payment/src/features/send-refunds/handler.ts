import { unreachable } from '@daka/contracts';
import type { Book, Refund } from '../../domain/book';
import { accountOf } from '../../domain/charge';
import { reasonOf } from '../../domain/failure-reason';
import {
  nextRefundStep,
  noteNotMade,
  noteReport,
  noteUnclear,
  type RefundReport,
  startRefund,
} from '../../domain/send-refund';
import type { Ports as AllPorts, FindDisputes } from '../../ports';

type Ports = Pick<AllPorts, 'books' | 'processor' | 'clocks' | 'patience'> & { findDisputes: FindDisputes };

/** Bound of one run; what is left then is found again by its due time. */
const MAX_STEPS = 50;
/** The processor's word for a charge that is disputed; its webhook may be lost. */
const DISPUTED = 'charge_disputed';

/**
 * Does for one enrolment whatever its refunds need now, step after step. Everything it knows is in the book:
 * killed anywhere, the next run goes on from there.
 * `isFresh`: the refund was written as `sending` by this process a moment ago and waits for its first call.
 */
export function createSendRefunds(ports: Ports) {
  const { books, clocks } = ports;
  return async function sendRefunds(enrolmentId: string, isFresh: boolean): Promise<void> {
    let book = await books.load(enrolmentId);
    let mayCall = isFresh;
    for (let count = 0; book !== null && count < MAX_STEPS; count += 1) {
      const canCallNow = mayCall;
      const step = nextRefundStep(
        book,
        { wallAtMs: clocks.wallMs() },
        (refund) => canCallNow && refund.status === 'sending' && refund.tries === 0,
      );
      if (step === null) return;
      book = await perform(ports, book, step);
      // What this run itself has written as `sending` is its own to call.
      mayCall = true;
    }
  };
}

async function perform(
  ports: Ports,
  book: Book,
  { type, refund }: NonNullable<ReturnType<typeof nextRefundStep>>,
): Promise<Book> {
  switch (type) {
    case 'start':
      return start(ports, book, refund);
    case 'send':
      return send(ports, book, refund);
    case 'look-up':
      return lookUp(ports, book, refund, 'not_found_after_its_key_expired', true);
    case 'check':
      return check(ports, book, refund);
    default:
      return unreachable(type, 'step');
  }
}

async function start({ books, clocks, patience }: Ports, { enrolmentId }: Book, { period }: Refund): Promise<Book> {
  const { state } = await books.change(enrolmentId, (book) => startRefund(book, period, clocks.now(), patience));
  return state;
}

async function send(ports: Ports, book: Book, refund: Refund): Promise<Book> {
  const { enrolmentId } = book;
  const { period, attempt, paymentIntentId, amountMinor } = refund;
  const answer = await ports.processor.refund({
    enrolmentId,
    period,
    attempt,
    paymentIntentId,
    amountMinor,
    accountId: accountOf(book, paymentIntentId),
  });
  switch (answer.outcome) {
    case 'answered':
      return apply(ports, book, answer.value);
    case 'unclear':
      return unclear(ports, book, refund, answer.reason);
    case 'refused':
      return lookUp(ports, book, refund, answer.reason, answer.mayRetry);
    default:
      return unreachable(answer, 'step');
  }
}

/** A refusal is not yet proof: an earlier call whose answer was lost may have made this very refund. */
async function lookUp(ports: Ports, book: Book, refund: Refund, reason: string, mayRetry: boolean): Promise<Book> {
  const { books, processor, clocks, patience } = ports;
  const accountId = accountOf(book, refund.paymentIntentId);
  let reports: RefundReport[];
  try {
    reports = await processor.refundsOf(refund.paymentIntentId, accountId);
    if (reason.startsWith(DISPUTED)) await ports.findDisputes(refund.paymentIntentId, accountId);
  } catch (error) {
    return unclear(ports, book, refund, reasonOf(error));
  }
  const own = reports.find(
    ({ enrolmentId, period, attempt }) =>
      enrolmentId === book.enrolmentId && period === refund.period && attempt === refund.attempt,
  );
  if (own) return apply(ports, book, own);
  const { state } = await books.change(book.enrolmentId, (current) =>
    noteNotMade(current, refund, reason, mayRetry, clocks.now(), patience),
  );
  return state;
}

async function check(ports: Ports, book: Book, refund: Refund): Promise<Book> {
  const { period, attempt, processorRefundId, paymentIntentId } = refund;
  const accountId = accountOf(book, paymentIntentId);
  if (processorRefundId === null) throw new Error(`pending refund ${period} of ${book.enrolmentId} has no id`);
  // Nobody to ask: still pending as far as anybody knows, and asked again later.
  const report = await ports.processor
    .refundById(processorRefundId, accountId)
    .catch((): RefundReport => ({
      processorRefundId,
      enrolmentId: book.enrolmentId,
      period,
      attempt,
      status: 'pending',
      reason: null,
      ...(accountId === null ? {} : { accountId }),
    }));
  return apply(ports, book, report);
}

async function apply({ books, clocks, patience }: Ports, { enrolmentId }: Book, report: RefundReport): Promise<Book> {
  const { state } = await books.change(enrolmentId, (book) => noteReport(book, report, clocks.now(), patience));
  return state;
}

async function unclear(
  { books, clocks, patience }: Ports,
  { enrolmentId }: Book,
  refund: Refund,
  reason: string,
): Promise<Book> {
  const { state } = await books.change(enrolmentId, (book) =>
    noteUnclear(book, refund, reason, clocks.now(), patience),
  );
  return state;
}
