import type { RouteDefinition } from '@daka/service-kit';
import { openCheckoutRoute } from './features/open-checkout/http';
import { payByHandRoute } from './features/pay-by-hand/http';
import { listTotalsRoute, readCohortAccountsRoute } from './features/read-accounts/http';
import { readEvidenceRoute } from './features/read-evidence/http';
import { readReconciliationRoute } from './features/read-reconciliation/http';
import { readStatementRoute } from './features/read-statement/http';
import { receiveWebhookRoute } from './features/receive-webhook/http';

/** Everything that payment answers over HTTP. */
export const routes: readonly RouteDefinition[] = [
  openCheckoutRoute, readStatementRoute, readEvidenceRoute, payByHandRoute, readCohortAccountsRoute, listTotalsRoute, receiveWebhookRoute,
  readReconciliationRoute,
];
