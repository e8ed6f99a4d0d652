import * as z from 'zod';
import { Id, Instant } from '../primitives';
import { password } from './common';

/** What an authenticator shows, or a recovery code; spaces, hyphens and case do not matter. */
export const code = z.string().min(1).max(100);

export const RECOVERY_CODES = 10;
/** So many are named. */
export const MOST_REQUIRING = 50;
export const SecondFactorBody = z.object({
  isOn: z.boolean(),
  onSince: Instant.nullable(),
  /** Each is good once, instead of a code. */
  recoveryCodesLeft: z.int().min(0).max(RECOVERY_CODES),
  /** Organisations that let none of their staff do anything without it, where I work for them. */
  requiredBy: z.array(z.object({ id: Id, name: z.string() })).max(MOST_REQUIRING),
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
/** Whether an organisation requires a second factor of its staff; its owner shows both again. */
export const RequireFactorBody = ProveAgainBody.extend({ isRequired: z.boolean() });
/** Shown this once. */
export const RecoveryCodesBody = z.object({ recoveryCodes: z.array(z.string()).length(RECOVERY_CODES) });
