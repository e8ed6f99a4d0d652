import type { membershipHttp } from '@daka/contracts';
import type { AuditEntry } from '../domain/audit';
import type { Letter } from '../domain/letter';

export interface Account {
  id: string;
  email: string;
  displayName: string;
  timeZone: string;
  locale: membershipHttp.Locale;
  passwordHash: string;
  /** When somebody used a link that was sent to the address; null: nobody has. */
  emailProvenAtMs: number | null;
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

/** Accounts that are to be gone. */
export interface Erasures {
  /** When an account is to be erased; null: it is not. */
  of(accountId: string): Promise<number | null>;
  /** False: it was asked for before. */
  ask(accountId: string, erasesAtMs: number, entry: AuditEntry): Promise<boolean>;
  /** False: none was asked for. */
  takeBack(accountId: string, entry: AuditEntry): Promise<boolean>;
  due(nowMs: number, limit: number): Promise<string[]>;
  /** Not yet, since something of it is open. */
  putOff(accountId: string, erasesAtMs: number): Promise<void>;
  /** All that tells whose it was goes, in one write; its id stays, and means nobody. */
  erase(accountId: string, entry: AuditEntry): Promise<void>;
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
  /** Its letter was sent. */
  done(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** How many have a letter to be sent, counted up to a limit. */
  pending(limit: number): Promise<number>;
  withLink(tokenHash: string, nowMs: number): Promise<Omit<Account, 'emailProvenAtMs'> | null>;
  /** Makes the account, its address proven. Null: no such link is good now, or the address has an account since. */
  confirm(tokenHash: string, nowMs: number): Promise<Account | null>;
}

/** What somebody wants their address to be; nothing of the account changes before the link is used that went there. */
export interface EmailChanges {
  /** In the place of an earlier one. The present address is told, in the same write. False: the password has changed meanwhile. */
  ask(
    account: Pick<Account, 'id' | 'passwordHash'>,
    change: { newEmail: string; sessionId: string | null; letter: Letter },
    entry: AuditEntry,
  ): Promise<boolean>;
  /** Whose address a link changes, and the sign-in that asked for it. Null: no such link is good now. */
  withLink(tokenHash: string, nowMs: number): Promise<EmailChange | null>;
  /**
   * Changes the address, which is proven then, and ends every other link of the account; the former address is told. False: no such link
   * is good now, or another account has the address.
   */
  confirm(tokenHash: string, nowMs: number): Promise<boolean>;
}

export interface EmailChange {
  accountId: string;
  sessionId: string | null;
  formerEmail: string;
}
