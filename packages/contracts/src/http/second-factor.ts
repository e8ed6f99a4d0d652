import * as z from 'zod';
import { Instant } from '../primitives';
import { password } from './common';

/** What an authenticator shows, or a recovery code; spaces, hyphens and case do not matter. */
export const code = z.string().min(1).max(100);

export const RECOVERY_CODES = 10;
export const SecondFactorBody = z.object({
  isOn: z.boolean(),
  onSince: Instant.nullable(),
  /** Each is good once, instead of a code. */
  recoveryCodesLeft: z.int().min(0).max(RECOVERY_CODES),
});
export const BeginSecondFactorBody = z.strictObject({ currentPassword: password });
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
/** Shown this once. */
export const RecoveryCodesBody = z.object({ recoveryCodes: z.array(z.string()).length(RECOVERY_CODES) });
