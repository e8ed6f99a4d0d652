import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Surroundings } from '../api/endpoint';
import { decline, expire, pay, type CheckoutOutcome, type CheckoutRefusal } from '../payments/checkout';
import { DECLINE_CODES } from '../payments/declines';
import { PAYMENT_METHOD_TYPES, type PaymentMethodType } from '../payments/methods';
import { renderSession } from '../resources/checkout-sessions';
import type { SessionRecord } from '../state/records';
import type { Store } from '../state/store';
import type { Transaction } from '../state/transaction';
import type { Terms } from '../terms';
import { checkoutPage, messagePage } from './page';

const Form = z.object({
  payment_method: z.enum(PAYMENT_METHOD_TYPES).optional(),
  decline_code: z.enum(DECLINE_CODES).optional(),
});

const REFUSALS: Readonly<
  Record<CheckoutRefusal | 'no_such_session', { status: number; title: string; message: string }>
> = {
  no_such_session: { status: 404, title: 'Not found', message: 'There is no such checkout session.' },
  already_paid: {
    status: 409,
    title: 'Already paid',
    message: 'This checkout session has been completed already. Nothing was charged again.',
  },
  session_expired: {
    status: 409,
    title: 'Expired',
    message: 'This checkout session has expired. Nothing was charged.',
  },
  payment_method_not_offered: {
    status: 400,
    title: 'Not offered',
    message: 'This payment method is not offered here.',
  },
};

type Act = (tx: Transaction, session: SessionRecord, form: z.infer<typeof Form>) => CheckoutOutcome;

/** As though the session's time were over. */
const endNow: Act = (tx, session) =>
  session.status === 'open' ? { session: expire(tx, session) } : { refused: 'session_expired' };

/** The hosted page at session.url. With `Accept: application/json` its POSTs answer JSON instead of redirecting. */
export function createHostedPage({ store, around }: { store: Store; around: Surroundings }): Router {
  const router = express.Router();
  router.use('/checkout', express.urlencoded({ extended: false, limit: '10kb' }), express.json({ limit: '10kb' }));

  /** Runs the act, or answers why not. */
  function attempt(req: Request, res: Response, act: Act): SessionRecord | undefined {
    const found = findSession(store, String(req.params['id']));
    if (!found) return void refuse(req, res, 'no_such_session');
    const form = Form.safeParse(req.body ?? {});
    if (!form.success) return void refuse(req, res, 'payment_method_not_offered');
    const outcome = store.transact(found.account, (tx) => act(tx, found.session, form.data));
    return outcome.refused ? void refuse(req, res, outcome.refused) : outcome.session;
  }

  router.get('/checkout/:id', (req, res) => {
    const found = findSession(store, String(req.params['id']));
    if (!found) return refuse(req, res, 'no_such_session');
    if (found.session.status !== 'open')
      return refuse(req, res, found.session.status === 'complete' ? 'already_paid' : 'session_expired');
    res.type('html').send(checkoutPage(found.session, usualMethod(found.session, around.terms())));
  });

  router.post('/checkout/:id/pay', (req, res) => {
    const paid = attempt(req, res, (tx, session, form) =>
      pay(tx, session, form.payment_method ?? usualMethod(session, around.terms()), around.terms()),
    );
    if (paid) leave(req, res, paid, paid.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', paid.id));
  });

  router.post('/checkout/:id/decline', (req, res) => {
    const declined = attempt(req, res, (tx, session, form) =>
      decline(tx, session, form.payment_method ?? usualMethod(session, around.terms()), form.decline_code),
    );
    if (!declined) return;
    const { message, ...why } = failureOf(store, declined);
    if (wantsJson(req))
      res.status(402).json({ error: { type: 'card_error', ...why, message, payment_intent: declined.paymentIntent } });
    else
      res
        .status(402)
        .type('html')
        .send(declinedPage(declined, usualMethod(declined, around.terms()), message));
  });

  router.post('/checkout/:id/abandon', (req, res) => {
    const found = findSession(store, String(req.params['id']));
    if (!found) return refuse(req, res, 'no_such_session');
    leave(req, res, found.session, found.session.cancelUrl ?? found.session.successUrl);
  });

  router.post('/checkout/:id/expire', (req, res) => {
    const ended = attempt(req, res, endNow);
    if (!ended) return;
    if (wantsJson(req)) leave(req, res, ended, ended.cancelUrl ?? ended.successUrl);
    else res.type('html').send(messagePage('Expired', REFUSALS.session_expired.message, ended.cancelUrl));
  });

  function leave(req: Request, res: Response, session: SessionRecord, to: string): void {
    if (wantsJson(req)) res.json({ session: renderSession(session, around.publicUrl()), redirect_url: to });
    else res.redirect(303, to);
  }

  return router;
}

const declinedPage = (session: SessionRecord, chosen: string, message: string): string =>
  checkoutPage(session, chosen, `${message} Try again or use another payment method.`);

function refuse(req: Request, res: Response, why: CheckoutRefusal | 'no_such_session'): void {
  const { status, title, message } = REFUSALS[why];
  if (wantsJson(req)) res.status(status).json({ error: { type: 'invalid_request_error', code: why, message } });
  else res.status(status).type('html').send(messagePage(title, message));
}

/** The page knows no account: the id alone finds the session, as in Stripe's own links. */
function findSession(store: Store, id: string): { account: string; session: SessionRecord } | undefined {
  for (const book of store.books()) {
    const session = book.tables.session.get(id);
    if (session) return { account: book.account, session };
  }
  return undefined;
}

/** What the declined attempt left on its payment intent. */
function failureOf(store: Store, { id, paymentIntent }: SessionRecord) {
  for (const { tables } of store.books()) {
    const failure = tables.session.get(id) && tables.intent.get(paymentIntent ?? '')?.failure;
    if (failure) return { code: failure.code, decline_code: failure.declineCode, message: failure.message };
  }
  throw new Error(`session ${id} has no failed attempt`);
}

/** What is taken when the form names no method. */
function usualMethod({ paymentMethodTypes: offered }: SessionRecord, { payWith }: Terms): PaymentMethodType {
  if (payWith !== null && offered.includes(payWith)) return payWith;
  return PAYMENT_METHOD_TYPES.find((type) => type === offered[0]) ?? 'card';
}

const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';
