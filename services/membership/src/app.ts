import {
  createSealing,
  createRevokedSessions,
  createTokenVerifier,
  startBase,
  startService,
  type Clock,
  type Follows,
  type RunningService,
  type Sealing,
  type ServiceBase,
} from '@daka/service-kit';
import { readTable } from './adapters/csv/read-table';
import { createDeviceCookie, createRefreshCookie } from './adapters/http/cookies';
import { createCohorts } from './adapters/mongo/cohorts';
import { createEnrolments } from './adapters/mongo/enrolments';
import { createLearnerInvitations } from './adapters/mongo/learner-invitations';
import { createOrganisations } from './adapters/mongo/organisations';
import { createSealedTexts } from './adapters/mongo/sealed-texts';
import { createSeatings } from './adapters/mongo/seatings';
import { createSigningKeys } from './adapters/mongo/signing-keys';
import { createVersions } from './adapters/mongo/versions';
import { createMailer } from './adapters/smtp/mailer';
import { createIsGuessable } from './adapters/zxcvbn/is-guessable';
import { createAccessTokens } from './adapters/tokens/access-tokens';
import { ids } from './adapters/tokens/ids';
import { createLinkSeal } from './adapters/tokens/link-seal';
import { createAccountPorts } from './adapters/account-ports';
import type { Config } from './config';
import { createAcceptInvitation } from './features/accept-invitation/handler';
import { createAcceptRules } from './features/accept-rules/handler';
import { createAdmitPaid } from './features/admit-paid/handler';
import { createChangeEmail } from './features/change-email/handler';
import { createChangePassword } from './features/change-password/handler';
import { createApply } from './features/apply/handler';
import { createAskEmailProof } from './features/ask-email-proof/handler';
import { createAskPasswordReset } from './features/ask-password-reset/handler';
import { createBeginPasskey } from './features/begin-passkey/handler';
import { createBeginSecondFactor } from './features/begin-second-factor/handler';
import { createCancelCohort, createCancelEnrolments } from './features/cancel-cohort/handler';
import { createConfirmEmail } from './features/confirm-email/handler';
import { createConfirmSecondFactor } from './features/confirm-second-factor/handler';
import { createConfirmSignUp } from './features/confirm-sign-up/handler';
import { createEditCohort } from './features/edit-cohort/handler';
import { createAddPasskey } from './features/add-passkey/handler';
import { createAskErasure } from './features/erase-account/handler';
import { createEraseAccounts } from './features/erase-account/periodic';
import { createFollowCheckIn } from './features/follow-check-in/consumer';
import { createFollowPayment } from './features/follow-payment/consumer';
import { createFollowSettlement } from './features/follow-settlement/consumer';
import { createHoldSeat } from './features/hold-seat/handler';
import { createImportLearners } from './features/import-learners/handler';
import { createInviteStaff } from './features/invite-staff/handler';
import { createListMembers } from './features/list-members/handler';
import { createListRevokedSessions, type ListRevokedSessions } from './features/list-revoked-sessions/handler';
import { createListRoles } from './features/list-roles/handler';
import { createProveByPasskey } from './features/prove-by-passkey/handler';
import { createRefreshSession } from './features/refresh-session/handler';
import { openSeals } from './features/renew-seals/open-seals';
import { createRenewSeals } from './features/renew-seals/periodic';
import { createResendLearnerInvitation } from './features/resend-learner-invitation/handler';
import { createResetPassword } from './features/reset-password/handler';
import { createRolesOf } from './features/roles';
import { createTendSeats } from './features/seating/periodic';
import { createFollowOffer } from './features/seating/offers';
import { createSeats } from './features/seating/seats';
import { createSendLearnerLetters } from './features/send-learner-letters/periodic';
import { createSendLetters } from './features/send-letters/periodic';
import { createSendSignUpLetters } from './features/send-sign-up-letters/periodic';
import { createSignIn } from './features/sign-in/handler';
import { createSignInByPasskey } from './features/sign-in-by-passkey/handler';
import { createSignOut } from './features/sign-out/handler';
import { createSignUp } from './features/sign-up/handler';
import { createStartSession } from './features/start-session/handler';
import { createTellOrganisations } from './features/tell-organisations/periodic';
import { createWithdraw } from './features/withdraw/handler';
import type { FollowOffer, Ports, Seats, SigningKeys } from './ports';
import { routes } from './routes';

const DAY_MS = 86_400_000;
const CANCEL_ENROLMENTS_MS = 1_000;
const TELL_ORGANISATIONS_MS = 5_000;
const SEND_LETTERS_MS = 1_000;
const ERASE_ACCOUNTS_MS = 60_000;
const RENEW_SEALS_MS = 30_000;
/** As MongoDB understands it: what fits into an hour fits into memory. */
const NO_LIMIT = 0;
const wallClock: Clock = { nowMs: () => Date.now() };

