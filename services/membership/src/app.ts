import type { Received } from '@daka/contracts';
import { createTokenVerifier, startBase, startService, type Clock, type Handled, type RunningService, type ServiceBase } from '@daka/service-kit';
import { createPasswords } from './adapters/argon2/passwords';
import { createAccounts } from './adapters/mongo/accounts';
import { createAttempts } from './adapters/mongo/attempts';
import { createCohorts } from './adapters/mongo/cohorts';
import { createEnrolments } from './adapters/mongo/enrolments';
import { createOrganisations } from './adapters/mongo/organisations';
import { createSeatings } from './adapters/mongo/seatings';
import { createSessions } from './adapters/mongo/sessions';
import { loadSigningKey } from './adapters/mongo/signing-key';
import { createAccessTokens } from './adapters/tokens/access-tokens';
import { ids } from './adapters/tokens/ids';
import type { Config } from './config';
import { createAcceptRules } from './features/accept-rules/handler';
import { createAdmitPaid } from './features/admit-paid/consumer';
import { createApply } from './features/apply/handler';
import { createAppointStaff } from './features/appoint-staff/handler';
import { createCancelCohort, createCancelEnrolments } from './features/cancel-cohort/handler';
import { createFollowCheckIn } from './features/follow-check-in/consumer';
import { createFollowSettlement } from './features/follow-settlement/consumer';
import { createFollowSeating } from './features/follow-seating/handler';
import { createHoldSeat } from './features/hold-seat/handler';
import { createRefreshSession } from './features/refresh-session/handler';
import { createRolesOf } from './features/roles-of';
import { createRefreshCookie } from './features/session/refresh-cookie';
import { createStartSession } from './features/session/start-session';
import { createSignIn } from './features/sign-in/handler';
import { createSignOut } from './features/sign-out/handler';
import { createSignUp } from './features/sign-up/handler';
import { createTendSeats } from './features/tend-seats/periodic';
import type { UseCases } from './features/use-cases';
import { createFreeSeat, createWithdraw } from './features/withdraw/handler';
import type { Ports } from './ports';
import { routes } from './routes';

const DAY_MS = 86_400_000;
const CANCEL_ENROLMENTS_MS = 1_000;
const wallClock: Clock = { nowMs: () => Date.now() };

/** Starts membership: adapters, then use cases on them, then HTTP, consumer and periodics. */
export async function startMembership(config: Config): Promise<RunningService> {
  const base = await startBase({ name: 'membership', config });
  const signingKey = await loadSigningKey(base.mongo);
  // Membership makes the keys, so it does not fetch them from itself.
  const verifyToken = createTokenVerifier({ keys: async () => [signingKey.publicJwk] });
  const cohortStore = createCohorts(base.mongo, base.clock);
  const enrolmentStore = createEnrolments(base.mongo, base.clock);
  const ports: Ports = {
    ...(await createAccountPorts(base, config)),
    accessTokens: createAccessTokens(signingKey, config.ACCESS_TOKEN_SECONDS),
    cohorts: cohortStore.cohorts,
    enrolments: enrolmentStore.enrolments,
    seatings: await createSeatings(base.mongo),
    ids, wallClock, clock: base.clock, holdMs: config.SEAT_HOLD_MINUTES * 60_000,
  };
  const process = createProcess(ports);

  const service: RunningService = await startService({ ...base, verifyToken }, {
    routes,
    ports: createUseCases(ports, process, config, () => service.periodics.get('cancel-enrolments')?.nudge()),
    rolesOf: createRolesOf(ports),
    stores: [cohortStore.store, enrolmentStore.store],
    publishes: ['membership.cohort', 'membership.enrolment'],
    consumers: [{ topics: ['payment.enrolment', 'checkin.enrolment', 'checkin.cohort'], handle: createConsumer(ports, process) }],
    periodics: [
      { name: 'tend-seats', everyMs: config.TEND_SEATS_MS, run: createTendSeats(ports, process.followSeating, process.freeSeat) },
      { name: 'cancel-enrolments', everyMs: CANCEL_ENROLMENTS_MS, run: createCancelEnrolments(ports) },
    ],
    workPending: () => countPending(ports),
  });
  return service;
}

async function createAccountPorts({ mongo }: ServiceBase, config: Config): Promise<Pick<Ports, 'accounts' | 'organisations' | 'sessions' | 'attempts' | 'passwords'>> {
  const [accounts, organisations, sessions, attempts, passwords] = await Promise.all([
    createAccounts(mongo),
    createOrganisations(mongo),
    createSessions(mongo),
    createAttempts(mongo, wallClock),
    createPasswords({
      memoryKib: config.ARGON2_MEMORY_KIB, iterations: config.ARGON2_ITERATIONS, parallelism: config.ARGON2_PARALLELISM,
      concurrency: config.ARGON2_CONCURRENCY, maxWaiting: config.ARGON2_MAX_WAITING,
    }),
  ]);
  return { accounts, organisations, sessions, attempts, passwords };
}

/** The steps that several use cases share, because they finish what another one began. */
function createProcess(ports: Ports) {
  return { followSeating: createFollowSeating(ports), freeSeat: createFreeSeat(ports) };
}
type Process = ReturnType<typeof createProcess>;

function createUseCases(ports: Ports, { followSeating, freeSeat }: Process, config: Config, nudge: () => void): UseCases {
  const lifetimeMs = config.SESSION_DAYS * DAY_MS;
  const startSession = createStartSession(ports, lifetimeMs);
  const signInLimit = { max: config.SIGN_IN_ATTEMPTS, windowMs: config.SIGN_IN_WINDOW_SECONDS * 1_000 };
  return {
    ...ports,
    signUp: createSignUp(ports, startSession),
    signIn: createSignIn(ports, startSession, signInLimit),
    refreshSession: createRefreshSession(ports, lifetimeMs),
    signOut: createSignOut(ports),
    refreshCookie: createRefreshCookie({ secure: config.PUBLIC_ORIGIN.startsWith('https:'), lifetimeMs }),
    cancelCohort: createCancelCohort(ports, nudge),
    appointStaff: createAppointStaff(ports),
    apply: createApply(ports),
    acceptRules: createAcceptRules(ports),
    holdSeat: createHoldSeat(ports, followSeating),
    withdraw: createWithdraw(ports, freeSeat),
  };
}

function createConsumer(ports: Ports, { freeSeat }: Process): (received: Received) => Promise<Handled> {
  const admitPaid = createAdmitPaid(ports, freeSeat);
  const followCheckIn = createFollowCheckIn(ports, freeSeat);
  const followSettlement = createFollowSettlement(ports);
  return async (received) => {
    if (received.topic === 'payment.enrolment') return admitPaid(received as Received<'payment.enrolment'>);
    if (received.topic === 'checkin.enrolment') return followCheckIn(received as Received<'checkin.enrolment'>);
    if (received.topic === 'checkin.cohort') return followSettlement(received as Received<'checkin.cohort'>);
    return 'ignored';
  };
}

/** Steps that are half done: enrolments that do not know their place yet, places to free, cohorts to cancel. Exact up to a hundred of each. */
async function countPending({ seatings, enrolments, cohorts }: Ports): Promise<number> {
  const pending = await Promise.all([seatings.unfollowed(100), enrolments.toFree(100), cohorts.toCancel(100)]);
  return pending.reduce((total, list) => total + list.length, 0);
}
