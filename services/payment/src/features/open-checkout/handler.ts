import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, type Refused, refuse } from '@daka/contracts';
import type { Book, CheckoutSession, Patience } from '../../domain/book';
import { type CheckoutRefusal, noteNotOpened, noteOpened, planCheckout, usableSession } from '../../domain/checkout';
import type { Books, Clocks, Cohorts, Processor } from '../../ports';

interface Ports {
  books: Books; cohorts: Cohorts; processor: Processor; clocks: Clocks; patience: Patience; publicOrigin: string;
  /** Waits before a call is repeated; default: by the wall clock. */
  pause?(ms: number): Promise<unknown>;
}

interface OpenCheckout { enrolmentId: string; successUrl?: string | undefined; cancelUrl?: string | undefined }
export interface Checkout { sessionId: string | null; url: string | null; amountMinor: number; currency: string; expiresAt: string | null }
type Refusal = Refused<CheckoutRefusal | 'payment_provider_unavailable'>;

/** A session that was frozen too long ago to be opened is given up once and replaced by a new one. */
const MAX_ROUNDS = 2;
/** For the twin of a request that holds the key at this moment. */
const MAX_CALLS = 3;
const CALL_AGAIN_MS = 200;

/** Gives the learner a place to pay: plan it, open it at the processor, remember it. Asked again, the same session. */
export function createOpenCheckout(ports: Ports) {
  const { books, cohorts, clocks, publicOrigin } = ports;
  return async function openCheckout({ enrolmentId, ...urls }: OpenCheckout): Promise<Refusal | Checkout> {
    const successUrl = urls.successUrl ?? `${publicOrigin}/enrolments/${enrolmentId}?payment=done`;
    const back = { successUrl, cancelUrl: urls.cancelUrl ?? `${publicOrigin}/enrolments/${enrolmentId}?payment=cancelled` };
    const coolingOff = await cohorts.coolingOffOf((await books.load(enrolmentId))?.cohortId ?? '');
    let why = '';
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
      const planned = await books.change(enrolmentId, (book) => planCheckout(book, back, coolingOff, clocks.now()));
      if (isRefused(planned)) return planned;
      const session = usableSession(planned.state, clocks.now());
      if (!session) return nothingToPay(planned.state, successUrl);
      const opened = session.status === 'open' ? session : await open(ports, enrolmentId, session);
      if (isRefused(opened)) return opened;
      if (typeof opened !== 'string') return shown(opened);
      why = opened;
    }
    return refuse('amount_not_payable', why);
  };
}

/** Opens a planned session; a text says why the processor would not have it. */
async function open({ books, processor, clocks, patience, pause = sleep }: Ports, enrolmentId: string, session: CheckoutSession): Promise<Refused<'payment_provider_unavailable'> | CheckoutSession | string> {
  const { number, request } = session;
  let answer = await processor.openCheckout(enrolmentId, number, request);
  for (let call = 1; answer.outcome === 'unclear' && call < MAX_CALLS; call += 1) {
    await pause(call * CALL_AGAIN_MS);
    answer = await processor.openCheckout(enrolmentId, number, request);
  }
  switch (answer.outcome) {
    case 'answered':
      await books.change(enrolmentId, (book) => noteOpened(book, number, answer.value, clocks.now(), patience));
      return { ...session, ...answer.value, status: 'open' };
    case 'unclear':
      return refuse('payment_provider_unavailable', 'The payment provider does not answer; try again in a moment.');
    case 'refused':
      await books.change(enrolmentId, (book) => noteNotOpened(book, number));
      return answer.reason;
    default:
      return answer satisfies never;
  }
}

function shown({ sessionId, url, request: { entryFeeMinor, depositMinor, currency, expiresAtMs } }: CheckoutSession): Checkout {
  return { sessionId, url, amountMinor: entryFeeMinor + depositMinor, currency, expiresAt: new Date(expiresAtMs).toISOString() };
}

/** Fee and deposit of zero were paid in that very write. */
function nothingToPay({ price, enrolmentId }: Book, url: string): Checkout {
  if (price === null) throw new Error(`enrolment ${enrolmentId} was paid without a price`);
  return { sessionId: null, url, amountMinor: 0, currency: price.currency, expiresAt: null };
}
