import type { Passkey } from './passkey';

/** What a sign-in asks for besides the password: a code of an authenticator or one of the recovery codes. A passkey signs in alone, and is both. */
export interface SecondFactor {
  accountId: string;
  /** What the authenticator's codes are made of, sealed. Null: no authenticator was begun. */
  sealed: string | null;
  begunAtMs: number;
  /** Null: nobody has shown a code of it yet, so it counts for nothing. */
  onSinceMs: number | null;
  /** Codes of this time step and of those before are used: each is good once. */
  lastStep: number;
  /** Of the recovery codes that were not used. */
  recoveryHashes: readonly string[];
  passkeys: readonly Passkey[];
}

/** The sign-in that an account acts from; none: it is signing in. */
type From = { sessionId?: string | null };

/** Second factors. Each change is remembered in the audit log and told to the owner in the same write. */
export interface SecondFactors {
  load(accountId: string): Promise<SecondFactor | null>;
  /** An authenticator, in the place of one that was begun. False: one is on. */
  begin(factor: { accountId: string; sealed: string; atMs: number }, by: From): Promise<boolean>;
  /** `recoveryHashes`: null where passkeys have some. False: another was begun since, it is on, or so are passkeys since or no more. */
  turnOn(
    factor: Pick<SecondFactor, 'accountId' | 'sealed'>,
    first: { step: number; recoveryHashes: readonly string[] | null; atMs: number },
    by: From,
  ): Promise<boolean>;
  /** The authenticator; passkeys stay, and the recovery codes with them. False: none is on. */
  turnOff(accountId: string, atMs: number, by: From): Promise<boolean>;
  /** `recoveryHashes`: null where the account has some. False: it has a factor since or no more, or all the passkeys that it may have. */
  addPasskey(accountId: string, passkey: Passkey, recoveryHashes: readonly string[] | null, by: From): Promise<boolean>;
  /** The last of all factors takes the recovery codes with it. False: there is no such passkey. */
  removePasskey(accountId: string, passkeyId: string, atMs: number, by: From): Promise<boolean>;
  /** False: it is there no more, or was used meanwhile. */
  usePasskey(accountId: string, passkey: Passkey, counter: number, atMs: number, by: From): Promise<boolean>;
  /** By whoever runs the platform. False: none is on. */
  remove(accountId: string, atMs: number): Promise<boolean>;
  /** False: a code of this step, or of a later one, was used. */
  useStep(factor: Pick<SecondFactor, 'accountId' | 'sealed'>, step: number): Promise<boolean>;
  /** False: there is no such code, or it was used. */
  useRecoveryCode(accountId: string, hash: string, atMs: number, by: From): Promise<boolean>;
  /** False: none is on. */
  replaceRecoveryCodes(accountId: string, hashes: readonly string[], atMs: number, by: From): Promise<boolean>;
}

/** Codes of authenticators, and recovery codes. */
export interface OneTimeCodes {
  /** A secret for an authenticator, which shows it under the label; `sealed` is all of it that is kept. */
  fresh(accountId: string, label: string): { sealed: string; secret: string; uri: string };
  /** The time step whose code this is, about now. Null: it is of none, or the secret was sealed under another key. */
  stepOf(factor: Pick<SecondFactor, 'accountId' | 'sealed'>, code: string, nowMs: number): number | null;
  recoveryCodes(): string[];
}

const CONFIRM_WITHIN_MS = 3_600_000;
const DIGITS = /^\d{6}$/;
/** No recovery code is so long, whatever its hyphens. */
const PROOF = /^[\w-]{43}$/;
/** Crockford's base32: nobody can take one of its characters for another. */
export const RECOVERY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
export const RECOVERY_CHARACTERS = 24;
const RECOVERY = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_CHARACTERS}}$`);

export function isOn(factor: SecondFactor | null): factor is SecondFactor {
  return factor !== null && (hasAuthenticator(factor) || factor.passkeys.length > 0);
}

export function hasAuthenticator(factor: SecondFactor | null): boolean {
  return factor !== null && factor.onSinceMs !== null;
}

/** Of what is on, since when the first has been. */
export function onSinceMs({ onSinceMs: authenticatorSinceMs, passkeys }: SecondFactor): number {
  return Math.min(authenticatorSinceMs ?? Infinity, ...passkeys.map(({ addedAtMs }) => addedAtMs));
}

/** Whether it waits for its first code. */
export function isBegun(factor: SecondFactor | null, nowMs: number): factor is SecondFactor {
  return (
    factor !== null &&
    factor.sealed !== null &&
    factor.onSinceMs === null &&
    nowMs < factor.begunAtMs + CONFIRM_WITHIN_MS
  );
}

/** What somebody typed, however they wrote it: full-width digits, spaces, hyphens, capitals, an o for a zero; or what a passkey was exchanged for. Null: no kind. */
export function readCode(typed: string): { kind: 'authenticator' | 'recovery' | 'passkey'; code: string } | null {
  if (PROOF.test(typed)) return { kind: 'passkey', code: typed };
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
  if (DIGITS.test(code)) return { kind: 'authenticator', code };
  const meant = code.replaceAll('o', '0').replaceAll(/[il]/g, '1');
  return RECOVERY.test(meant) ? { kind: 'recovery', code: meant } : null;
}

/** In groups of four, to be read and typed. */
export function writtenOut(recoveryCode: string): string {
  return recoveryCode.replaceAll(/.{4}(?=.)/g, '$&-');
}
