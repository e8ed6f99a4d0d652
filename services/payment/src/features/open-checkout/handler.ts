import { setTimeout as sleep } from 'node:timers/promises';
import { isRefused, type Refused, refuse, iso, unreachable } from '@daka/contracts';
import type { Book, CheckoutSession } from '../../domain/book';
import type { Patience } from '../../domain/patience';
import type { CreditSource } from '../../domain/credit-hold';
import { creditSum, holdKey, holdOf, maySeekCredit, reserveCredit, seekCredit } from '../../domain/credit';
import {
  type CheckoutRefusal,
  type FoundCredit,
  noteNotOpened,
  noteOpened,
  planCheckout,
  usableSession,
} from '../../domain/checkout';
import type { Books, Clocks, Cohorts, Declined, Processor } from '../../ports';

interface Ports {
  books: Books;
  cohorts: Cohorts;
  processor: Processor;
  clocks: Clocks;
  patience: Patience;
  publicOrigin: string;
  /** Waits before a call is repeated; default: by the wall clock. */
  pause?(ms: number): Promise<unknown>;
}

export interface CheckoutOrder {
  enrolmentId: string;
  successUrl?: string | undefined;
  cancelUrl?: string | undefined;
}
export interface Checkout {
  sessionId: string | null;
  url: string | null;
  amountMinor: number;
  creditMinor: number;
  currency: string;
  expiresAt: string | null;
}
type Refusal = Refused<CheckoutRefusal | 'payment_provider_unavailable'>;

/** A session that was frozen too long ago to be opened is given up once and replaced by a new one. */
const MAX_ROUNDS = 2;
/** For the twin of a request that holds the key at this moment. */
const MAX_CALLS = 3;
const CALL_AGAIN_MS = 200;
/** Earlier enrolments whose credit is looked at. */
const MAX_SOURCES = 20;

/** Gives the learner a place to pay: plan it, open it at the processor, remember it. Asked again, the same session. */
export function createOpenCheckout(ports: Ports) {
  const { books, cohorts, clocks, publicOrigin } = ports;
  return async function openCheckout({ enrolmentId, ...urls }: CheckoutOrder): Promise<Refusal | Checkout> {
    const back = {
      successUrl: urls.successUrl ?? `${publicOrigin}/enrolments/${enrolmentId}?payment=done`,
      cancelUrl: urls.cancelUrl ?? `${publicOrigin}/enrolments/${enrolmentId}?payment=cancelled`,
    };
    const known = await books.load(enrolmentId);
    const coolingOff = await cohorts.coolingOffOf(known?.cohortId ?? '');
    let declined: Declined | null = null;
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
      const found = round === 1 ? await holdCredit(ports, enrolmentId) : null;
      const planned = await books.change(enrolmentId, (book) =>
        planCheckout(book, back, coolingOff, clocks.now(), found),
      );
      if (isRefused(planned)) return planned;
      const session = usableSession(planned.state, clocks.now());
      if (!session) return nothingToPay(planned.state);
      const opened = session.status === 'open' ? session : await open(ports, enrolmentId, session);
      if (isRefused(opened)) return opened;
      if (!('outcome' in opened)) return shown(opened);
      declined = opened;
    }
    return declined?.isFault ? unavailable() : refuse('amount_not_payable', declined?.reason);
  };
}

export type OpenCheckout = ReturnType<typeof createOpenCheckout>;

/** Holds what the learner has as credit in this organisation, up to the fee. What is held and not used is let go by whoever tends credit. */
async function holdCredit({ books, clocks }: Ports, enrolmentId: string): Promise<FoundCredit | null> {
  const book = await books.load(enrolmentId);
  if (!maySeekCredit(book)) return null;
  const {
    learnerId,
    organisationId,
    price: { currency, entryFeeMinor },
  } = book;
  const from = (await books.withCredit({ learnerId, organisationId, currency }, MAX_SOURCES)).filter(
    (id) => id !== enrolmentId,
  );
  if (from.length === 0) return null;
  const { events } = await books.change(enrolmentId, (current) => seekCredit(current, from, clocks.now()));
  const sought = events.find((event) => event.type === 'credit-sought');
  if (!sought) return null;
  const key = holdKey(enrolmentId, sought.credit.search);
  const sources: CreditSource[] = [];
  for (const source of from) {
    const { state } = await books.change(source, (other) =>
      reserveCredit(other, key, entryFeeMinor - creditSum(sources)),
    );
    const hold = holdOf(state, key);
    if (hold?.status === 'reserved') sources.push({ enrolmentId: source, amountMinor: hold.amountMinor });
  }
  return { search: sought.credit.search, sources };
}

function unavailable(): Refused<'payment_provider_unavailable'> {
  return refuse('payment_provider_unavailable', 'The payment provider does not answer; try again in a moment.');
}

/** Opens a planned session, or says why the processor would not have it. */
async function open(
  { books, processor, clocks, patience, pause = sleep }: Ports,
  enrolmentId: string,
  session: CheckoutSession,
): Promise<Refused<'payment_provider_unavailable'> | CheckoutSession | Declined> {
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
      return unavailable();
    case 'refused':
      await books.change(enrolmentId, (book) => noteNotOpened(book, number, clocks.now()));
      return answer;
    default:
      return unreachable(answer, 'answer');
  }
}

function shown({
  sessionId,
  url,
  request: { entryFeeMinor, depositMinor, creditMinor, currency, expiresAtMs },
}: CheckoutSession): Checkout {
  return {
    sessionId,
    url,
    amountMinor: entryFeeMinor + depositMinor,
    creditMinor,
    currency,
    expiresAt: iso(expiresAtMs),
  };
}

/** Fee and deposit of zero, or a fee that credit covers, were paid in that very write. */
function nothingToPay({ price, enrolmentId, creditUsedMinor }: Book): Checkout {
  if (price === null) throw new Error(`enrolment ${enrolmentId} was paid without a price`);
  return {
    sessionId: null,
    url: null,
    amountMinor: 0,
    creditMinor: creditUsedMinor,
    currency: price.currency,
    expiresAt: null,
  };
}
