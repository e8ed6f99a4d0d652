import type { AuditEntry } from '../domain/audit';
import type { Invitation } from '../domain/invitation';
import type { KnownInvitation, LearnerInvitation, LearnerLetter } from '../domain/learner-invitation';
import type { Letter, LetterKind } from '../domain/letter';
import type { Notice, NoticeKind } from '../domain/notice';
import type { Account } from './accounts';

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
  /** Of a cohort, by id. */
  ofCohort(
    cohortId: string,
    options: { limit: number; afterId: string | undefined },
  ): Promise<readonly KnownInvitation[]>;
  load(id: string): Promise<KnownInvitation | null>;
  /** In the place of what was loaded, with another letter. False: it was used, withdrawn or written of meanwhile. */
  resend(
    before: KnownInvitation,
    after: LearnerInvitation & { letter: LearnerLetter | null },
    entry: AuditEntry,
  ): Promise<boolean>;
  /** False: it was used or withdrawn already. */
  withdraw(id: string, nowMs: number, entry: AuditEntry): Promise<boolean>;
  /** Null: no such link is good now. */
  use(tokenHash: string, nowMs: number): Promise<LearnerInvitation | 'withdrawn' | null>;
  takeDue(nowMs: number): Promise<DueLearnerInvitation | null>;
  /** That letter was sent, or is given up; a later one stays due. */
  told(id: string, letterId: string): Promise<void>;
}

/** A letter without a link that is ours to send until the next attempt is due; `attempts` counts this one. */
export type DueNotice = Notice & { attempts: number };

/** What accounts are told of; most are written together with what was done, by the port that did it. */
export interface Notices {
  /** At most one of its kind a day and account. */
  putOnceADay(accountId: string, kind: NoticeKind, nowMs: number): Promise<void>;
  takeDue(nowMs: number): Promise<DueNotice | null>;
  /** It was sent, or is given up. */
  told(id: string): Promise<void>;
  /** How many are to be sent, counted up to a limit. */
  pending(limit: number): Promise<number>;
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
