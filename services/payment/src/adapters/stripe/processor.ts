import type Stripe from 'stripe';
import type { Answer, Processor } from '../../ports';
import { judgeFailure } from './failures';
import { disputeReport, WITH_INTENT } from './dispute-report';
import { chargeFacts, checkoutReport, refundReport, WITH_CHARGE } from './reports';
import { refundRequest, sessionRequest } from './requests';

const PAGE = 100;
/** Far above what any payment method allows per charge. */
const MAX_REFUNDS = 1_000;
/** One look at the newest disputes ends here; the next goes on from where all were seen. */
const MAX_DISPUTES = 2_000;

/** Stripe behind the port. Every POST carries a key derived from what it is for. */
export function createStripeProcessor(stripe: Stripe): Processor {
  async function disputes(which: Stripe.DisputeListParams) {
    const expand = WITH_INTENT.map((path) => `data.${path}`);
    return (await stripe.disputes.list({ ...which, expand, limit: PAGE }).autoPagingToArray({ limit: MAX_DISPUTES })).map(disputeReport);
  }

  return {
    openCheckout: (enrolmentId, number, request) => answered(async () => {
      const { params, key } = sessionRequest(enrolmentId, number, request);
      const { id, url } = await stripe.checkout.sessions.create(params, { idempotencyKey: key });
      if (url === null) throw new Error(`session ${id} has no page`);
      return { sessionId: id, url };
    }),
    checkout: async (sessionId) => checkoutReport(await stripe.checkout.sessions.retrieve(sessionId, { expand: WITH_CHARGE.map((path) => `payment_intent.${path}`) })),
    chargeOf: async (paymentIntentId) => chargeFacts(await stripe.paymentIntents.retrieve(paymentIntentId, { expand: WITH_CHARGE })),
    refund: (order) => answered(async () => {
      const { params, key } = refundRequest(order);
      return refundReport(await stripe.refunds.create(params, { idempotencyKey: key }));
    }),
    refundById: async (refundId) => refundReport(await stripe.refunds.retrieve(refundId)),
    refundsOf: async (paymentIntentId) => {
      const refunds = await stripe.refunds.list({ payment_intent: paymentIntentId, limit: PAGE }).autoPagingToArray({ limit: MAX_REFUNDS });
      return refunds.map(refundReport);
    },
    disputeById: async (disputeId) => disputeReport(await stripe.disputes.retrieve(disputeId, { expand: WITH_INTENT })),
    disputesSince: async (createdMs) => disputes({ created: { gte: Math.floor(createdMs / 1_000) } }),
    disputesOf: async (paymentIntentId) => disputes({ payment_intent: paymentIntentId }),
  };
}

async function answered<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { outcome: 'answered', value: await call() };
  } catch (error) {
    return judgeFailure(error);
  }
}
