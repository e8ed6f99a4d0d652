import { answerHandPaymentRoute } from './features/answer-hand-payment/http';
import { askForCreditRoute } from './features/ask-for-credit/http';
import { chooseAccountRoute, readAccountRoute } from './features/choose-account/http';
import { connectAccountRoute } from './features/connect-account/http';
import { exportEntriesRoute, exportMembersRoute, exportRefundsRoute } from './features/export-cohort-money/http';
import { exportMoneyRoute } from './features/export-money/http';
import { openCheckoutRoute } from './features/open-checkout/http';
import { payByHandRoute } from './features/pay-by-hand/http';
import { listDisputesRoute } from './features/list-disputes/http';
import { listHandWorkRoute } from './features/list-hand-work/http';
import { listTotalsRoute } from './features/list-totals/http';
import { readCheckoutRoute } from './features/read-checkout/http';
import { readCohortAccountsRoute } from './features/read-accounts/http';
import { readCohortMoneyRoute } from './features/read-cohort-money/http';
import { readCohortReconciliationRoute } from './features/read-cohort-reconciliation/http';
import { readDecisionsRoute, readOwnDecisionsRoute } from './features/read-decisions/http';
import { exportOrganisationMoneyRoute, readOrganisationMoneyRoute } from './features/read-organisation-money/http';
import { readProofRoute } from './features/read-proof/http';
import { readLatestReceiptRoute, readReceiptRoute } from './features/read-receipt/http';
import { readEvidenceRoute } from './features/read-evidence/http';
import { readHandPaymentsRoute } from './features/read-hand-payments/http';
import { readMoneyDaysRoute } from './features/read-money-days/http';
import { readRecordRoute } from './features/read-record/http';
import { readReconciliationRoute } from './features/read-reconciliation/http';
import { readStatementRoute } from './features/read-statement/http';
import { receiveWebhookRoute } from './features/receive-webhook/http';

/** Everything that payment answers over HTTP. */
export const routes = [
  readLatestReceiptRoute,
  readReceiptRoute,
  readProofRoute,
  readRecordRoute,
  readDecisionsRoute,
  readOwnDecisionsRoute,
  exportMoneyRoute,
  openCheckoutRoute,
  readCheckoutRoute,
  readStatementRoute,
  readEvidenceRoute,
  payByHandRoute,
  answerHandPaymentRoute,
  readHandPaymentsRoute,
  askForCreditRoute,
  readCohortAccountsRoute,
  listTotalsRoute,
  readCohortMoneyRoute,
  readMoneyDaysRoute,
  exportMembersRoute,
  exportRefundsRoute,
  exportEntriesRoute,
  listHandWorkRoute,
  listDisputesRoute,
  readCohortReconciliationRoute,
  connectAccountRoute,
  chooseAccountRoute,
  readAccountRoute,
  readReconciliationRoute,
  readOrganisationMoneyRoute,
  exportOrganisationMoneyRoute,
  receiveWebhookRoute,
] as const;
