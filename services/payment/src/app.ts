import type { Role } from '@daka/contracts';
import { addGauges, type MongoConnection, type RunningService, type ServiceBase, startBase, startService, type TokenVerifier, type User } from '@daka/service-kit';
import { createBooks } from './adapters/mongo/books';
import { createCash } from './adapters/mongo/cash';
import { createCohortBooks } from './adapters/mongo/cohort-books';
import { createCohorts } from './adapters/mongo/cohorts';
import { createInbox } from './adapters/mongo/inbox';
import { createMarks } from './adapters/mongo/marks';
import { createLedger } from './adapters/mongo/ledger';
import { ensureLedger } from './adapters/mongo/ledger-validator';
import { createProofs } from './adapters/mongo/proofs';
import { createStandings } from './adapters/mongo/standings';
import { newSalt } from './adapters/salt';
import { createStripeAccounts } from './adapters/mongo/stripe-accounts';
import { createMovements } from './adapters/mongo/movements';
import { createReconciliations } from './adapters/mongo/reconciliations';
import { createStripe } from './adapters/stripe/client';
import { createMovementFeed } from './adapters/stripe/movements';
import { createStripeProcessor } from './adapters/stripe/processor';
import { createStripeWebhooks } from './adapters/stripe/webhooks';
import type { Config } from './config';
import type { Patience } from './domain/book';
import { createChooseAccount, createReadAccount } from './features/choose-account/handler';
import { createExportMoney } from './features/export-money/handler';
import { createFollowStreams, FOLLOWED } from './features/follow-streams/consumer';
import { createOpenCheckout } from './features/open-checkout/handler';
import { createPayByHand } from './features/pay-by-hand/handler';
import { createProcessWebhooks } from './features/process-webhooks/handler';
import { createPublishProofs } from './features/publish-proof/handler';
import { createListTotals, createReadCohortAccounts } from './features/read-accounts/handler';
import { createReadProof } from './features/read-proof/handler';
import { createReadReceipt } from './features/read-receipt/handler';
import { createReadEvidence } from './features/read-evidence/handler';
import { createReadReconciliation } from './features/read-reconciliation/handler';
import { createReadStatement } from './features/read-statement/handler';
import { createReceiveWebhook } from './features/receive-webhook/handler';
import { createReconcile } from './features/reconcile/handler';
import { reconciliationGauges } from './features/reconcile/metrics';
import { createReconcileInTurn } from './features/reconcile/periodic';
import { createSendRefunds } from './features/send-refunds/handler';
import { createTendCredit } from './features/tend-credit/handler';
import { createSyncCheckout, createWatchCheckouts } from './features/watch-checkouts/handler';
import { createFindDisputes, createSweepDisputes, createSyncDispute, createWatchDisputes } from './features/watch-disputes/handler';
import { createSweepReturned } from './features/watch-returned/handler';
import { createWorkQueue } from './features/work-queue';
import type { Books, Clocks, Cohorts } from './ports';
import { routes } from './routes';

/** How many due enrolments one poll takes up. */
const POLL_LIMIT = 200;
const CHECKOUTS_AT_ONCE = 4;
/** How often an instance looks whether a comparison with the processor is due. */
const MAX_RECONCILE_LOOK_MS = 60_000;
/** The platform's own account, where the processor's accounts are named. */
const OWN_ACCOUNT = '';
/** After a crash the refunds that were being sent are taken up again this late. A call still under way is harmless: its key is the same. */
const SEND_WITHIN_MS = 3_000;