/** Starts membership: adapters, then use cases on them, then HTTP, what is followed and periodics. */
export async function startMembership(config: Config): Promise<RunningService> {
  const base = await startBase({ name: 'membership', config });
  const sealing = createSealing(config.KEY, config.KEY_PREVIOUS);
  const sealedTexts = await openedTexts(base, sealing, config);
  const rotateAfterMs = config.SIGNING_KEY_DAYS * DAY_MS;
  const signingKeys = createSigningKeys(base.mongo, { sealing, wallClock, rotateAfterMs });
  const cohortStore = createCohorts(base.mongo, base.clock);
  const enrolmentStore = createEnrolments(base.mongo, base.clock);
  const organisationStore = await createOrganisations(base.mongo, base.clock);
  const ports: Ports = {
    ...(await createAccountPorts(base, config, sealing)),
    sealedTexts,
    organisations: organisationStore.organisations,
    ...(await createListPorts(base)),
    arbiters: new Set(config.ARBITERS),
    isGuessable: createIsGuessable(),
    mailer: createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, publicOrigin: config.PUBLIC_ORIGIN }),
    linkSeal: createLinkSeal(sealing),
    mustProve: config.EMAIL_PROOF === 'required',
    publicOrigin: config.PUBLIC_ORIGIN,
    accessTokens: createAccessTokens(signingKeys, wallClock, config.ACCESS_TOKEN_SECONDS),
    cohorts: cohortStore.cohorts,
    enrolments: enrolmentStore.enrolments,
    seatings: await createSeatings(base.mongo),
    ids,
    wallClock,
    clock: base.clock,
    holdMs: config.SEAT_HOLD_MINUTES * 60_000,
    bounds: boundsOf(config),
  };
  const seats = createSeats(ports);
  const followOffer = createFollowOffer(ports);

  const listRevokedSessions = createListRevokedSessions(ports);
  const service: RunningService = await startService(
    { ...base, verifyToken: ownVerifier(signingKeys, listRevokedSessions) },
    {
      routes,
      ports: {
        ...ports,
        ...createSessionUseCases(ports, config),
        listRevokedSessions,
        ...createAccountUseCases(ports, () => service.periodics.get('send-letters')?.nudge()),
        ...createSignUpUseCases(ports, config, () => service.periodics.get('send-sign-up-letters')?.nudge()),
        ...createListUseCases(ports, () => service.periodics.get('send-learner-letters')?.nudge()),
        ...createCohortUseCases(ports, followOffer, () => service.periodics.get('cancel-enrolments')?.nudge()),
        ...createEnrolmentUseCases(ports, seats),
      },
      rolesOf: createRolesOf(ports),
      stores: [organisationStore.store, cohortStore.store, enrolmentStore.store],
      follows: createFollows(ports, seats),
      periodics: createPeriodics({ ports, seats, followOffer, config }, base.logger),
      workPending: () => countPending(ports),
    },
  );
  return service;
}

/** Nothing is served, and nothing stays connected, where KEY is another one than all is stored under. */
async function openedTexts({ mongo, logger }: ServiceBase, sealing: Sealing, config: Config) {
  const sealedTexts = createSealedTexts(mongo, sealing);
  try {
    await openSeals({ sealedTexts }, logger, { isChanging: config.KEY_PREVIOUS !== null, isLost: config.KEY_LOST });
  } catch (error) {
    await mongo.stop();
    throw error;
  }
  return sealedTexts;
}

/** Membership makes the keys and ends the sign-ins, so it does not fetch them from itself. */
function ownVerifier(signingKeys: SigningKeys, listRevokedSessions: ListRevokedSessions) {
  return createTokenVerifier({
    keys: signingKeys.publicJwks,
    revoked: createRevokedSessions(async ({ afterMs }) => {
      const { found, asOfMs } = await listRevokedSessions(afterMs, { after: null, limit: NO_LIMIT });
      return { items: found.map(({ id }) => id), asOfMs };
    }, wallClock),
  });
}

interface Periodics {
  ports: Ports;
  seats: Seats;
  followOffer: FollowOffer;
  config: Pick<Config, 'TEND_SEATS_MS' | 'KEY_PREVIOUS'>;
}

function createPeriodics({ ports, seats, followOffer, config }: Periodics, logger: ServiceBase['logger']) {
  const renewSeals = { name: 'renew-seals', everyMs: RENEW_SEALS_MS, run: createRenewSeals(ports, logger) };
  return [
    ...(config.KEY_PREVIOUS ? [renewSeals] : []),
    { name: 'tend-seats', everyMs: config.TEND_SEATS_MS, run: createTendSeats(ports, seats, followOffer) },
    { name: 'tell-organisations', everyMs: TELL_ORGANISATIONS_MS, run: createTellOrganisations(ports) },
    { name: 'send-letters', everyMs: SEND_LETTERS_MS, run: createSendLetters(ports, logger) },
    { name: 'send-sign-up-letters', everyMs: SEND_LETTERS_MS, run: createSendSignUpLetters(ports, logger) },
    { name: 'send-learner-letters', everyMs: SEND_LETTERS_MS, run: createSendLearnerLetters(ports, logger) },
    { name: 'erase-accounts', everyMs: ERASE_ACCOUNTS_MS, run: createEraseAccounts(ports, logger) },
    { name: 'cancel-enrolments', everyMs: CANCEL_ENROLMENTS_MS, run: createCancelEnrolments(ports) },
  ];
}

