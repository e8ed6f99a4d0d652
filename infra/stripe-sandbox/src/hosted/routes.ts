import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Surroundings } from '../api/endpoint';
import { decline, pay, type CheckoutOutcome, type CheckoutRefusal } from '../payments/checkout';
import { PAYMENT_METHOD_TYPES, type PaymentMethodType } from '../payments/methods';
import { renderSession } from '../resources/checkout-sessions';
import type { SessionRecord } from '../state/records';
import type { Store } from '../state/store';
import type { Transaction } from '../state/transaction';
import type { Terms } from '../terms';
import { checkoutPage, messagePage } from './page';

const Form = z.object({ payment_method: z.enum(PAYMENT_METHOD_TYPES).optional() });

const DECLINED = { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' } as const;

const REFUSALS: Readonly<Record<CheckoutRefusal | 'no_such_session', { status: number; title: string; message: string }>> = {
  no_such_session: { status: 404, title: 'Not found', message: 'There is no such checkout session.' },
  already_paid: { status: 409, title: 'Already paid', message: 'This checkout session has been completed already. Nothing was charged again.' },
  session_expired: { status: 409, title: 'Expired', message: 'This checkout session has expired. Nothing was charged.' },
  payment_method_not_offered: { status: 400, title: 'Not offered', message: 'This payment method is not offered here.' },
};

type Act = (tx: Transaction, session: SessionRecord, form: z.infer<typeof Form>) => CheckoutOutcome;

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
    if (found.session.status !== 'open') return refuse(req, res, found.session.status === 'complete' ? 'already_paid' : 'session_expired');
    res.type('html').send(checkoutPage(found.session, usualMethod(found.session, around.terms())));
  });

  router.post('/checkout/:id/pay', (req, res) => {
    const paid = attempt(req, res, (tx, session, form) => pay(tx, session, form.payment_method ?? usualMethod(session, around.terms()), around.terms()));
    if (paid) leave(req, res, paid, paid.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', paid.id));
  });

  router.post('/checkout/:id/decline', (req, res) => {
    const declined = attempt(req, res, (tx, session, form) => decline(tx, session, form.payment_method ?? usualMethod(session, around.terms())));
    if (!declined) return;
    if (wantsJson(req)) res.status(402).json({ error: { ...DECLINED, payment_intent: declined.paymentIntent } });
    else res.status(402).type('html').send(checkoutPage(declined, usualMethod(declined, around.terms()), `${DECLINED.message} Try again or use another payment method.`));
  });

  router.post('/checkout/:id/abandon', (req, res) => {
    const found = findSession(store, String(req.params['id']));
    if (!found) return refuse(req, res, 'no_such_session');
    leave(req, res, found.session, found.session.cancelUrl ?? found.session.successUrl);
  });

  function leave(req: Request, res: Response, session: SessionRecord, to: string): void {
    if (wantsJson(req)) res.json({ session: renderSession(session, around.publicUrl()), redirect_url: to });
    else res.redirect(303, to);
  }

  return router;
}

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

/** What is taken when the form names no method. */
function usualMethod({ paymentMethodTypes: offered }: SessionRecord, { payWith }: Terms): PaymentMethodType {
  if (payWith !== null && offered.includes(payWith)) return payWith;
  return PAYMENT_METHOD_TYPES.find((type) => type === offered[0]) ?? 'card';
}

const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';
