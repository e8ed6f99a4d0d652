import type { membershipHttp, Refused } from '@daka/contracts';
import type { PublicJwk } from '@daka/service-kit';
import type { z } from 'zod';
import type { AuditEntry } from '../domain/audit';
import type { Session } from '../domain/session';
import type { Account } from './accounts';
import type { PageAfter } from './pages';

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
  /** Ends all of an account, for whoever runs the platform; answers how many it ended. */
  endAll(accountId: string, nowMs: number): Promise<number>;
  /** Whoever has one that is not over, each once. */
  signedIn(nowMs: number): AsyncIterable<string>;
  /** Those that were ended from this instant on, the earliest first; of erased accounts too. */
  revoked(fromMs: number, page: PageAfter<number>): Promise<RevokedSession[]>;
}

export interface RevokedSession {
  id: string;
  revokedAtMs: number;
}

/**
 * What tries are counted by: the device that the owner has signed in from, everybody else at one account (by its e-mail),
 * everybody at one address, an owner who looks for staff, who is signed in and must prove the password once more, who knows the password
 * and must show a code (by the device, by the sign-in, or everybody else at one account), who is signed in and wants another letter,
 * everybody at one address who begins to sign in by a passkey,
 * everybody at one address who wants a password reset or signs up, letters to one e-mail that whoever asked for them may not own,
 * whoever imports learners.
 */
export type AttemptKind =
  | 'device'
  | 'account'
  | 'address'
  | 'staff'
  | 'password'
  | 'code'
  | 'passkey'
  | 'letter'
  | 'reset'
  | 'sign_up'
  | 'letter_to'
  | 'import';

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
  /**
   * A token of this sign-in, over with it at the latest.
   * `waits`: the organisations that require a second factor of their staff, which this account does not have.
   */
  sign(
    session: Pick<Session, 'id' | 'accountId' | 'expiresAtMs'>,
    waits: readonly string[],
  ): Promise<z.infer<typeof membershipHttp.AccessTokenBody>>;
  jwks(): Promise<{ keys: Record<string, unknown>[] }>;
}

export interface SignedIn {
  body: z.infer<typeof membershipHttp.SignedInBody>;
  refreshToken: string;
  /** What the browser is known by from now on. */
  deviceSecret: string;
}

/** Opens a session for somebody whose password or passkey was just checked, or whose password was set. */
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