/** Wires payment together and starts it. */
export async function startPayment(config: Config, given: { verifyToken?: TokenVerifier } = {}): Promise<RunningService> {
  const base = await startBase({ name: 'payment', config, ...given });
  await ensureLedger(base.mongo);
  const clocks: Clocks = { now: () => ({ atMs: base.clock.nowMs(), wallAtMs: Date.now() }), wallMs: Date.now };
  const parts = await createParts(base, config, clocks);
  const proving = await createProofParts(base, clocks, parts.ports);
  const { books, cohortBooks, cohorts, inbox, refundQueue, checkoutQueue, follow, processWebhooks, sweepDisputes, sweepReturned, ports, setWake } = parts;

  const service = await startService(base, {
    routes,
    ports: { ...ports, ...proving.ports },
    rolesOf: createRolesOf(books, cohorts),
    stores: [books, cohortBooks],
    publishes: ['payment.enrolment'],
    consumers: [{ topics: FOLLOWED, handle: follow }],
    periodics: [
      { name: 'refunds', everyMs: config.WORK_POLL_MS, run: async () => (await books.dueForRefunds(Date.now(), POLL_LIMIT)).forEach((id) => refundQueue.add(id, false)) },
      { name: 'checkouts', everyMs: config.WORK_POLL_MS, run: async () => (await books.dueForCheckouts(Date.now(), POLL_LIMIT)).forEach((id) => checkoutQueue.add(id, false)) },
      { name: 'disputes', everyMs: config.DISPUTE_POLL_MS, run: sweepDisputes },
      { name: 'returned-refunds', everyMs: config.DISPUTE_POLL_MS, run: sweepReturned },
      { name: 'reconcile', everyMs: Math.min(config.RECONCILE_EVERY_MS, MAX_RECONCILE_LOOK_MS), run: parts.reconcileInTurn },
      { name: 'webhooks', everyMs: config.WORK_POLL_MS, run: processWebhooks },
      { name: 'proofs', everyMs: config.PROOF_EVERY_MS, run: proving.publishProofs },
    ],
    workPending: async () => (await books.countPending()) + (await inbox.countPending()),
  });
  addGauges(base.metrics, reconciliationGauges(parts.reconciliations));
  setWake(() => service.periodics.get('webhooks')?.nudge());

  return {
    ...service,
    async stop() {
      await Promise.all([refundQueue.stop(), checkoutQueue.stop()]);
      await service.stop();
    },
  };
}

async function createParts({ mongo, logger }: ServiceBase, config: Config, clocks: Clocks) {
  const stripe = createStripe({ secretKey: config.STRIPE_SECRET_KEY, apiBase: config.STRIPE_API_BASE, timeoutMs: config.STRIPE_TIMEOUT_MS });
  const processor = createStripeProcessor(stripe);
  const books = createBooks(mongo);
  const cohortBooks = createCohortBooks(mongo);
  const cohorts = createCohorts(mongo);
  const inbox = await createInbox(mongo);
  const accounts = createStripeAccounts(mongo);
  const marks = createMarks(mongo);
  const ledger = createLedger(mongo);
  const patience = patienceOf(config);
  const { reconcile, reconciliations } = await createReconciliation(mongo, books, config, clocks);

  const refundQueue = createWorkQueue({ run: createSendRefunds({ books, processor, clocks, patience, findDisputes: createFindDisputes({ books, processor, clocks, patience }) }), concurrency: config.REFUND_CONCURRENCY, logger });
  const refundWork = { nudge: (enrolmentId: string) => refundQueue.add(enrolmentId, true) };
  const syncCheckout = createSyncCheckout({ books, cohorts, processor, clocks, patience, refundWork });
  const syncDispute = createSyncDispute({ books, processor, clocks, patience, refundWork });
  const watchCheckouts = createWatchCheckouts({ books, clocks, patience, processor }, syncCheckout);
  const tendCredit = createTendCredit({ books, clocks });
  const watchDisputes = createWatchDisputes({ books, clocks, patience }, syncDispute);
  const look = async (enrolmentId: string) => {
    await watchCheckouts(enrolmentId);
    await watchDisputes(enrolmentId);
    await tendCredit(enrolmentId);
  };
  const checkoutQueue = createWorkQueue({ run: look, concurrency: CHECKOUTS_AT_ONCE, logger });
  let wake = () => {};

  const ports = {
    openCheckout: createOpenCheckout({ books, cohorts, accounts, processor, clocks, patience, publicOrigin: config.PUBLIC_ORIGIN }),
    readStatement: createReadStatement({ books, ledger }),
    readEvidence: createReadEvidence({ books, ledger }),
    payByHand: createPayByHand({ books, clocks }),
    chooseAccount: createChooseAccount({ accounts, processor, clocks }),
    readAccount: createReadAccount({ accounts }),
    readCohortAccounts: createReadCohortAccounts({ books, cohortBooks, ledger }),
    listTotals: createListTotals({ books }),
    readReconciliation: createReadReconciliation({ reconciliations }),
    receiveWebhook: createReceiveWebhook({
      webhooks: createStripeWebhooks(stripe, config.STRIPE_WEBHOOK_SECRET), inbox, books, clocks, wakeInbox: () => wake(),
    }),
  };
  return {
    books, cohortBooks, cohorts, inbox, refundQueue, checkoutQueue, ports, reconciliations,
    reconcileInTurn: createReconcileInTurn({
      reconcile, reconciliations, clocks, everyMs: config.RECONCILE_EVERY_MS,
      onDifferences: ({ differences, causes }) => logger.error({ differences, causes }, 'ledger and processor differ; npm run reconcile lists each'),
    }),
    follow: createFollowStreams({ books, cohorts, cohortBooks, clocks, patience, refundWork }),
    processWebhooks: createProcessWebhooks({ inbox, books, processor, clocks, patience, refundWork, syncCheckout, syncDispute }),
    sweepDisputes: createSweepDisputes({ books, processor, clocks, patience, refundWork, marks, accounts }),
    sweepReturned: createSweepReturned({ books, processor, clocks, patience, refundWork, marks, accounts }),
    setWake: (next: () => void) => { wake = next; },
  };
}

