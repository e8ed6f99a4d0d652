import type { membershipHttp, ReceivedOf, Refused } from '@daka/contracts';
import type { AggregateStore, Changed, Clock, Handled } from '@daka/service-kit';
import type { PlatformBounds } from '@daka/rules';
import type { z } from 'zod';
import type { Actor, AuditEntry } from './domain/audit';
import type { Cohort, CohortEvent, PublishedCohort } from './domain/cohort';
import type { Table, TableRow } from './domain/learner-table';
import type { PasskeyChallenges, PasskeyChecks } from './domain/passkey';
import type { OneTimeCodes, SecondFactors } from './domain/second-factor';
import type { Enrolment, EnrolmentEvent, MemberEnrolment } from './domain/enrolment';
import type { Seating, SeatingEvent } from './domain/seating';
import type { Version } from './domain/versions';
import type { Accounts, EmailChanges, Erasures, SignUps } from './ports/accounts';
import type {
  AccountLetters,
  Invitations,
  LearnerInvitations,
  LinkSeal,
  Mailer,
  Notices,
  ResetRequests,
} from './ports/letters';
import type { PageAfter, PageOptions } from './ports/pages';
import type { AccessTokens, Attempts, Devices, IsGuessable, Passwords, Sessions } from './ports/sign-in';

export type * from './ports/accounts';
export type * from './ports/letters';
export type * from './ports/pages';
export type * from './ports/sign-in';

/** What use cases need of the outside; app.ts decides what stands behind each. */
export interface Ports {
  accounts: Accounts;
  erasures: Erasures;
  letters: AccountLetters;
  signUps: SignUps;
  emailChanges: EmailChanges;
  resetRequests: ResetRequests;
  invitations: Invitations;
  learnerInvitations: LearnerInvitations;
  readTable: ReadTable;
  notices: Notices;
  secondFactors: SecondFactors;
  oneTimeCodes: OneTimeCodes;
  sealedTexts: SealedTexts;
  passkeyChecks: PasskeyChecks;
  passkeyChallenges: PasskeyChallenges;
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

export type { TableRow };
/** Reads comma-separated values; what cannot be read is named by its lines. */
export type ReadTable = (text: string) => Table;

export type { OneTimeCodes, SecondFactors };

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
  /** Of a passkey there is a copy: it signs nobody in. */
  notePasskeyCopied(accountId: string, nowMs: number): void;
  /** The password was right, the code was not; as bounded as the above. */
  noteWrongCode(accountId: string, nowMs: number): void;
}

/** What lies under KEY: signing keys, secrets of second factors, links of letters that wait. */
export interface SealedTexts {
  /** Whether KEY, or the one of before, opens any signing key; where there is none yet it does. */
  isOpen(): Promise<boolean>;
  /** How many second factors neither opens. */
  closedFactors(): Promise<number>;
  /** Stores anew under KEY what stands under the one of before; how much that was. */
  renew(): Promise<number>;
}

/** What cohorts said of themselves, each written together with the act that made it. */
export interface Versions {
  /** The latest first. */
  ofCohort(cohortId: string, page: PageAfter<number>): Promise<(Version & { id: string })[]>;
  /** What everybody could read at that instant; null: it was not kept then. */
  promisedAt(cohortId: string, atMs: number): Promise<Version | null>;
}

export interface Organisation {
  id: string;
  name: string;
  ownerId: string;
  /** Its staff do nothing for it before they have a second factor. */
  requiresSecondFactor: boolean;
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
  /** Of these, and of those that somebody owns, which require a second factor of their staff; in the order of their ids. */
  requiringFactor(ids: readonly string[], ownerId: string): Promise<Organisation[]>;
  /** What is not changed by it is not remembered. Null: there is no such organisation. */
  requireFactor(id: string, isRequired: boolean, entry: AuditEntry): Promise<Organisation | null>;
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
  /** The organisations of the cohorts in which somebody works. */
  organisationsOf(accountId: string): Promise<string[]>;
  /** Published cohorts of which the seating may not know the present offer. */
  offersToFollow(limit: number): Promise<PublishedCohort[]>;
  /** Cancelled cohorts of which some enrolments have not followed yet. */
  toCancel(limit: number): Promise<Cohort[]>;
}

export type NumberedMember = Pick<MemberEnrolment, 'memberNumber' | 'learnerId'>;

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
  /** All members behind a number, in that order, by no more than what somebody is looked up by. */
  numbered(cohortId: string, afterNumber: number): Promise<NumberedMember[]>;
  /** The members of those numbers, in their order. */
  membersNumbered(cohortId: string, memberNumbers: readonly number[]): Promise<MemberEnrolment[]>;
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

export interface Ids {
  fresh(): string;
  /** The same learner, cohort and try always give the same id. */
  enrolment(cohortId: string, learnerId: string, attempt: number): string;
  /** A secret that nobody can guess. */
  secret(): string;
  digest(secret: string): string;
}