async function createListPorts({
  mongo,
}: ServiceBase): Promise<Pick<Ports, 'learnerInvitations' | 'readTable' | 'versions'>> {
  const [learnerInvitations, versions] = [await createLearnerInvitations(mongo), await createVersions(mongo)];
  return { learnerInvitations, versions, readTable };
}

function boundsOf(config: Config): Ports['bounds'] {
  return {
    mostOrganiserBps: config.ORGANISER_SHARE_MAX_BPS,
    organiserMayInherit: config.ORGANISER_MAY_INHERIT === 'yes',
  };
}

function lifeOf(config: Config) {
  return { idleMs: config.SESSION_DAYS * DAY_MS, longestMs: config.SESSION_MAX_DAYS * DAY_MS };
}

function createAccountUseCases(ports: Ports, nudge: () => void) {
  return {
    askEmailProof: createAskEmailProof(ports, nudge),
    changeEmail: createChangeEmail(ports, nudge),
    confirmEmail: createConfirmEmail(ports, nudge),
    askPasswordReset: createAskPasswordReset(ports, nudge),
    resetPassword: createResetPassword(ports),
    inviteStaff: createInviteStaff(ports, nudge),
    acceptInvitation: createAcceptInvitation(ports),
    changePassword: createChangePassword(ports),
    beginSecondFactor: createBeginSecondFactor(ports),
    confirmSecondFactor: createConfirmSecondFactor(ports),
    beginPasskey: createBeginPasskey(ports),
    addPasskey: createAddPasskey(ports),
    proveByPasskey: createProveByPasskey(ports),
    askErasure: createAskErasure(ports),
  };
}

function createSignUpUseCases(ports: Ports, config: Config, nudge: () => void) {
  return {
    signUp: createSignUp(ports, nudge),
    confirmSignUp: createConfirmSignUp(ports, createStartSession(ports, lifeOf(config))),
  };
}

const createListUseCases = (ports: Ports, nudge: () => void) => ({
  importLearners: createImportLearners(ports, nudge),
  resendLearnerInvitation: createResendLearnerInvitation(ports, nudge),
});

function createSessionUseCases(ports: Ports, config: Config) {
  const life = lifeOf(config);
  const startSession = createStartSession(ports, life);
  const secure = config.PUBLIC_ORIGIN.startsWith('https:');
  return {
    signIn: createSignIn(ports, startSession),
    signInByPasskey: createSignInByPasskey(ports, startSession),
    refreshSession: createRefreshSession(ports, life),
    signOut: createSignOut(ports),
    refreshCookie: createRefreshCookie({ secure, lifetimeMs: life.idleMs }),
    deviceCookie: createDeviceCookie({ secure }),
  };
}

function createCohortUseCases(ports: Ports, followOffer: FollowOffer, nudge: () => void) {
  return {
    editCohort: createEditCohort(ports, followOffer),
    cancelCohort: createCancelCohort(ports, nudge),
    listMembers: createListMembers(ports),
    listRoles: createListRoles(ports),
  };
}

function createEnrolmentUseCases(ports: Ports, seats: Seats) {
  return {
    apply: createApply(ports),
    acceptRules: createAcceptRules(ports),
    holdSeat: createHoldSeat(ports, seats),
    withdraw: createWithdraw(ports, seats),
  };
}

function createFollows(ports: Ports, seats: Seats): Follows {
  return {
    'payment.enrolment': createFollowPayment(ports, createAdmitPaid(ports, seats)),
    'checkin.enrolment': createFollowCheckIn(ports, seats),
    'checkin.cohort': createFollowSettlement(ports),
  };
}

/** Steps that are half done: enrolments that do not know their place yet, places to free, cohorts to cancel, letters to send. Exact up to a hundred of each. */
async function countPending({ seatings, enrolments, cohorts, letters, signUps, notices }: Ports): Promise<number> {
  const pending = await Promise.all([
    seatings.unfollowed(100),
    enrolments.toFree(100),
    cohorts.toCancel(100),
    cohorts.offersToFollow(100),
  ]);
  const toSend = (await letters.pending(100)) + (await signUps.pending(100)) + (await notices.pending(100));
  return pending.reduce((total, list) => total + list.length, toSend);
}
