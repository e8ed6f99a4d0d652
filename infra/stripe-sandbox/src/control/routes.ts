import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { isAccountId } from '../api/accounts';
import type { Surroundings } from '../api/endpoint';
import { FaultSettings, type Faults } from '../faults';
import { settleDelayed } from '../payments/checkout';
import { closeDispute, DISPUTE_REASONS, openDispute } from '../payments/dispute';
import { REFUND_FAILURES, settleRefund } from '../payments/refund';
import { renderSession } from '../resources/checkout-sessions';
import { renderDispute } from '../resources/disputes';
import { renderRefund } from '../resources/refunds';
import type { Book } from '../state/book';
import type { Store } from '../state/store';
import type { Transaction } from '../state/transaction';
import { Terms, type TermsInForce } from '../terms';
import type { Deliveries } from '../webhooks/deliver';
import { chargeTotals, currencyTotals, disputeTotals, transferTotals } from './totals';

const TEN_YEARS_SECONDS = 10 * 365 * 86_400;
/** Either lets idempotency keys age only, or moves everything on. */
const Clock = z.union([
  z.strictObject({
    advanceMs: z
      .number()
      .int()
      .min(0)
      .max(TEN_YEARS_SECONDS * 1_000),
  }),
  z.strictObject({ advanceSeconds: z.number().int().min(0).max(TEN_YEARS_SECONDS) }),
]);
const RefundEnd = z.strictObject({
  as: z.enum(['succeeded', 'failed']),
  reason: z.enum(REFUND_FAILURES).default('unknown'),
});
const PaymentEnd = z.strictObject({ as: z.enum(['succeeded', 'failed']) });
const DisputeOrder = z.strictObject({
  charge: z.string(),
  amount: z.number().int().positive().optional(),
  reason: z.enum(DISPUTE_REASONS).default('fraudulent'),
  failOpenRefunds: z.boolean().default(false),
});
const DisputeEnd = z.strictObject({ as: z.enum(['won', 'lost']) });
const Nothing = z.strictObject({});

export interface ControlParts {
  readonly store: Store;
  readonly faults: Faults;
  readonly terms: TermsInForce;
  readonly deliveries: Deliveries;
  readonly around: Surroundings;
}

/** /_sandbox/*: what Stripe has no API for, JSON in and out. */
export function createControl(parts: ControlParts): Router {
  const { store, faults, terms, deliveries, around } = parts;
  const router = express.Router();
  router.use('/_sandbox', express.json({ limit: '100kb' }));

  router.get('/_sandbox/state', (req, res) => {
    const { charges, account } = req.query;
    if (account !== undefined && account !== '' && !(typeof account === 'string' && isAccountId(account)))
      return void res.status(400).json({ error: "account: acct_... or empty for the platform's own" });
    res.json(stateOf(parts, charges !== 'false', account));
  });
  router.get('/_sandbox/faults', (_req, res) => void res.json(faults.settings()));
  post(router, '/_sandbox/faults', FaultSettings, (settings) => {
    faults.change(settings);
    return { found: settings };
  });
  router.get('/_sandbox/terms', (_req, res) => void res.json(terms.now()));
  post(router, '/_sandbox/terms', Terms, (changed) => {
    terms.change(changed);
    return { found: changed };
  });
  router.get('/_sandbox/faults/met', (_req, res) => void res.json(faults.met()));
  router.get('/_sandbox/clock', (_req, res) => void res.json(clockOf(store)));
  post(router, '/_sandbox/clock', Clock, (by) => {
    if ('advanceMs' in by) store.keys.age(by.advanceMs);
    else store.advance(by.advanceSeconds * 1_000);
    return { found: clockOf(store) };
  });
  post(router, '/_sandbox/reset', Nothing, () => {
    deliveries.forget();
    store.reset();
    return { found: { reset: true } };
  });
  post(router, '/_sandbox/refunds/:id/settle', RefundEnd, ({ as, reason }, id) =>
    act(store, 'refund', id, (tx) => {
      const open = tx.find('refund', id);
      const settled = open && settleRefund(tx, open, as, reason);
      return settled && renderRefund(settled);
    }),
  );
  post(router, '/_sandbox/sessions/:id/settle', PaymentEnd, ({ as }, id) =>
    act(store, 'session', id, (tx) => {
      const session = tx.find('session', id);
      const settled = session && settleDelayed(tx, session, as, around.terms());
      return settled && renderSession(settled, around.publicUrl());
    }),
  );
  post(router, '/_sandbox/disputes', DisputeOrder, ({ charge: id, amount, reason, failOpenRefunds }) =>
    act(store, 'charge', id, (tx) => {
      const charge = tx.find('charge', id);
      const opened =
        charge &&
        openDispute(
          tx,
          charge,
          { reason, amountMinor: amount, failsOpenRefunds: failOpenRefunds },
          around.terms().fees,
        );
      return opened && renderDispute(opened, tx);
    }),
  );
  post(router, '/_sandbox/disputes/:id/close', DisputeEnd, ({ as }, id) =>
    act(store, 'dispute', id, (tx) => {
      const dispute = tx.find('dispute', id);
      const closed = dispute && closeDispute(tx, dispute, as, around.terms().fees);
      return closed && renderDispute(closed, tx);
    }),
  );
  return router;
}

