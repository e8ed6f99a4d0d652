import { addGauges, type RunningService, type ServiceBase, startBase, startService } from '@daka/service-kit';
import type { TokenVerifier } from '@daka/service-kit';
import { createAccountBooks } from './adapters/mongo/account-books';
import { createBooks } from './adapters/mongo/books';
import { createCash } from './adapters/mongo/cash';
import { createCohortBooks } from './adapters/mongo/cohort-books';
import { createCohortDays } from './adapters/mongo/cohort-days';
import { createCohortSums } from './adapters/mongo/cohort-sums';
import { createCohorts } from './adapters/mongo/cohorts';
import { createCoverages } from './adapters/mongo/coverages';
import { createDecisions } from './adapters/mongo/decisions';
import { createInbox } from './adapters/mongo/inbox';
import { createLedger } from './adapters/mongo/ledger';
import { ensureLedger } from './adapters/mongo/ledger-validator';
import { createMarks } from './adapters/mongo/marks';
import { createMovements } from './adapters/mongo/movements';
import { createOwners } from './adapters/mongo/owners';
import { createProofs } from './adapters/mongo/proofs';
import { createReconciliations } from './adapters/mongo/reconciliations';
import { createRecords } from './adapters/mongo/records';
import { createSnapshots } from './adapters/mongo/snapshots';
import { createStripeAccounts } from './adapters/mongo/stripe-accounts';
import { newSalt } from './adapters/salt';
import { hashing } from './adapters/sha256';
import { createStripe } from './adapters/stripe/client';
import { createMovementFeed } from './adapters/stripe/movements';
import { createStripeProcessor } from './adapters/stripe/processor';
import { createStripeWebhooks } from './adapters/stripe/webhooks';
import { type Config, patienceOf } from './config';
import { createFollowCheckIn } from './features/follow-check-in/consumer';
import { createFollowCohort } from './features/follow-cohort/consumer';
import { createFollowEnrolment } from './features/follow-enrolment/consumer';
import { createFollowOrganisation } from './features/follow-organisation/consumer';
import { createFollowSettlement } from './features/follow-settlement/consumer';
import { createNoteDecision } from './features/note-decision/handler';
import { createReadStatement } from './features/read-statement/handler';
import { createRolesOf } from './features/roles';
import { routes } from './routes';
import { createAccounts } from './wiring/accounts';
import { createCheckout } from './wiring/checkout';
import { createDisputes } from './wiring/disputes';
import { createLooks } from './wiring/looks';
import { createOnboarding } from './wiring/onboarding';
import { createProof } from './wiring/proof';
import { createReconciliation } from './wiring/reconciliation';
import { createRefunds } from './wiring/refunds';
import { createTransfers } from './wiring/transfers';
import { createWebhooks } from './wiring/webhooks';

/** Wires payment together and starts it. */
export async function startPayment(
  config: Config,
  given: { verifyToken?: TokenVerifier } = {},
): Promise<RunningService> {
  const base = await startBase({ name: 'payment', config, ...given });
  const adapters = await openAdapters(base, config);
  const { books, cohortBooks, coverages, inbox } = adapters;

  const refunds = createRefunds(adapters, config);
  const ports = { ...adapters, refundWork: refunds.refundWork };
  const disputes = createDisputes(ports, config);
  const checkout = createCheckout(ports, config);
  const looks = createLooks({ ...ports, ...checkout, ...disputes }, config);
  const onboarding = createOnboarding(ports, config);
  const webhooks = createWebhooks({ ...ports, ...checkout, ...disputes, ...onboarding }, config);
  const reconciliation = createReconciliation(ports, config);
  const proof = createProof(ports, config);
  const accounts = createAccounts(ports);
  const transfers = createTransfers(ports, config);
  const noteDecision = createNoteDecision(ports);
  const areas = [refunds, disputes, looks, webhooks, reconciliation, proof, accounts, transfers, onboarding];

  const service = await startService(base, {
    routes,
    ports: {
      ...ports,
      ...refunds,
      ...checkout,
      ...onboarding,
      ...webhooks,
      ...proof,
      readCohortAccounts: accounts.readCohortAccounts,
      readCohortMoney: accounts.readCohortMoney,
      readOrganisationMoney: accounts.readOrganisationMoney,
      readOrganisationSums: accounts.readOrganisationSums,
      readStatement: createReadStatement(ports),
    },
    rolesOf: createRolesOf(ports),
    stores: [books, cohortBooks, coverages],
    follows: {
      'membership.organisation': createFollowOrganisation(ports),
      'membership.cohort': createFollowCohort({ ...ports, noteDecision }),
      'membership.enrolment': createFollowEnrolment(ports),
      'checkin.enrolment': createFollowCheckIn(ports),
      'checkin.cohort': createFollowSettlement({ ...ports, noteDecision }),
    },
    periodics: areas.flatMap(({ periodics }) => periodics),
    workPending: async () => (await books.countPending()) + (await inbox.countPending()),
  });
  addGauges(base.metrics, [...reconciliation.gauges, ...proof.gauges]);

  return {
    ...service,
    async stop() {
      await Promise.all([refunds.stop(), looks.stop(), webhooks.stop(), transfers.stop()]);
      await service.stop();
    },
  };
}

/** Opens everything that stands behind a port. */
async function openAdapters({ mongo, logger, clock }: ServiceBase, config: Config) {
  await ensureLedger(mongo);
  const stripe = createStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    apiBase: config.STRIPE_API_BASE,
    timeoutMs: config.STRIPE_TIMEOUT_MS,
  });
  const books = createBooks(mongo);
  const cohorts = createCohorts(mongo);
  return {
    books,
    cohortBooks: createCohortBooks(mongo),
    cohorts,
    owners: createOwners(mongo),
    ledger: createLedger(mongo, books),
    cohortSums: await createCohortSums(mongo, books),
    cohortDays: createCohortDays(mongo),
    accounts: await createStripeAccounts(mongo),
    inbox: await createInbox(mongo),
    marks: createMarks(mongo),
    movements: await createMovements(mongo),
    cash: createCash(mongo),
    reconciliations: await createReconciliations(mongo),
    records: createRecords(mongo),
    snapshots: createSnapshots(mongo),
    proofs: await createProofs(mongo),
    decisions: await createDecisions(mongo, newSalt, cohorts.staffRolesOf),
    accountBooks: createAccountBooks(mongo),
    coverages: createCoverages(mongo),
    processor: createStripeProcessor(stripe),
    feed: createMovementFeed(stripe),
    webhooks: createStripeWebhooks(stripe, config.STRIPE_WEBHOOK_SECRET),
    clocks: { now: () => ({ atMs: clock.nowMs(), wallAtMs: Date.now() }), wallMs: Date.now },
    arbiters: new Set(config.ARBITERS),
    patience: patienceOf(config),
    newSalt,
    hashing,
    logger,
  };
}
