import type { homeworkHttp, membershipHttp, paymentHttp, Received } from '@daka/contracts';
import type { CalendarExport } from '@daka/proof';
import type { Handled } from '@daka/service-kit';
import type { Request, Response } from 'express';
import type { News, NewsTopic } from './domain/news';
import type { z } from 'zod';

/** The services behind the public origin, by name. */
export type Upstreams = Readonly<Record<'membership' | 'payment' | 'homework' | 'checkin', string>>;

/** A sign-in of one browser. Tokens are sealed under a key that only the browser's cookie yields, so whoever reads the database can use none. */
export interface BrowserSession {
  /** Derived from the cookie; it cannot be turned back into it. */
  id: string;
  /** The tokens, see `Tokens`. */
  sealed: string;
  /** When the access token ends (wall clock). */
  accessEndsAtMs: number;
  /** When the sign-in ends unless it is refreshed (wall clock). */
  endsAtMs: number;
  /** Until when somebody is refreshing it; 0: nobody. */
  refreshingUntilMs: number;
  /** When this browser last began to write something (wall clock); 0: never. */
  wroteAtMs: number;
}

/** What membership hands out for a sign-in. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
}

export interface BrowserSessions {
  add(session: BrowserSession): Promise<void>;
  load(id: string): Promise<BrowserSession | null>;
  /** True: the caller alone may refresh it until then. */
  claimRefresh(id: string, nowMs: number, untilMs: number): Promise<boolean>;
  /** Ends the claim, with what the refresh gave. */
  refreshed(id: string, next: Omit<BrowserSession, 'id' | 'refreshingUntilMs' | 'wroteAtMs'>): Promise<void>;
  wrote(id: string, nowMs: number): Promise<void>;
  /** Ends the claim without a change. */
  releaseRefresh(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Those of them that have not ended. */
  alive(ids: readonly string[], nowMs: number): Promise<ReadonlySet<string>>;
}

/** What signing in, or refreshing, answered. */
export type Granted = Tokens & { accessTtlMs: number; lifetimeMs: number };

/** Membership's sign-in, as the origin uses it. Refusals are handed on as membership words them. */
export interface Accounts {
  signIn(
    path: '/sessions' | '/sessions/passkey' | '/accounts/confirmation',
    body: unknown,
    visitor: Visitor,
  ): Promise<SignedIn | Problem>;
  /** null: the session has ended. @throws when membership is away. */
  refresh(refreshToken: string): Promise<Granted | null>;
  signOut(refreshToken: string): Promise<void>;
}

/** Who signs in: membership counts wrong passwords by what it is told here. */
export interface Visitor {
  /** The browser's Cookie header, of which membership knows its own. */
  cookies: string | undefined;
  /** What the browser calls itself. */
  device: string | undefined;
  address: string;
}

export interface SignedIn {
  granted: Granted;
  /** What membership lets the browser be known by: a whole Set-Cookie line. */
  deviceCookie: string | undefined;
  account: unknown;
}

/** A problem document of another service. */
export interface Problem {
  status: number;
  retryAfterSeconds: number | undefined;
  problem: unknown;
}

/** A request of a browser that is signed in. */
export interface Visit {
  sessionId: string;
  /** As of this request, by whatever instance; see `BrowserSession`. */
  wroteAtMs: number;
}

/** See features/session/. */
export interface SessionKeeper {
  /** Lets a request in, with the access token to go on with; null: the sign-in has ended. */
  admit(secret: string): Promise<{ accessToken: string; visit: Visit } | null>;
  /** Before a write is passed on: what was read until now is out of date for this browser. */
  wrote(secret: string): Promise<void>;
  /** What the session of a cookie is stored under. */
  idOf(secret: string): string;
  begin(granted: Granted): Promise<string>;
  end(secret: string): Promise<void>;
}

export interface SessionCookie {
  takeFrom(req: Request): string | undefined;
  of(req: Request): string | undefined;
  /** Who was let in by it; undefined: somebody with a token of their own. */
  visitOf(req: Request): Visit | undefined;
  letIn(req: Request, visit: Visit): void;
  set(res: Response, secret: string, maxAgeMs: number): void;
  clear(res: Response): void;
}

/** The latest news of each enrolment, kept for all instances. */
export interface NewsLog {
  apply(received: Received<NewsTopic>): Promise<Handled>;
  load(enrolmentId: string): Promise<News | null>;
  /** Of several; who has none is left out. */
  of(enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, News>>;
  /** Calls whenever an enrolment has news, by whatever instance; with null when some may have been missed. */
  watch(onNews: (enrolmentId: string | null) => void): { stop(): Promise<void> };
}

export type MyEnrolment = z.infer<typeof membershipHttp.EnrolmentBody>;

/** What the services say of one learner, asked with the learner's own token. Null: not there (yet). @throws when a service is away. */
export interface LearnerReads {
  enrolments(authorization: string): Promise<readonly MyEnrolment[]>;
  enrolment(authorization: string, enrolmentId: string): Promise<MyEnrolment | null>;
  calendar(authorization: string, enrolmentId: string): Promise<CalendarExport | null>;
  statement(
    authorization: string,
    enrolmentId: string,
  ): Promise<Pick<
    z.infer<typeof paymentHttp.StatementBody>,
    'currency' | 'depositMinor' | 'refundedMinor' | 'inFlightMinor' | 'payableMinor' | 'forfeitedMinor' | 'frozenMinor'
  > | null>;
  cohortTitle(authorization: string, cohortId: string): Promise<string>;
  /** Null when homework is away: the first page can do without. */
  homework(
    authorization: string,
    enrolmentId: string,
  ): Promise<Pick<z.infer<typeof homeworkHttp.Completion>, 'items' | 'feedbackUnread'> | null>;
}

/**
 * What a service answers to a read of an account's own, as it words it: the JSON text; null where it has nothing for this account.
 * @throws when the service is away.
 */
export type OwnAnswers = (name: keyof Upstreams, path: string, authorization: string) => Promise<string | null>;

/** Who is meant by an address: a cohort by its id, or by the word that it has or had in one. */
export type CohortAddress = { id: string } | { slug: string };

export interface CohortIntroduction {
  id: string;
  /** The word that it has now. */
  slug: string | null;
  title: string;
  organisation: string;
  whatFor: string | null;
  forWhom: string | null;
  /** What it costs and when it is; amounts in the currency's minor unit. Null while it is not known. */
  terms: CohortTerms | null;
}

export interface CohortTerms {
  currency: string;
  entryFeeMinor: number;
  depositMinor: number;
  days: number;
  /** The first day (YYYY-MM-DD). */
  startsOn: string;
}

/** How a cohort introduces itself to everybody. Null: there is none that everybody may read, or membership is away. */
export interface CohortIntroductions {
  of(address: CohortAddress): Promise<CohortIntroduction | null>;
}
