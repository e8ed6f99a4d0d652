import { TIME_ZONE_FORMAT, isTimeZone } from '@daka/rules';
import * as z from 'zod';
import { Id, Instant, TimeZone } from '../primitives';
import { code, line, page, password } from './common';

export const timeZone = TimeZone.refine(isTimeZone, {
  error: 'must be an IANA time zone or a fixed offset such as "+08:00"',
}).meta({ format: TIME_ZONE_FORMAT });

/** As a letter can be sent to: labels of the host as DNS takes them, the name before it as long as SMTP does (RFC 1035, RFC 5321). */
const EMAIL =
  /^(?=[^@]{1,64}@)(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** Compared without regard to case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: EMAIL }))
  .meta({ format: 'email', pattern: EMAIL.source });
/** One that an account may have: also such as were taken before `Email` asked for more, whose owners sign in as ever. */
export const KnownEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ format: 'email', pattern: z.regexes.email.source });
export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

const displayName = line(80);

/** One that is chosen now; it is also refused where it could be guessed. */
const newPassword = z.string().min(10).max(200);

export const SignUpBody = z.strictObject({
  email: Email,
  password: newPassword,
  displayName,
  timeZone,
  locale: Locale.default('zh-CN'),
});
/** Whether addresses are proven here by a letter with a link; it is the same for every address. False: the account can sign in at once. */
export const SignUpAnswer = z.object({ letterSent: z.boolean() });
/** `code`: only for accounts with a second factor, which say so once the password was right. */
export const SignInBody = z.strictObject({ email: KnownEmail, password, code: code.optional() });
export const ChangePasswordBody = z.strictObject({ currentPassword: password, newPassword });

export const AccountBody = z.object({
  id: Id,
  email: z.string(),
  displayName: z.string(),
  timeZone: TimeZone,
  locale: Locale,
  /** Whether a link was used that was sent to the address; before that no seat is held and no role begins. True where nobody needs to. */
  emailProven: z.boolean(),
});
/** What is left out stays. */
export const EditAccountBody = z.strictObject({
  displayName: displayName.optional(),
  timeZone: timeZone.optional(),
  locale: Locale.optional(),
});
/** The secret in a link that was sent to an address, behind its #: 32 bytes in base64url. */
const linkToken = z.string().regex(/^[\w-]{43}$/, 'the 43 characters behind the # of the link');
export const ProveEmailBody = z.strictObject({ token: linkToken });
export const ConfirmSignUpBody = z.strictObject({ token: linkToken, password });
/** `code`: only for accounts with a second factor. */
export const ChangeEmailBody = z.strictObject({ newEmail: Email, currentPassword: password, code: code.optional() });
export const ConfirmEmailBody = z.strictObject({ token: linkToken });
export const AskPasswordResetBody = z.strictObject({ email: KnownEmail });
export const ResetPasswordBody = z.strictObject({ token: linkToken, newPassword });
export const AccessTokenBody = z.object({ accessToken: z.string(), expiresInSeconds: z.int().min(1) });
export const SignedInBody = AccessTokenBody.extend({ account: AccountBody });

/** Of one account at the same time; a sign-in beyond them ends the one that was not used for longest. */
export const MAX_SESSIONS = 20;
export const SessionParams = z.strictObject({ sessionId: Id });
/** A sign-in on one device. */
export const SessionBody = z.object({
  id: Id,
  /** What the browser or program called itself when it signed in. */
  device: z.string().nullable(),
  startedAt: Instant,
  /** When it last asked for an access token, which is once in some minutes while it is used. */
  usedAt: Instant,
  /** When it ends if it is not used before. */
  endsAt: Instant,
  /** Whether this very request belongs to it. */
  isCurrent: z.boolean(),
});
export const SessionList = z.object({ items: z.array(SessionBody).max(MAX_SESSIONS) });
export const EndedSessionsBody = z.object({ ended: z.int().min(0) });
/** `afterMs`: ended from then on (epoch ms, membership's clock); absent: whatever a token may still name. */
export const RevokedSessionsFilters = { afterMs: z.coerce.number().int().min(0).optional() };
/** Ids of sign-ins; `asOfMs`: when it was so (epoch ms, membership's clock). */
export const RevokedSessionsPage = page(Id).extend({ asOfMs: z.int() });
export const JwksBody = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });
