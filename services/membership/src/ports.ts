import type { membershipHttp, Refused } from '@daka/contracts';
import type { AggregateStore, Clock } from '@daka/service-kit';
import type { Cohort, CohortEvent } from './domain/cohort';
import type { Enrolment, EnrolmentEvent } from './domain/enrolment';
import type { Seating, SeatingEvent } from './domain/seating';
import type { Session } from './domain/session';

/** What use cases need of the outside; app.ts decides what stands behind each. */
export interface Ports {
  accounts: Accounts;
  passwords: Passwords;
  sessions: Sessions;
  attempts: Attempts;
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
}

export interface Account {
  id: string;
  email: string;
  displayName: string;
  timeZone: string;
  locale: membershipHttp.Locale;
  passwordHash: string;
}

export interface Accounts {
  /** False: the e-mail is taken. */
  add(account: Account): Promise<boolean>;
  load(id: string): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  displayNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Passwords {
  /** Refused when too many wait for a hash: hashing is slow on purpose. */
  hash(password: string): Promise<Refused<'busy'> | string>;
  /** Takes the same time without a hash to compare with; then the answer is false. */
  verify(password: string, hash: string | null): Promise<Refused<'busy'> | boolean>;
}

export interface Sessions {
  add(session: Session): Promise<void>;
  load(id: string): Promise<Session | null>;
  /** Writes `next` if the session still carries the token hash of `current` and is not revoked. */
  replace(current: Session, next: Session): Promise<boolean>;
  revoke(id: string, nowMs: number): Promise<void>;
}

export interface Attempts {
  /** Counts one more; false once more than `max` fell into the running window. */
  count(key: string, limit: { max: number; windowMs: number }): Promise<boolean>;
  clear(key: string): Promise<void>;
}

export interface AccessTokens {
  sign(accountId: string): string;
  ttlSeconds: number;
  jwks(): { keys: Record<string, unknown>[] };
}

export interface Organisation { id: string; name: string; ownerId: string }

export interface Organisations {
  add(organisation: Organisation): Promise<void>;
  load(id: string): Promise<Organisation | null>;
  ownedBy(ownerId: string, page: PageOptions): Promise<Organisation[]>;
}

export interface PageOptions { afterId?: string | undefined; limit: number }

export interface Cohorts extends Pick<AggregateStore<Cohort, CohortEvent>, 'load' | 'change' | 'applyMessage'> {
  published(page: PageOptions): Promise<Cohort[]>;
  ofOrganisation(organisationId: string, page: PageOptions): Promise<Cohort[]>;
  /** Cancelled cohorts of which some enrolments have not followed yet. */
  toCancel(limit: number): Promise<Cohort[]>;
}

export interface Enrolments extends Pick<AggregateStore<Enrolment, EnrolmentEvent>, 'load' | 'change' | 'applyMessage'> {
  ofLearner(learnerId: string, page: PageOptions): Promise<Enrolment[]>;
  /** Members of a cohort in the order of their numbers. */
  members(cohortId: string, page: { afterNumber: number; limit: number }): Promise<Enrolment[]>;
  /** Enrolments that a cancelled cohort still has to cancel. */
  toCancelWith(cohortId: string, limit: number): Promise<Enrolment[]>;
  /** Ended enrolments for which the seating may still keep a place. */
  toFree(limit: number): Promise<Enrolment[]>;
}

export interface Seatings {
  /** With the members among `enrolmentIds`; others are left out. */
  load(cohortId: string, enrolmentIds: readonly string[]): Promise<Seating | null>;
  /** Loads with the member named, decides, evolves and writes only what changed; decided anew when somebody else wrote in between. */
  change<R extends Refused = never>(
    cohortId: string,
    enrolmentId: string | null,
    decide: (seating: Seating | null) => R | SeatingEvent[],
  ): Promise<R | Seating | null>;
  /** The enrolment's own document knows its place up to this revision. */
  followed(cohortId: string, enrolmentId: string, revision: number): Promise<void>;
  /** Cohorts in which a hold ran out by then. */
  withExpiredHolds(nowMs: number, limit: number): Promise<string[]>;
  /** Enrolments that have not followed their place. */
  unfollowed(limit: number): Promise<{ cohortId: string; enrolmentId: string }[]>;
  /** Seats that are neither taken nor held, for those cohorts whose seating was opened. */
  freeSeats(cohortIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

export interface Ids {
  fresh(): string;
  /** The same learner, cohort and try always give the same id. */
  enrolment(cohortId: string, learnerId: string, attempt: number): string;
  /** A secret that nobody can guess. */
  secret(): string;
  digest(secret: string): string;
}