type Outcome = { readonly found: object } | { readonly refused: 'not_found' | 'not_possible_now' };

/** One control order: parse, do, answer. */
function post<T>(router: Router, path: string, schema: z.ZodType<T>, handle: (body: T, id: string) => Outcome): void {
  router.post(path, (req: Request, res: Response) => {
    const body = schema.safeParse(req.body ?? {});
    if (!body.success) return void res.status(400).json({ error: z.prettifyError(body.error) });
    const outcome = handle(body.data, String(req.params['id'] ?? ''));
    if ('found' in outcome) res.json(outcome.found);
    else res.status(outcome.refused === 'not_found' ? 404 : 409).json({ error: outcome.refused });
  });
}

/** Does it in the account that has the object. */
function act(
  store: Store,
  kind: 'refund' | 'session' | 'charge' | 'dispute',
  id: string,
  change: (tx: Transaction) => object | undefined,
): Outcome {
  const book = [...store.books()].find((one: Book) => one.tables[kind].get(id) !== undefined);
  if (!book) return { refused: 'not_found' };
  const found = store.transact(book.account, change);
  return found ? { found } : { refused: 'not_possible_now' };
}

const clockOf = (store: Store): object => ({
  now: Math.floor(store.nowMs() / 1_000),
  ahead_seconds: Math.round(store.aheadMs() / 1_000),
  keys_aged_by_ms: store.keys.age(0),
});

/** Of all accounts, or of one (`''` is the platform's own). */
function stateOf({ store, deliveries }: ControlParts, withCharges: boolean, account: string | undefined): object {
  const books =
    account === undefined ? [...store.books()] : [...store.books()].filter((book) => book.account === account);
  const { delivered, abandoned, waiting } = deliveries.counts(account);
  const undelivered = Math.max(store.undelivered.count(account), waiting);
  const count = (of: (book: Book) => number): number => books.reduce((sum, book) => sum + of(book), 0);
  return {
    totals: currencyTotals(books),
    sessions: { open: count((book) => book.openSessions.size), all: count((book) => book.tables.session.size) },
    refunds: { settling: count((book) => book.settlingRefunds.size), all: count((book) => book.tables.refund.size) },
    webhooks: { undelivered, delivered, abandoned },
    quiet: undelivered === 0 && count((book) => book.settlingRefunds.size) === 0,
    ...(withCharges && {
      charges: books.flatMap(chargeTotals),
      transfers: books.flatMap(transferTotals),
      disputes: books.flatMap(disputeTotals),
    }),
  };
}
