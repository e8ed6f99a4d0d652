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
  /** With the letter that asks to prove its address, if there is to be one. False: the e-mail is taken. */
  add(account: Account, letter: Letter | null): Promise<boolean>;
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
