import type { DisputeReport } from '../../domain/follow-dispute';
import { refundKey, type RefundReport } from '../../domain/send-refund';
import type { Answer, Processor, RefundOrder } from '../../ports';
import type { Random } from '@daka/service-kit/testing';

export interface Made {
  report: RefundReport;
  paymentIntentId: string;
  amountMinor: number;
  key: string;
}
type Stored = { atMs: number; made: Made } | { atMs: number; made: null };

const DISPUTE_FEE_MINOR = 1_500;
const KEYS_FORGOTTEN_MS = 24 * 3_600_000;

/** Stripe as the refund engine can meet it: keys, lost answers, stored errors, refunds that stay pending or fail. */
export function createFakeStripe(random: Random, captured: ReadonlyMap<string, number>, wall: () => number) {
  const refunds: Made[] = [];
  const disputes: DisputeReport[] = [];
  const keys = new Map<string, Stored>();
  let trouble = 0.35;

  const sentMinor = (paymentIntentId: string) =>
    refunds
      .filter((refund) => refund.paymentIntentId === paymentIntentId && refund.report.status !== 'failed')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

  function stored(key: string): Stored | undefined {
    const found = keys.get(key);
    return found && wall() - found.atMs < KEYS_FORGOTTEN_MS ? found : undefined;
  }

  function make(
    { enrolmentId, period, attempt, paymentIntentId, amountMinor }: RefundOrder,
    key: string,
  ): Made | 'too_much' {
    if (sentMinor(paymentIntentId) + amountMinor > (captured.get(paymentIntentId) ?? 0)) return 'too_much';
    const status = random.chance(trouble / 2) ? 'pending' : 'succeeded';
    const made = {
      report: {
        processorRefundId: `re_${refunds.length + 1}`,
        enrolmentId,
        period,
        attempt,
        status,
        reason: null,
      } as RefundReport,
      paymentIntentId,
      amountMinor,
      key,
    };
    refunds.push(made);
    keys.set(key, { atMs: wall(), made });
    return made;
  }

  async function refund(order: RefundOrder): Promise<Answer<RefundReport>> {
    const key = refundKey(order.enrolmentId, order);
    const known = stored(key);
    if (random.chance(trouble / 3)) return { outcome: 'unclear', reason: 'rate_limit' };
    if (known)
      return known.made
        ? { outcome: 'answered', value: known.made.report }
        : { outcome: 'refused', reason: 'stored error', mayRetry: true };
    if (random.chance(trouble / 6)) {
      keys.set(key, { atMs: wall(), made: null });
      return { outcome: 'unclear', reason: 'server error' };
    }
    if (disputes.some(({ paymentIntentId, status }) => paymentIntentId === order.paymentIntentId && status !== 'won'))
      return { outcome: 'refused', reason: 'charge_disputed: no', mayRetry: true };
    const made = make(order, key);
    if (made === 'too_much') return { outcome: 'refused', reason: 'charge_already_refunded', mayRetry: false };
    return random.chance(trouble / 3)
      ? { outcome: 'unclear', reason: 'lost answer' }
      : { outcome: 'answered', value: made.report };
  }

  const processor: Processor = {
    refund,
    async refundById(id) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      const made = refunds.find(({ report }) => report.processorRefundId === id);
      if (!made) throw new Error(`no refund ${id}`);
      return { ...made.report };
    },
    async refundsOf(paymentIntentId) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      return refunds.filter((one) => one.paymentIntentId === paymentIntentId).map(({ report }) => ({ ...report }));
    },
    chargeOf: async () => null,
    returnedSince: async () => [],
    async disputeById(id) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      const found = disputes.find(({ disputeId }) => disputeId === id);
      if (!found) throw new Error(`no dispute ${id}`);
      return { ...found };
    },
    disputesSince: async () => disputes.map((dispute) => ({ ...dispute })),
    async disputesOf(paymentIntentId) {
      if (random.chance(trouble / 4)) throw new Error('cannot be asked now');
      return disputes
        .filter((dispute) => dispute.paymentIntentId === paymentIntentId)
        .map((dispute) => ({ ...dispute }));
    },
    balanceOf: async () => [],
    canActFor: async () => ({ outcome: 'answered', value: true }),
    transfer: async () => ({ outcome: 'unclear', reason: 'not part of this simulation' }),
    transfersOf: async () => [],
    createAccount: async () => ({ outcome: 'unclear', reason: 'not part of this simulation' }),
    onboardingLink: async () => ({ outcome: 'unclear', reason: 'not part of this simulation' }),
    account: async () => {
      throw new Error('not part of this simulation');
    },
    openCheckout: async () => ({ outcome: 'unclear', reason: 'not part of this simulation' }),
    expireCheckout: async () => ({ outcome: 'unclear', reason: 'not part of this simulation' }),
    checkout: async () => {
      throw new Error('not part of this simulation');
    },
  };

  return {
    processor,
    refunds,
    sentMinor,
    disputes,
    /** The payer goes to the bank: once per payment, and for any part of it, gone back or not. */
    dispute(enrolmentId: string, paymentIntentId: string, amountMinor: number) {
      if (disputes.some((one) => one.paymentIntentId === paymentIntentId)) return;
      disputes.push({
        disputeId: `du_${disputes.length + 1}`,
        enrolmentId,
        paymentIntentId,
        status: 'open',
        amountMinor,
        reason: 'fraudulent',
        openedAtMs: wall(),
        answerByMs: null,
        withdrawnMinor: amountMinor,
        feeMinor: DISPUTE_FEE_MINOR,
      });
    },
    decide(chanceToWin: number) {
      for (const [index, dispute] of disputes.entries()) {
        if (dispute.status !== 'open') continue;
        disputes[index] = random.chance(chanceToWin)
          ? { ...dispute, status: 'won', withdrawnMinor: 0, feeMinor: 0 }
          : { ...dispute, status: 'lost' };
      }
    },
    /** Ends pending refunds, some of them as failed. */
    settle(failing: number) {
      for (const made of refunds) {
        if (made.report.status === 'pending')
          made.report = random.chance(failing)
            ? { ...made.report, status: 'failed', reason: 'expired_or_canceled_card' }
            : { ...made.report, status: 'succeeded' };
      }
    },
    calmDown() {
      trouble = 0;
    },
  };
}
