import type { CheckoutRequest } from '../../domain/book';
import type { CheckoutReport } from '../../domain/checkout';
import type { Answer, Processor } from '../../ports';
import type { Random } from '@daka/service-kit/testing';

export interface Session {
  id: string;
  key: string;
  enrolmentId: string;
  number: number;
  request: CheckoutRequest;
  paymentIntentId: string | null;
  createdAtMs: number;
  isEnded: boolean;
}
type Opened = Answer<{ sessionId: string; url: string }>;

const KEYS_FORGOTTEN_MS = 24 * 3_600_000;
const FEE_MINOR = 37;
/** Whoever is in the middle of paying when the page ends may still get through. */
const STILL_PAYING_MS = 30 * 60_000;

/** Stripe's hosted pages: sessions under keys, answers that get lost, payments at any time before the page expires, fees told late. */
export function createFakeCheckout(random: Random, captured: Map<string, number>, wall: () => number) {
  const sessions: Session[] = [];
  const feesKnown = new Set<string>();
  const shown = new Set<string>();
  let trouble = 0.35;

  const amountOf = ({ request }: Session) => request.entryFeeMinor + request.depositMinor;
  const isExpired = ({ request, paymentIntentId, isEnded }: Session) =>
    paymentIntentId === null && (isEnded || wall() >= request.expiresAtMs + STILL_PAYING_MS);

  function openCheckout(enrolmentId: string, number: number, request: CheckoutRequest): Opened {
    const key = `checkout:${enrolmentId}:${number}`;
    if (random.chance(trouble / 3)) return { outcome: 'unclear', reason: 'rate_limit' };
    const known = sessions.find((session) => session.key === key && wall() - session.createdAtMs < KEYS_FORGOTTEN_MS);
    if (!known && request.expiresAtMs < wall() + 30 * 60_000)
      return { outcome: 'refused', reason: 'expires too soon', mayRetry: false };
    const session = known ?? {
      id: `cs_${sessions.length + 1}`,
      key,
      enrolmentId,
      number,
      request,
      paymentIntentId: null,
      createdAtMs: wall(),
      isEnded: false,
    };
    if (!known) sessions.push(session);
    if (JSON.stringify(session.request) !== JSON.stringify(request))
      throw new Error(`${key} was sent with other words`);
    if (random.chance(trouble / 3)) return { outcome: 'unclear', reason: 'lost answer' };
    return { outcome: 'answered', value: { sessionId: session.id, url: `https://pay.example/${session.id}` } };
  }

  function facts(paymentIntentId: string): CheckoutReport['charge'] {
    if (random.chance(0.5)) feesKnown.add(paymentIntentId);
    const feeMinor = feesKnown.has(paymentIntentId) || trouble === 0 ? FEE_MINOR : null;
    return {
      chargeId: `ch_${paymentIntentId}`,
      feeMinor,
      method: 'card',
      capturedAtMs: wall(),
    } as CheckoutReport['charge'];
  }

  function report(session: Session): CheckoutReport {
    const {
      enrolmentId,
      number,
      request: { currency },
      paymentIntentId,
    } = session;
    const isPaid = paymentIntentId !== null;
    return {
      enrolmentId,
      number,
      currency,
      paymentIntentId,
      isPaid,
      amountMinor: amountOf(session),
      status: isPaid ? 'complete' : isExpired(session) ? 'expired' : 'open',
      charge: isPaid ? facts(paymentIntentId) : null,
    };
  }

  const processor: Pick<Processor, 'openCheckout' | 'expireCheckout' | 'checkout' | 'chargeOf'> = {
    openCheckout: async (...order) => openCheckout(...order),
    async expireCheckout(sessionId) {
      if (random.chance(trouble / 4)) return { outcome: 'unclear', reason: 'cannot be asked now' };
      const session = sessions.find(({ id }) => id === sessionId);
      if (!session || session.paymentIntentId !== null || isExpired(session))
        return { outcome: 'refused', reason: 'not open', mayRetry: false };
      session.isEnded = true;
      return { outcome: 'answered', value: true };
    },
    async checkout(sessionId) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      const session = sessions.find(({ id }) => id === sessionId);
      if (!session) throw new Error(`no session ${sessionId}`);
      return report(session);
    },
    async chargeOf(paymentIntentId) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      return facts(paymentIntentId);
    },
  };

  return {
    processor,
    sessions,
    FEE_MINOR,
    /** The learner was sent to this page. One whose address was lost on the way is never paid. */
    show: (sessionId: string) => void shown.add(sessionId),
    /** The learner pays on one of the pages that were shown and are open; any of them, also an old one. */
    pay(): void {
      const open = sessions.filter(
        (session) => shown.has(session.id) && session.paymentIntentId === null && !isExpired(session),
      );
      const session = open[random.below(open.length)];
      if (!session) return;
      session.paymentIntentId = `pi_${session.id}`;
      captured.set(session.paymentIntentId, amountOf(session));
    },
    calmDown() {
      trouble = 0;
    },
  };
}
