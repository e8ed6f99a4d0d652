import * as z from 'zod';
import { Id, Instant } from '../primitives';
import { code, password } from './common';
import { MAX_PASSKEYS, PasskeyBody } from './passkeys';

export const RECOVERY_CODES = 10;
/** So many are named. */
export const MOST_REQUIRING = 50;
export const SecondFactorBody = z.object({
  /** Whether signing in takes more than the password: a code of an authenticator, a recovery code, or a passkey. */
  isOn: z.boolean(),
  /** Since when, of what is on now. */
  onSince: Instant.nullable(),
  hasAuthenticator: z.boolean(),
  /** In the order in which they were added. */
  passkeys: z.array(PasskeyBody).max(MAX_PASSKEYS),
  /** Whether the platform's address is a name, as browsers want it for a passkey. */
  takesPasskeys: z.boolean(),
  /** Each is good once, instead of a code. */
  recoveryCodesLeft: z.int().min(0).max(RECOVERY_CODES),
  /** Organisations that let none of their staff do anything without it, where I work for them. */
  requiredBy: z.array(z.object({ id: Id, name: z.string() })).max(MOST_REQUIRING),
});
/** `code`: only where passkeys have turned it on already. */
export const BeginSecondFactorBody = z.strictObject({ currentPassword: password, code: code.optional() });
/** Shown this once; it is on when a code of it was shown, within the hour. */
export const SecondFactorBegunBody = z.object({
  /** Base32, for who types it into an authenticator. */
  secret: z.string(),
  /** The same as authenticators scan it: otpauth://totp/... */
  uri: z.string(),
});
export const ConfirmSecondFactorBody = z.strictObject({ code });
/** Who signed in before must show both again. */
export const ProveAgainBody = z.strictObject({ currentPassword: password, code });
/** Whether an organisation requires a second factor of its staff; its owner shows both again. */
export const RequireFactorBody = ProveAgainBody.extend({ isRequired: z.boolean() });
/** Shown this once; none with an authenticator beside passkeys, whose codes stay. */
export const SecondFactorOnBody = z.object({ recoveryCodes: z.array(z.string()).max(RECOVERY_CODES) });
/** Shown this once. */
export const RecoveryCodesBody = z.object({ recoveryCodes: z.array(z.string()).length(RECOVERY_CODES) });
