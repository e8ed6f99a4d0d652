import { expire } from './payments/checkout';
import { closeDispute, isOverdue } from './payments/dispute';
import { settleRefund } from './payments/refund';
import type { Store } from './state/store';
import type { Terms } from './terms';

const EVERY_MS = 20;
const DEADLINES_EVERY_MS = 1_000;

/** Lets time do its part: settles pending refunds when they are due, expires sessions and loses disputes that nobody answered. Returns its stop. */
export function startTimers(store: Store, terms: () => Terms): () => void {
  const refunds = setInterval(() => settleDueRefunds(store), EVERY_MS);
  const deadlines = setInterval(() => {
    expireDueSessions(store);
    loseOverdueDisputes(store, terms());
  }, DEADLINES_EVERY_MS);
  return () => {
    clearInterval(refunds);
    clearInterval(deadlines);
  };
}

/** Due ones come first in the set as long as the delay is the same for all; the walk is bounded by what is pending. */
function settleDueRefunds(store: Store): void {
  for (const book of store.books()) {
    for (const id of book.settlingRefunds) {
      const open = book.tables.refund.get(id);
      const { settles } = open ?? { settles: null };
      if (open && settles && settles.atMs <= store.nowMs())
        store.transact(book.account, (tx) => settleRefund(tx, open, settles.as, settles.reason));
    }
  }
}

function expireDueSessions(store: Store): void {
  const now = Math.floor(store.nowMs() / 1000);
  for (const book of store.books()) {
    for (const id of book.openSessions) {
      const session = book.tables.session.get(id);
      if (session && session.expiresAt <= now) store.transact(book.account, (tx) => expire(tx, session));
    }
  }
}

function loseOverdueDisputes(store: Store, { fees }: Terms): void {
  const now = Math.floor(store.nowMs() / 1000);
  for (const book of store.books()) {
    for (const id of book.unansweredDisputes) {
      const dispute = book.tables.dispute.get(id);
      if (dispute && isOverdue(dispute, now))
        store.transact(book.account, (tx) => closeDispute(tx, dispute, 'lost', fees));
    }
  }
}
