import type { RouteDefinition } from '@daka/service-kit';
import { chooseAccountRoute, readAccountRoute } from './features/choose-account/http';
import { exportMoneyRoute } from './features/export-money/http';
import { openCheckoutRoute } from './features/open-checkout/http';
import { payByHandRoute } from './features/pay-by-hand/http';
import { listTotalsRoute, readCohortAccountsRoute } from './features/read-accounts/http';
import { readProofRoute } from './features/read-proof/http';
import { readLatestReceiptRoute, readReceiptRoute } from './features/read-receipt/http';
import { readEvidenceRoute } from './features/read-evidence/http';
import { readReconciliationRoute } from './features/read-reconciliation/http';
import { readStatementRoute } from './features/read-statement/http';
import { receiveWebhookRoute } from './features/receive-webhook/http';

/** Everything that payment answers over HTTP. */
export const routes: readonly RouteDefinition[] = [
  readLatestReceiptRoute, readReceiptRoute, readProofRoute, exportMoneyRoute,
  openCheckoutRoute, readStatementRoute, readEvidenceRoute, payByHandRoute, readCohortAccountsRoute, listTotalsRoute,
  chooseAccountRoute, readAccountRoute, readReconciliationRoute, receiveWebhookRoute,
];
