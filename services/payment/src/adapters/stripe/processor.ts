import Stripe from 'stripe';
import type { AccountId, Answer, Processor } from '../../ports';
import type { ProcessorBalance } from '../../domain/proof/custody';
import { disputeReport, WITH_INTENT } from './dispute-report';
import { accountsAt } from './accounts';
import { judgeFailure } from './failures';
import { chargeFacts, checkoutReport, refundReport, WITH_CHARGE } from './reports';
import { refundRequest, sessionRequest } from './requests';
import { transfersAt } from './transfers';

const PAGE = 100;
/** Far above what any payment method allows per charge. */
const MAX_REFUNDS = 1_000;
/** One look at the newest disputes or returned refunds ends here; the next goes on from where all were seen. */
const MAX_LISTED = 2_000;
/** What Stripe calls the money of a failed refund, by card and by other methods. */
const RETURNED = ['refund_failure', 'payment_failure_refund'] as const;

/** Stripe behind the port. Every POST carries a key derived from what it is for; every call goes to the account that has the object. */
export function createStripeProcessor(stripe: Stripe): Processor {
  return {
    openCheckout: (enrolmentId, number, request) =>
      answered(async () => {
        const { params, key } = sessionRequest(enrolmentId, number, request);
        const { id, url } = await stripe.checkout.sessions.create(params, {
          idempotencyKey: key,
          ...at(request.accountId),
        });
        if (url === null) throw new Error(`session ${id} has no page`);
        return { sessionId: id, url };
      }),
    expireCheckout: (sessionId, attempt, accountId) =>
      answered(async (): Promise<true> => {
        const idempotencyKey = `expire:${sessionId}:${attempt}`;
        await stripe.checkout.sessions.expire(sessionId, {}, { idempotencyKey, ...at(accountId) });
        return true;
      }),
    async checkout(sessionId, accountId) {
      const expand = WITH_CHARGE.map((path) => `payment_intent.${path}`);
      return {
        ...checkoutReport(await stripe.checkout.sessions.retrieve(sessionId, { expand }, at(accountId))),
        ...from(accountId),
      };
    },
    chargeOf: async (paymentIntentId, accountId) =>
      chargeFacts(await stripe.paymentIntents.retrieve(paymentIntentId, { expand: WITH_CHARGE }, at(accountId))),
    refund: (order) =>
      answered(async () => {
        const { params, key } = refundRequest(order);
        return {
          ...refundReport(await stripe.refunds.create(params, { idempotencyKey: key, ...at(order.accountId) })),
          ...from(order.accountId),
        };
      }),
    refundById: async (refundId, accountId) => ({
      ...refundReport(await stripe.refunds.retrieve(refundId, {}, at(accountId))),
      ...from(accountId),
    }),
    refundsOf: async (paymentIntentId, accountId) => {
      const refunds = await stripe.refunds
        .list({ payment_intent: paymentIntentId, limit: PAGE }, at(accountId))
        .autoPagingToArray({ limit: MAX_REFUNDS });
      return refunds.map((refund) => ({ ...refundReport(refund), ...from(accountId) }));
    },
    returnedSince: (createdMs, accountId) => returnedSince(stripe, createdMs, accountId),
    ...disputesAt(stripe),
    ...transfersAt(stripe, answered),
    ...accountsAt(stripe, answered),
    balanceOf: (accountId) => balanceOf(stripe, accountId),
    async canActFor(accountId) {
      const answer = await answered(() => stripe.balance.retrieve({}, at(accountId)));
      return answer.outcome === 'answered' ? { outcome: 'answered', value: true } : answer;
    },
  };
}

async function balanceOf(stripe: Stripe, accountId: AccountId): Promise<ProcessorBalance[] | null> {
  const found = await stripe.balance.retrieve({}, at(accountId)).catch((error: unknown) => {
    if (error instanceof Stripe.errors.StripePermissionError) return null;
    throw error;
  });
  if (found === null) return null;
  const sumOf = (entries: readonly { currency: string; amount: number }[], currency: string) =>
    entries.reduce((sum, entry) => (entry.currency === currency ? sum + entry.amount : sum), 0);
  const currencies = new Set([...found.available, ...found.pending].map(({ currency }) => currency));
  return [...currencies].map((currency) => ({
    currency: currency.toUpperCase(),
    availableMinor: sumOf(found.available, currency),
    pendingMinor: sumOf(found.pending, currency),
  }));
}

async function returnedSince(
  stripe: Stripe,
  createdMs: number,
  accountId: AccountId,
): Promise<{ refundId: string; atMs: number }[]> {
  const created = { gte: Math.floor(createdMs / 1_000) };
  const lists = await Promise.all(
    RETURNED.map((type) =>
      stripe.balanceTransactions
        .list({ type, created, limit: PAGE }, at(accountId))
        .autoPagingToArray({ limit: MAX_LISTED }),
    ),
  );
  return lists
    .flat()
    .sort((a, b) => b.created - a.created)
    .flatMap(({ source, created: seconds }) =>
      typeof source === 'string' ? [{ refundId: source, atMs: seconds * 1_000 }] : [],
    );
}

function disputesAt(stripe: Stripe): Pick<Processor, 'disputeById' | 'disputesSince' | 'disputesOf'> {
  async function disputes(which: Stripe.DisputeListParams, accountId: AccountId) {
    const expand = WITH_INTENT.map((path) => `data.${path}`);
    const found = await stripe.disputes
      .list({ ...which, expand, limit: PAGE }, at(accountId))
      .autoPagingToArray({ limit: MAX_LISTED });
    return found.map((dispute) => ({ ...disputeReport(dispute), ...from(accountId) }));
  }

  return {
    disputeById: async (disputeId, accountId) => ({
      ...disputeReport(await stripe.disputes.retrieve(disputeId, { expand: WITH_INTENT }, at(accountId))),
      ...from(accountId),
    }),
    disputesSince: async (createdMs, accountId) =>
      disputes({ created: { gte: Math.floor(createdMs / 1_000) } }, accountId),
    disputesOf: async (paymentIntentId, accountId) => disputes({ payment_intent: paymentIntentId }, accountId),
  };
}

/** Nothing for the platform's own account: the header would name no other. */
function at(accountId: AccountId): { stripeAccount?: string } {
  return accountId === null ? {} : { stripeAccount: accountId };
}

/** A report says which account it came from. */
function from(accountId: AccountId): { accountId?: string } {
  return accountId === null ? {} : { accountId };
}

async function answered<T>(call: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { outcome: 'answered', value: await call() };
  } catch (error) {
    // Our key has no business with this account; nobody's question is open.
    if (error instanceof Stripe.errors.StripePermissionError)
      return { outcome: 'refused', reason: error.message.slice(0, 300), mayRetry: true };
    return judgeFailure(error);
  }
}
