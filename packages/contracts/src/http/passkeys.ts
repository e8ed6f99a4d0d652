import * as z from 'zod';
import { Instant } from '../primitives';
import { code, line, password } from './common';

export const MAX_PASSKEYS = 10;
/** Bytes as browsers write them in JSON. */
const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/, 'must be base64url');
const challenge = z.string().regex(/^[\w-]{43}$/, 'must be base64url');

/** What an authenticator calls a passkey. */
export const PasskeyId = base64url(1_400);
export const PasskeyName = line(60);
export const PasskeyBody = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: Instant,
  /** Null: nobody has signed in with it yet. */
  lastUsedAt: Instant.nullable(),
});

/** `code`: only where two-step sign-in is on already. */
export const BeginPasskeyBody = z.strictObject({ currentPassword: password, code: code.optional() });
/** What a browser asks an authenticator to make; good once, within minutes. */
export const PasskeyBegunBody = z.object({
  challenge,
  rpId: z.string(),
  userId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  /** In COSE's numbers, the best first. */
  algorithms: z.array(z.int()),
  /** Those that the account has: none of their authenticators makes a second one. */
  excludedIds: z.array(z.string()).max(MAX_PASSKEYS),
  timeoutSeconds: z.int().min(1),
});
/** What the authenticator made. */
export const AddPasskeyBody = z.strictObject({
  name: PasskeyName,
  id: PasskeyId,
  clientDataJson: base64url(4_000),
  attestationObject: base64url(16_000),
});
/** Recovery codes with the first factor of an account, shown this once; none where it has some. */
export const PasskeyAddedBody = z.object({ recoveryCodes: z.array(z.string()) });

/** What a browser asks any of its owner's authenticators to sign; good once, within minutes. */
export const PasskeyAskedBody = z.object({ challenge, rpId: z.string(), timeoutSeconds: z.int().min(1) });
/** What an authenticator signed. */
export const PasskeyAnswerBody = z.strictObject({
  id: PasskeyId,
  clientDataJson: base64url(4_000),
  authenticatorData: base64url(4_000),
  signature: base64url(2_000),
  /** The account that it was made for. */
  userHandle: base64url(100),
});
/** A code for one act of this sign-in, within minutes. */
export const PasskeyProofBody = z.object({ code: z.string() });
/** `passkeyId` goes into the body: as part of a path it could be too long. */
export const RemovePasskeyBody = z.strictObject({ currentPassword: password, code, passkeyId: PasskeyId });
