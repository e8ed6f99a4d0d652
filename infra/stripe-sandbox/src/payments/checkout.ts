import type { ChargeRecord, PaymentIntentRecord, SessionRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import type { Terms } from '../terms';
import { type DeclineCode, DECLINES } from './declines';
import { processingFeeMinor } from './fees';
import { PAYMENT_METHODS, type PaymentMethodType } from './methods';

/** Why the hosted page does not take the act. */
export type CheckoutRefusal = 'already_paid' | 'session_expired' | 'payment_method_not_offered';

export type CheckoutOutcome =
  | { readonly refused: CheckoutRefusal }
  | { readonly refused?: undefined; readonly session: SessionRecord };

/** The learner pays: captures at once, or (delayed methods) completes the session and leaves the money open. */
export function pay(tx: Transaction, session: SessionRecord, method: PaymentMethodType, terms: Terms): CheckoutOutcome {
  const refused = refusalOf(tx, session, method);
  if (refused) return { refused };
  const { intent, charge } = newAttempt(tx, session, method);
  const isDelayed = PAYMENT_METHODS[method].delayed;
  const paid: SessionRecord = {
    ...session,
    status: 'complete',
    paymentStatus: isDelayed ? 'unpaid' : 'paid',
    paymentIntent: intent.id,
  };
  if (isDelayed) processing(tx, intent, charge);
  else capture(tx, intent, charge, terms);
  tx.put('session', paid);
  tx.emit('checkout.session.completed', { kind: 'session', record: paid });
  return { session: paid };
}

/** The bank says no: the session stays open, the payment intent remembers the failed attempt. */
export function decline(
  tx: Transaction,
  session: SessionRecord,
  method: PaymentMethodType,
  as: DeclineCode = 'generic_decline',
): CheckoutOutcome {
  const refused = refusalOf(tx, session, method);
  if (refused) return { refused };
  const { intent, charge } = newAttempt(tx, session, method);
  fail(tx, intent, charge, { ...DECLINES[as], declineCode: as });
  const declined: SessionRecord = { ...session, paymentIntent: intent.id };
  tx.put('session', declined);
  return { session: declined };
}

/** A delayed payment's money came, or did not. Returns undefined when the session is not waiting for it. */
export function settleDelayed(
  tx: Transaction,
  session: SessionRecord,
  as: 'succeeded' | 'failed',
  terms: Terms,
): SessionRecord | undefined {
  const intent = tx.find('intent', session.paymentIntent ?? '');
  const charge = tx.find('charge', intent?.latestCharge ?? '');
  if (!intent || !charge || intent.status !== 'processing') return undefined;
  if (as === 'failed') {
    fail(tx, intent, charge, {
      code: 'payment_intent_payment_attempt_failed',
      declineCode: null,
      message: 'The payment failed.',
    });
    tx.emit('checkout.session.async_payment_failed', { kind: 'session', record: session });
    return session;
  }
  const paid: SessionRecord = { ...session, paymentStatus: 'paid' };
  capture(tx, intent, charge, terms);
  tx.put('session', paid);
  tx.emit('checkout.session.async_payment_succeeded', { kind: 'session', record: paid });
  return paid;
}

/** Closes an open session for good. */
export function expire(tx: Transaction, session: SessionRecord): SessionRecord {
  const expired: SessionRecord = { ...session, status: 'expired' };
  tx.put('session', expired);
  const intent = tx.find('intent', session.paymentIntent ?? '');
  if (intent) tx.put('intent', { ...intent, status: 'canceled' });
  tx.emit('checkout.session.expired', { kind: 'session', record: expired });
  return expired;
}

function refusalOf(tx: Transaction, session: SessionRecord, method: PaymentMethodType): CheckoutRefusal | undefined {
  if (session.status === 'complete') return 'already_paid';
  if (session.status === 'expired' || session.expiresAt <= tx.now) return 'session_expired';
  return session.paymentMethodTypes.includes(method) ? undefined : 'payment_method_not_offered';
}

/** The intent of the first attempt is kept for the later ones; every attempt has its own charge. */
function newAttempt(
  tx: Transaction,
  session: SessionRecord,
  method: PaymentMethodType,
): { intent: PaymentIntentRecord; charge: ChargeRecord } {
  const charge: ChargeRecord = {
    id: tx.newId('ch'),
    created: tx.now,
    amountMinor: session.amountTotalMinor,
    amountRefundedMinor: 0,
    currency: session.currency,
    status: 'pending',
    paymentIntent: session.paymentIntent ?? tx.newId('pi'),
    paymentMethodType: method,
    balanceTransaction: null,
    disputed: false,
    blockedBy: null,
    failure: null,
    metadata: session.intentMetadata,
    description: session.intentDescription,
    email: session.customerEmail,
  };
  const intent: PaymentIntentRecord = tx.find('intent', charge.paymentIntent) ?? {
    id: charge.paymentIntent,
    created: tx.now,
    amountMinor: session.amountTotalMinor,
    currency: session.currency,
    status: 'requires_payment_method',
    latestCharge: charge.id,
    metadata: session.intentMetadata,
    description: session.intentDescription,
    paymentMethodTypes: session.paymentMethodTypes,
    failure: null,
    session: session.id,
  };
  return { intent: { ...intent, latestCharge: charge.id }, charge };
}

function processing(tx: Transaction, intent: PaymentIntentRecord, charge: ChargeRecord): void {
  const waiting: PaymentIntentRecord = { ...intent, status: 'processing', failure: null };
  tx.put('charge', charge);
  tx.put('intent', waiting);
  tx.emit('charge.pending', { kind: 'charge', record: charge });
  tx.emit('payment_intent.processing', { kind: 'intent', record: waiting });
}

function capture(tx: Transaction, intent: PaymentIntentRecord, charge: ChargeRecord, terms: Terms): void {
  const captured: ChargeRecord = { ...charge, status: 'succeeded', balanceTransaction: tx.newId('txn') };
  const succeeded: PaymentIntentRecord = { ...intent, status: 'succeeded', failure: null };
  const type = charge.paymentMethodType === 'card' ? 'charge' : 'payment';
  tx.put('charge', captured);
  tx.put('intent', succeeded);
  tx.put('balanceTransaction', {
    id: captured.balanceTransaction ?? '',
    created: tx.now,
    amountMinor: charge.amountMinor,
    feeMinor: processingFeeMinor(charge.amountMinor, terms.fees),
    currency: charge.currency,
    type,
    reportingCategory: 'charge',
    source: charge.id,
    description: charge.description,
    ...(terms.availableAfterMs > 0 && { availableOn: Math.ceil((tx.nowMs + terms.availableAfterMs) / 1_000) }),
  });
  tx.emit('charge.succeeded', { kind: 'charge', record: captured });
  tx.emit('payment_intent.succeeded', { kind: 'intent', record: succeeded });
}

function fail(
  tx: Transaction,
  intent: PaymentIntentRecord,
  charge: ChargeRecord,
  why: { code: string; declineCode: string | null; message: string },
): void {
  const failedCharge: ChargeRecord = { ...charge, status: 'failed', failure: { code: why.code, message: why.message } };
  const failedIntent: PaymentIntentRecord = {
    ...intent,
    status: 'requires_payment_method',
    failure: { ...why, charge: charge.id },
  };
  tx.put('charge', failedCharge);
  tx.put('intent', failedIntent);
  tx.emit('charge.failed', { kind: 'charge', record: failedCharge });
  tx.emit('payment_intent.payment_failed', { kind: 'intent', record: failedIntent });
}
