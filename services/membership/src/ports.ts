import type { membershipHttp, ReceivedOf, Refused } from '@daka/contracts';
import type { AggregateStore, Changed, Clock, Handled, PublicJwk } from '@daka/service-kit';
import type { PlatformBounds } from '@daka/rules';
import type { z } from 'zod';
import type { Account } from './domain/account';
import type { AttemptKind } from './domain/attempt-kind';
import type { Actor, AuditEntry } from './domain/audit';
import type { Cohort, CohortEvent, PublishedCohort } from './domain/cohort';
import type { Invitation } from './domain/invitation';
import type { LearnerInvitation, LearnerLetter } from './domain/learner-invitation';
import type { Table, TableRow } from './domain/learner-table';
import type { Letter, LetterKind, Notice } from './domain/letter';
import type { Enrolment, EnrolmentEvent, MemberEnrolment } from './domain/enrolment';
import type { PageAfter, PageOptions } from './domain/page-place';
import type { Seating, SeatingEvent } from './domain/seating';
import type { Session } from './domain/session';
import type { Version } from './domain/versions';

export type { Account, AttemptKind, PageAfter, PageOptions };

/** What use cases need of the outside; app.ts decides what stands behind each. */
export interface Ports {
  accounts: Accounts;
  letters: AccountLetters;
  signUps: SignUps;
  emailChanges: EmailChanges;
  notices: Notices;
  resetRequests: ResetRequests;
  invitations: Invitations;
  learnerInvitations: LearnerInvitations;
  readTable: ReadTable;
  auditLog: AuditLog;
  versions: Versions;
  /** The platform's own people. */
  arbiters: ReadonlySet<string>;
  mailer: Mailer;
  linkSeal: LinkSeal;
  /** Whether an address must be proven before anything of money or staff. */
  mustProve: boolean;
  /** What links in letters begin with. */
  publicOrigin: string;
  passwords: Passwords;
  isGuessable: IsGuessable;
  sessions: Sessions;
  attempts: Attempts;
  devices: Devices;
  accessTokens: AccessTokens;
  organisations: Organisations;
  cohorts: Cohorts;
  seatings: Seatings;
  enrolments: Enrolments;
  ids: Ids;
  /** The domain clock, virtual in a replay. */
  clock: Clock;
  /** The real time, for sessions and throttling. */
  wallClock: Clock;
  /** How long a seat is kept for somebody who has not paid. */
  holdMs: number;
  /** What the platform lets a policy take from learners. */
  bounds: PlatformBounds;
}

