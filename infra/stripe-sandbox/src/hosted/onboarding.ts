import express, { type Request, type Response, type Router } from 'express';
import type { AccountLinkRecord } from '../state/records';
import type { Store } from '../state/store';
import type { Transaction } from '../state/transaction';
import { messagePage, onboardingPage } from './page';

/** The page that a link leads to, where whoever owns the account says who they are. Its POST answers JSON to `Accept: application/json` instead of redirecting. */
export function createOnboardingPage({ store }: { store: Store }): Router {
  const router = express.Router();

  /** A link is good once and for a while; the platform makes another at its refresh address. */
  function linkOf(req: Request, res: Response): AccountLinkRecord | undefined {
    const link = store.book('').tables.accountLink.get(String(req.params['id']));
    if (!link) return void res.status(404).type('html').send(messagePage('Not found', 'There is no such link.'));
    if (link.isUsed || link.expiresAt * 1_000 <= store.nowMs()) return void res.redirect(303, link.refreshUrl);
    return link;
  }

  router.get('/onboarding/:id', (req, res) => {
    const link = linkOf(req, res);
    if (link) res.type('html').send(onboardingPage(link));
  });
  router.post('/onboarding/:id/complete', (req, res) => {
    const link = linkOf(req, res);
    if (link) store.transact('', (tx) => complete(tx, link));
    if (link) leave(req, res, link);
  });
  /** Left half-way: nothing is known of them, and the link is used up. */
  router.post('/onboarding/:id/leave', (req, res) => {
    const link = linkOf(req, res);
    if (link) store.transact('', (tx) => tx.put('accountLink', { ...link, isUsed: true }));
    if (link) leave(req, res, link);
  });
  return router;
}

function complete(tx: Transaction, link: AccountLinkRecord): void {
  tx.put('accountLink', { ...link, isUsed: true });
  const before = tx.find('account', link.account);
  if (!before || before.isOnboarded) return;
  const record = { ...before, isOnboarded: true };
  tx.put('account', record);
  tx.inAccount(record.id).emit('account.updated', { kind: 'account', record }, { details_submitted: false });
}

function leave(req: Request, res: Response, { returnUrl }: AccountLinkRecord): void {
  if (req.accepts(['html', 'json']) === 'json') res.json({ redirect_url: returnUrl });
  else res.redirect(303, returnUrl);
}
