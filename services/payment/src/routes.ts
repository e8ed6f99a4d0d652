import type { RouteDefinition } from '@daka/service-kit';
import { exportMoneyRoute } from './features/export-money/http';
import { chooseAccountRoute, readAccountRoute } from './features/choose-account/http';
import { openCheckoutRoute } from './features/open-checkout/http';
import { payByHandRoute } from './features/pay-by-hand/http';
import { listTotalsRoute, readCohortAccountsRoute } from './features/read-accounts/http';
import { readProofRoute } from './features/read-proof/http';
import { readLatestReceiptRoute, readReceiptRoute } from './features/read-receipt/http';
import { readEvidenceRoute } from './features/read-evidence/http';
import { readStatementRoute } from './features/read-statement/http';
import { receiveWebhookRoute } from './features/receive-webhook/http';

/** Everything that payment answers over HTTP. */
export const routes: readonly RouteDefinition[] = [
  readLatestReceiptRoute, readReceiptRoute, readProofRoute, exportMoneyRoute,
  openCheckoutRoute, readStatementRoute, readEvidenceRoute, payByHandRoute, readCohortAccountsRoute, listTotalsRoute,
  chooseAccountRoute, readAccountRoute, receiveWebhookRoute,
];
