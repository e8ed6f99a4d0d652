/** What an account is written a letter for. Each letter holds a link that is good once. */
export type LetterKind = 'prove_email' | 'reset_password' | 'change_email';
/** What a link in a letter is for; who signs up has no account yet. */
export type LinkKind = LetterKind | 'sign_up';

/** A letter to an account's address. A later one of its kind takes its place, and its link opens nothing any more. */
export interface Letter {
  /** Stays the same however often it is sent. */
  id: string;
  /** Of the secret in its link. */
  tokenHash: string;
  /** The secret itself, sealed; only until the letter is sent. */
  sealed: string;
  writtenAtMs: number;
  expiresAtMs: number;
  /** How often it was tried to send it. */
  attempts: number;
}

const HOUR_MS = 3_600_000;
const VALID_MS: Readonly<Record<LinkKind, number>> = {
  sign_up: 24 * HOUR_MS,
  prove_email: 24 * HOUR_MS,
  change_email: 24 * HOUR_MS,
  reset_password: HOUR_MS,
};
const FIRST_WAIT_MS = 30_000;
const MOST_ATTEMPTS = 12;
/** Who asks again so soon has one on its way; others can neither flood a mailbox nor end the link that its owner waits for. */
const RESETS_APART_MS = 5 * 60_000;

export function writeLetter(kind: LinkKind, fresh: Pick<Letter, 'id' | 'tokenHash' | 'sealed'>, nowMs: number): Letter {
  return { ...fresh, writtenAtMs: nowMs, expiresAtMs: nowMs + VALID_MS[kind], attempts: 0 };
}

/** When it is tried again if this attempt, the `attempt`th, comes to nothing: each wait is twice as long, up to an hour. */
export function nextAttemptMs(attempt: number, nowMs: number): number {
  return nowMs + Math.min(HOUR_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
}

/** Whether sending it makes no sense any more. */
export function isGivenUp({ attempts, expiresAtMs }: Pick<Letter, 'attempts' | 'expiresAtMs'>, nowMs: number): boolean {
  return attempts >= MOST_ATTEMPTS || nowMs >= expiresAtMs;
}

export function isTooSoon(earlier: Pick<Letter, 'writtenAtMs'> | null, nowMs: number): boolean {
  return earlier !== null && nowMs < earlier.writtenAtMs + RESETS_APART_MS;
}
