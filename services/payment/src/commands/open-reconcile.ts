import type { MongoConnection } from '@daka/service-kit';
import { createAccountBooks } from '../adapters/mongo/account-books';
import { createBooks } from '../adapters/mongo/books';
import { createCash } from '../adapters/mongo/cash';
import { createMarks } from '../adapters/mongo/marks';
import { createMovements } from '../adapters/mongo/movements';
import { createReconciliations } from '../adapters/mongo/reconciliations';
import { createStripeAccounts } from '../adapters/mongo/stripe-accounts';
import { createStripe } from '../adapters/stripe/client';
import { createMovementFeed } from '../adapters/stripe/movements';
import type { Config } from '../config';
import { createReconcile } from '../features/reconcile/handler';
import type { Ports } from '../ports';

type Settings = Pick<Config, 'STRIPE_SECRET_KEY' | 'STRIPE_API_BASE' | 'STRIPE_TIMEOUT_MS' | 'RECONCILE_GRACE_MS'>;

/** The comparison of ledger and processor on its own, without the service around it. */
export async function openReconcile(mongo: MongoConnection, config: Settings, clocks: Pick<Ports['clocks'], 'wallMs'>) {
  const stripe = createStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    apiBase: config.STRIPE_API_BASE,
    timeoutMs: config.STRIPE_TIMEOUT_MS,
  });
  return createReconcile({
    feed: createMovementFeed(stripe),
    movements: await createMovements(mongo),
    cash: createCash(mongo),
    marks: createMarks(mongo),
    books: createBooks(mongo),
    accounts: await createStripeAccounts(mongo),
    accountBooks: createAccountBooks(mongo),
    reconciliations: await createReconciliations(mongo),
    clocks,
    graceMs: config.RECONCILE_GRACE_MS,
  });
}