/** What learners and everybody else check the money by. */
async function createProofParts({ mongo, logger }: ServiceBase, clocks: Clocks, { readStatement }: { readStatement: ReturnType<typeof createReadStatement> }) {
  const proofs = await createProofs(mongo);
  return {
    publishProofs: createPublishProofs({ standings: createStandings(mongo), proofs, clocks, newSalt, logger }),
    ports: {
      readReceipt: createReadReceipt({ proofs }),
      readProof: createReadProof({ proofs }),
      exportMoney: createExportMoney({ readStatement, ledger: createLedger(mongo) }),
    },
  };
}

type ReconcileConfig = Pick<Config, 'STRIPE_SECRET_KEY' | 'STRIPE_API_BASE' | 'STRIPE_TIMEOUT_MS' | 'RECONCILE_GRACE_MS'>;

/** Also for the command, which runs without the service. */
export async function createReconciliation(mongo: MongoConnection, books: Pick<Books, 'load'>, config: ReconcileConfig, clocks: Pick<Clocks, 'wallMs'>) {
  const stripe = createStripe({ secretKey: config.STRIPE_SECRET_KEY, apiBase: config.STRIPE_API_BASE, timeoutMs: config.STRIPE_TIMEOUT_MS });
  const reconciliations = await createReconciliations(mongo);
  const accounts = createStripeAccounts(mongo);
  const reconcile = createReconcile({
    feed: createMovementFeed(stripe), movements: await createMovements(mongo), cash: createCash(mongo), marks: createMarks(mongo),
    books, reconciliations, clocks, accounts: async () => [OWN_ACCOUNT, ...(await accounts.all())], graceMs: config.RECONCILE_GRACE_MS,
  });
  return { reconcile, reconciliations };
}

function patienceOf(config: Config): Patience {
  return {
    sendWithinMs: SEND_WITHIN_MS,
    retryFirstMs: config.REFUND_RETRY_FIRST_MS,
    retryMaxMs: config.REFUND_RETRY_MAX_MS,
    checkFirstMs: config.CHECKOUT_POLL_FIRST_MS,
    checkMaxMs: config.CHECKOUT_POLL_MAX_MS,
    maxAttempts: config.REFUND_MAX_ATTEMPTS,
    disputeEveryMs: config.DISPUTE_POLL_MS,
  };
}

/** Who somebody is on the organisation, cohort or enrolment in the path. */
function createRolesOf(books: Books, cohorts: Cohorts) {
  return async function rolesOf({ id }: User, params: Record<string, string>): Promise<readonly Role[]> {
    if (params['organisationId']) return (await cohorts.isOwner(params['organisationId'], id)) ? ['owner'] : [];
    if (params['cohortId']) return cohorts.staffRolesOf(params['cohortId'], id);
    const book = params['enrolmentId'] ? await books.load(params['enrolmentId']) : null;
    if (book === null) return [];
    const staff = await cohorts.staffRolesOf(book.cohortId, id);
    return book.learnerId === id ? ['learner', ...staff] : staff;
  };
}
