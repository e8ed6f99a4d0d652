/** One that an account signs in with: a key that an authenticator holds, which asks its owner for a finger, a face or a PIN before it signs. */
export interface Passkey {
  /** What the authenticator calls it, in base64url. */
  id: string;
  name: string;
  /** COSE, in base64url. It can only check what the other half signed. */
  publicKey: string;
  /** How often it has signed, as its authenticator says; always 0 where that does not count. */
  counter: number;
  addedAtMs: number;
  lastUsedAtMs: number | null;
}

/** What an authenticator made, as the browser hands it on. */
export interface NewPasskey {
  id: string;
  clientDataJson: string;
  attestationObject: string;
}

/** What an authenticator signed, as the browser hands it on. */
export interface PasskeyAnswer {
  id: string;
  clientDataJson: string;
  authenticatorData: string;
  signature: string;
  userHandle: string;
}

/** What browsers and authenticators say of passkeys, held against what was asked for: our address, our challenge, an owner who was verified. */
export interface PasskeyChecks {
  /** The name that passkeys belong to. Null: the platform's address is a number, which browsers make none for. */
  rpId: string | null;
  /** Null: it is not what was asked for. */
  made(challenge: string, passkey: NewPasskey): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter'> | null>;
  /** The counter that was signed. Null: it is not what was asked for. */
  signed(challenge: string, passkey: Pick<Passkey, 'id' | 'publicKey'>, answer: PasskeyAnswer): Promise<number | null>;
}

/** What a challenge was given for: by whom, from which sign-in; nobody yet where it is to sign in. */
export type Purpose =
  | { kind: 'add'; accountId: string; sessionId: string | null; isFirst: boolean }
  | { kind: 'prove'; accountId: string; sessionId: string | null }
  | { kind: 'sign_in' }
  /** A passkey has answered, and what it was exchanged for may be shown once as a code. */
  | { kind: 'proof'; accountId: string; sessionId: string | null };

/** Each is good once, and for minutes. */
export interface PasskeyChallenges {
  add(digest: string, purpose: Purpose, expiresAtMs: number): Promise<void>;
  /** Used up, whoever takes it. Null: there is none, or it has expired. */
  take(digest: string, nowMs: number): Promise<Purpose | null>;
}

export const CHALLENGE_MS = 300_000;
/** In COSE's numbers: Ed25519, ECDSA on P-256, RSA; the best first. */
export const ALGORITHMS = [-8, -7, -257];

/** Browsers make passkeys for names, and for `localhost`, not for numbers; and only where nobody on the way can change the page. */
export function rpIdOf(origin: string): string | null {
  const { protocol, hostname } = new URL(origin);
  if (hostname === 'localhost') return hostname;
  const isNumber = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return protocol === 'https:' && !isNumber ? hostname : null;
}

/** How an authenticator knows which account a passkey is of: it says no more than the id that every service knows. */
export function userHandleOf(accountId: string): string {
  return Buffer.from(accountId).toString('base64url');
}

/** Null: it is none of ours. */
export function accountOf(userHandle: string): string | null {
  const accountId = Buffer.from(userHandle, 'base64url').toString();
  return userHandleOf(accountId) === userHandle ? accountId : null;
}

/**
 * The challenge that a browser says it was given; whether that is so is checked with the signature. Null: it says none, or that a page of
 * somebody else's was around ours, where nobody sees whom they sign in to.
 */
export function challengeOf(clientDataJson: string): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString());
    if (typeof said !== 'object' || said === null || !('challenge' in said)) return null;
    if ('crossOrigin' in said && said.crossOrigin !== false) return null;
    return typeof said.challenge === 'string' ? said.challenge : null;
  } catch {
    return null;
  }
}

/** A counter that does not grow is of a copy, or the original after a copy was used. Those that never count say 0 each time. */
export function isCopy(before: number, signed: number): boolean {
  return (before > 0 || signed > 0) && signed <= before;
}