export interface Accounts {
  /** Where nobody proves an address. False: the e-mail is taken. */
  add(account: Account): Promise<boolean>;
  load(id: string): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  /** Writes what is named; null: there is no such account. */
  edit(id: string, change: Partial<Pick<Account, 'displayName' | 'timeZone' | 'locale'>>): Promise<Account | null>;
  /** False: the password is not the one of this hash any more. */
  setPassword(id: string, hash: { before: string; after: string }, entry: AuditEntry): Promise<boolean>;
  displayNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** By address, of those that somebody has. */
  idsByEmail(emails: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** What somebody wants their address to be; nothing of the account changes before the link is used that went there. */
export interface EmailChanges {
  /** In the place of an earlier one. The account's present address is told, in the same write. False: the password has changed meanwhile. */
  ask(
    account: Pick<Account, 'id' | 'passwordHash'>,
    change: { newEmail: string; sessionId: string | null; letter: Letter; notice: Notice },
    entry: AuditEntry,
  ): Promise<boolean>;
  /**
   * Changes the address, which is proven then, and ends every other link of the account; the former address is told. Null: no such link
   * is good now, or another account has the address.
   */
  confirm(
    tokenHash: string,
    nowMs: number,
    noticeId: string,
  ): Promise<{ accountId: string; sessionId: string | null; formerEmail: string } | null>;
}

/** Letters without a link, to be sent. */
export interface Notices {
  put(notice: Notice): Promise<void>;
  /** One that is ours to send until its next attempt is due; `attempts` counts this one. */
  takeDue(nowMs: number): Promise<Notice | null>;
  /** It was sent, or is given up. */
  done(id: string): Promise<void>;
  /** Counted up to a limit. */
  pending(limit: number): Promise<number>;
}

/** A letter that is ours to send until its next attempt is due; `attempts` counts this one. */
export interface DueLetter {
  account: Account;
  kind: LetterKind;
  letter: Letter;
  /** The address that the link is for. */
  to: string;
}

/** Letters to accounts, and what their links are good for. A link is good once, until it expires or another letter of its kind is written. */
export interface AccountLetters {
  put(accountId: string, kind: LetterKind, letter: Letter): Promise<void>;
  /** The latest of its kind whose link was not used. */
  of(accountId: string, kind: LetterKind): Promise<Pick<Letter, 'writtenAtMs'> | null>;
  takeDue(nowMs: number, limit: number): Promise<DueLetter[]>;
  /** It was sent, or is given up. */
  done(accountId: string, kind: LetterKind, letterId: string): Promise<void>;
  /** How many accounts have one to be sent, counted up to a limit. */
  pending(limit: number): Promise<number>;
  /** False: no such link is good now. */
  proveEmail(tokenHash: string, nowMs: number): Promise<boolean>;
  accountToReset(tokenHash: string, nowMs: number): Promise<Account | null>;
  /** Proves the address too. False: no such link is good now. */
  resetPassword(tokenHash: string, passwordHash: string, nowMs: number): Promise<boolean>;
}

/** Who signs up, as long as nobody has used the link that was sent to their address. */
export interface SignUpBegun extends Omit<Account, 'emailProvenAtMs'> {
  letter: Letter;
}

/** Accounts that are not made yet. Several may wait with one address; the one whose link is used is made, and the others end. */
export interface SignUps {
  add(signUp: SignUpBegun): Promise<void>;
  /** One that is ours to write to until its next attempt is due; `letter.attempts` counts this one. */
  takeDue(nowMs: number): Promise<SignUpBegun | null>;
  /** Its letter was sent, or is given up. */
  done(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** How many have a letter to be sent, counted up to a limit. */
  pending(limit: number): Promise<number>;
  withLink(tokenHash: string, nowMs: number): Promise<Omit<Account, 'emailProvenAtMs'> | null>;
  /** Makes the account, its address proven. Null: no such link is good now, or the address has an account since. */
  confirm(tokenHash: string, nowMs: number): Promise<Account | null>;
}

/** Addresses whose owner, if there is one, wants to set another password. */
export interface ResetRequests {
  add(email: string, nowMs: number): Promise<void>;
  oldest(limit: number): Promise<{ id: string; email: string }[]>;
  remove(id: string): Promise<void>;
}

/** An invitation that is ours to tell of until the next attempt is due; `attempts` counts this one. */
export type DueInvitation = Invitation & { letterId: string; attempts: number };

export interface Invitations {
  /** In the place of an open one of the same cohort to the same address. Null: nobody is told by a letter. */
  put(invitation: Invitation, letterId: string | null, entry: AuditEntry): Promise<void>;
  load(id: string): Promise<Invitation | null>;
  /** The earliest first. */
  openOf(cohortId: string, nowMs: number, limit: number): Promise<Invitation[]>;
  openTo(email: string, nowMs: number, limit: number): Promise<Invitation[]>;
  /** Makes it `taken`. False: it was withdrawn, lapsed or accepted. */
  take(id: string, nowMs: number): Promise<boolean>;
  /** The role could not begin: it is open again. */
  release(id: string): Promise<void>;
  accepted(id: string): Promise<void>;
  /** False: it is not open. */
  withdraw(id: string, entry: AuditEntry): Promise<boolean>;
  /** False: it is not open. */
  decline(id: string, entry: AuditEntry): Promise<boolean>;
  takeDue(nowMs: number): Promise<DueInvitation | null>;
  /** It was told of, or that is given up. */
  told(id: string): Promise<void>;
}

/** One that is ours to tell of until the next attempt is due; `attempts` counts this one. */
export type DueLearnerInvitation = LearnerInvitation & { letterId: string; sealed: string; attempts: number };

/** One to an address in a cohort; one that was used or is still good keeps another from being sent. */
export interface LearnerInvitations {
  /** Those of these addresses that were invited already. */
  known(cohortId: string, emails: readonly string[], nowMs: number): Promise<ReadonlySet<string>>;
  /** All of them and the act, or nothing: false, if one of them was invited meanwhile. Without a letter nobody is told. */
  add(
    invitations: readonly (LearnerInvitation & { letter: LearnerLetter | null })[],
    at: { cohortId: string; invitedAtMs: number; act: AuditEntry },
  ): Promise<boolean>;
  /** Null: no such link is good now. */
  use(tokenHash: string, nowMs: number): Promise<LearnerInvitation | null>;
  takeDue(nowMs: number): Promise<DueLearnerInvitation | null>;
  /** It was told of, or that is given up. */
  told(id: string): Promise<void>;
}

export type { TableRow };
/** Reads comma-separated values; what cannot be read is named by its lines. */
export type ReadTable = (text: string) => Table;

export type StoredAct = AuditEntry & { id: string };

/**
 * Acts of staff and of accounts about themselves, the latest first. Each was written together with what was done, by the port that did
 * it; there is no way to change or remove one.
 */
export interface AuditLog {
  /** By the account or about it. */
  ofAccount(accountId: string, page: PageAfter<number>): Promise<StoredAct[]>;
  ofOrganisation(organisationId: string, page: PageAfter<number>): Promise<StoredAct[]>;
  all(page: PageAfter<number>): Promise<StoredAct[]>;
  /** At most one a minute and account, whoever guesses. Nobody waits for it: an answer that took longer would tell who has an account. */
  noteFailedSignIn(accountId: string, nowMs: number): void;
}

/** What cohorts said of themselves, each written together with the act that made it. */
export interface Versions {
  /** The latest first. */
  ofCohort(cohortId: string, page: PageAfter<number>): Promise<(Version & { id: string })[]>;
  /** What everybody could read at that instant; null: it was not kept then. */
  promisedAt(cohortId: string, atMs: number): Promise<Version | null>;
}

export interface Mailer {
  /** `id` makes its Message-ID. @throws when the mail server did not take it. */
  send(mail: { id: string; to: string; subject: string; text: string }): Promise<void>;
  /** Why it did not, without a word of the letter or the address. */
  reasonOf(error: unknown): string;
}

/** Keeps the secret of a letter's link until the letter is sent. */
export interface LinkSeal {
  close(letterId: string, token: string): string;
  /** Null: it was sealed under another key. */
  open(letterId: string, sealed: string): string | null;
}

export interface Passwords {
  /** Refused when too many wait for a hash: hashing is slow on purpose. */
  hash(password: string): Promise<Refused<'busy'> | string>;
  /** Takes the same time without a hash to compare with; then the answer is false. */
  verify(password: string, hash: string | null): Promise<Refused<'busy'> | boolean>;
}

/** Whether a password could be guessed by who knows what people choose, and these words about its owner. */
export type IsGuessable = (password: string, words: readonly string[]) => Promise<boolean>;

export interface Sessions {
  add(session: Session): Promise<void>;
  load(id: string): Promise<Session | null>;
  /** Writes `next` if the session still carries the token hash of `current` and is not revoked. */
  replace(current: Session, next: Session): Promise<boolean>;
  /** `act` is what is remembered of it, if it was not over before. */
  revoke(id: string, act: AuditEntry): Promise<void>;
  /** Those that are not over, the one used last first. */
  ofAccount(accountId: string, nowMs: number): Promise<Session[]>;
  /** Ends all of an account but these; answers how many it ended. `sessionId`: the sign-in that asked for it. */
  revokeOthers(
    accountId: string,
    keptIds: readonly string[],
    at: { nowMs: number; sessionId?: string | undefined },
  ): Promise<number>;
}

export interface Attempts {
  /** Counts one try. Null: it may go on; else the seconds until the next may, which grow each time. */
  take(kind: AttemptKind, key: string): Promise<number | null>;
  /** The try was right: it does not count. */
  giveBack(kind: AttemptKind, key: string): Promise<void>;
  /** All tries so far count no more. */
  forget(kind: AttemptKind, key: string): Promise<void>;
}

/** Browsers that an account has signed in from, by the digest of their cookie. */
export interface Devices {
  knows(accountId: string, digest: string): Promise<boolean>;
  remember(accountId: string, digest: string): Promise<void>;
}

/** Who tries to sign in: the browser's own secret, if it has one of ours, and the address that it comes from. */
export interface Visitor {
  deviceSecret: string | null;
  address: string;
  /** What it calls itself. */
  device: string | null;
}

export interface SigningPair {
  kid: string;
  privateKeyPem: string;
}

export interface SigningKeys {
  /** The one that signs now. */
  signing(): Promise<SigningPair>;
  /** Of every key whose tokens may still be valid. */
  publicJwks(): Promise<readonly PublicJwk[]>;
}

export interface AccessTokens {
  sign(accountId: string, sessionId: string): Promise<string>;
  ttlSeconds: number;
  jwks(): Promise<{ keys: Record<string, unknown>[] }>;
}

export interface Organisation {
  id: string;
  name: string;
  ownerId: string;
}

export interface Organisations {
  add(organisation: Organisation, entry: AuditEntry): Promise<void>;
  /** Tells others that it was founded; once, however often it is asked for. */
  tell(organisation: Organisation): Promise<void>;
  /** Those that others have not been told of. */
  untold(limit: number): Promise<Organisation[]>;
  load(id: string): Promise<Organisation | null>;
  /** In the order of their ids. */
  ownedBy(ownerId: string, page: PageOptions): Promise<Organisation[]>;
  /** A name never changes. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Which published cohorts somebody wants to see. */
export interface CohortQuery {
  show: z.infer<typeof membershipHttp.CohortFilter>;
  /** Of all organisations where it is undefined. */
  organisationId: string | undefined;
  nowMs: number;
}

export interface Cohorts extends Pick<AggregateStore<Cohort, CohortEvent>, 'load' | 'applyMessage'> {
  /** As an aggregate store's; what somebody did is remembered in the same write. Without `by` the system goes on by itself. */
  change<Out extends Refused | readonly CohortEvent[]>(
    id: string,
    decide: (cohort: Cohort | null) => Out,
    by?: Actor,
  ): Promise<Extract<Out, Refused> | Changed<Cohort, CohortEvent>>;
  /** As `change`; refused where another cohort has, or had, the same word in its address. */
  write<Out extends Refused | readonly CohortEvent[]>(
    id: string,
    decide: (cohort: Cohort | null) => Out,
    by: Actor,
  ): Promise<Refused<'slug_taken'> | Extract<Out, Refused> | Changed<Cohort, CohortEvent>>;
  /** By the word in its address, or one that it had. */
  bySlug(slug: string): Promise<Cohort | null>;
  withIds(ids: readonly string[]): Promise<Cohort[]>;
  /** By their first day: the soonest first of those that can be joined, else the latest first. */
  published(query: CohortQuery, page: PageAfter<string>): Promise<PublishedCohort[]>;
  /** All cohorts of an organisation, the latest draft first. */
  ofOrganisation(organisationId: string, page: PageAfter<number>): Promise<Cohort[]>;
  /** Settled cohorts of an organisation but this one, the latest settlement first. */
  settledBefore(cohort: Cohort, page: PageAfter<number>): Promise<Cohort[]>;
  /** Where somebody works, the latest draft first; without drafts that were given up. */
  staffedBy(accountId: string, page: PageAfter<number>): Promise<Cohort[]>;
  /** Published cohorts of which the seating may not know the present offer. */
  offersToFollow(limit: number): Promise<PublishedCohort[]>;
  /** Cancelled cohorts of which some enrolments have not followed yet. */
  toCancel(limit: number): Promise<Cohort[]>;
}

export interface Enrolments extends Pick<
  AggregateStore<Enrolment, EnrolmentEvent>,
  'load' | 'change' | 'applyMessage'
> {
  /** The latest application first; those in one cohort if it is given. */
  ofLearner(query: { learnerId: string; cohortId?: string | undefined }, page: PageAfter<number>): Promise<Enrolment[]>;
  /** Of each cohort the present one, the latest application first. */
  presentOf(learnerId: string, page: PageAfter<number>): Promise<Enrolment[]>;
  /** Members of a cohort in the order of their numbers. */
  members(cohortId: string, page: { afterNumber: number; limit: number }): Promise<MemberEnrolment[]>;
  /** Member numbers by learner, of those among these who are members now. */
  numbersOf(cohortId: string, learnerIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Enrolments that a cancelled cohort still has to cancel. */
  toCancelWith(cohortId: string, limit: number): Promise<Enrolment[]>;
  /** Ended enrolments for which the seating may still keep a place. */
  toFree(limit: number): Promise<Enrolment[]>;
}

/** Both load and change name the enrolments whose members are wanted; the seating is without the others. */
export interface Seatings extends Pick<AggregateStore<Seating, SeatingEvent>, 'load' | 'change'> {
  /** The enrolment's own document knows its place up to this revision. */
  followed(cohortId: string, enrolmentId: string, revision: number): Promise<void>;
  /** Cohorts in which a hold ran out by then. */
  withExpiredHolds(nowMs: number, limit: number): Promise<string[]>;
  /** Enrolments that have not followed their place. */
  unfollowed(limit: number): Promise<{ cohortId: string; enrolmentId: string }[]>;
  /** Null before its seating was opened. Many who ask at once share a look. */
  countsIn(cohortId: string): Promise<SeatCounts | null>;
  /** The same for several, without those whose seating was not opened. */
  counts(cohortIds: readonly string[]): Promise<ReadonlyMap<string, SeatCounts>>;
}

export interface SeatCounts {
  /** Neither taken nor held. */
  free: number;
  /** Member numbers given so far. */
  numbersGiven: number;
}

/** What finishes a step about seats that the seating has decided; several use cases share it, `features/seating/` is its home. */
export interface Seats {
  /** The enrolment follows its place in this seating. */
  follow(cohortId: string, enrolmentId: string, seating: Seating): Promise<Enrolment | null>;
  /** Gives back the place of an enrolment that ended: first in the seating, then its own document forgets it. */
  free(enrolment: Pick<Enrolment, 'cohortId' | 'enrolmentId'>): Promise<void>;
  /** The same for an enrolment that may have ended by a message. */
  freeIfEnded(enrolmentId: string): Promise<void>;
}

/** The seating learns what a published cohort offers now. */
export type FollowOffer = (cohort: PublishedCohort) => Promise<void>;

/** Turns a payment into a seat and a member number, or into a cancellation by which it goes back. */
export type AdmitPaid = (received: ReceivedOf<'payment.received.v1'>) => Promise<Handled>;

export interface SignedIn {
  body: z.infer<typeof membershipHttp.SignedInBody>;
  refreshToken: string;
  /** What the browser is known by from now on. */
  deviceSecret: string;
}

/** Opens a session for somebody whose password was just checked or set. */
export type StartSession = (account: Account, visitor: Pick<Visitor, 'deviceSecret' | 'device'>) => Promise<SignedIn>;

/** A secret of one browser: out of reach of scripts and of other sites. */
export interface SecretCookie {
  read(req: { headers: { cookie?: string | undefined } }): string | null;
  set(res: CookieJar, token: string): void;
  clear(res: CookieJar): void;
}

/** What is used of a response. */
export interface CookieJar {
  cookie(name: string, value: string, attributes: CookieAttributes): unknown;
  clearCookie(name: string, attributes: CookieAttributes): unknown;
}
export interface CookieAttributes {
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
  path: string;
  maxAge?: number;
}

export interface Ids {
  fresh(): string;
  /** The same learner, cohort and try always give the same id. */
  enrolment(cohortId: string, learnerId: string, attempt: number): string;
  /** A secret that nobody can guess. */
  secret(): string;
  digest(secret: string): string;
}
