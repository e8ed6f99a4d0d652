import * as z from 'zod';
import { Id, Instant, StaffRole } from '../primitives';
import { page } from './common';

/** What somebody did about a sign-in, a password or an address, or as staff. */
export const Act = z.enum([
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'sign_in_ended',
  'other_sign_ins_ended',
  'sign_ins_ended',
  'sign_in_reused',
  'password_changed',
  'password_reset',
  'email_proven',
  'second_factor_begun',
  'second_factor_on',
  'second_factor_off',
  'second_factor_removed',
  'recovery_codes_replaced',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'passkey_used',
  'passkey_copied',
  'wrong_code',
  'erasure_asked',
  'erasure_taken_back',
  'account_erased',
  'signed_up',
  'email_change_asked',
  'email_changed',
  'organisation_founded',
  'staff_factor_required',
  'staff_factor_not_required',
  'cohort_drafted',
  'cohort_edited',
  'cohort_published',
  'cohort_cancelled',
  'staff_invited',
  'invitation_withdrawn',
  'invitation_declined',
  'learners_invited',
  'learner_invitation_resent',
  'learner_invitation_withdrawn',
  'role_given',
  'role_taken',
  'role_given_back',
]);
export type Act = z.infer<typeof Act>;
const person = z.object({ accountId: Id, displayName: z.string() });
/** One act, never changed afterwards. Null: not of that kind, or not the reader's to know. */
export const ActBody = z.object({
  id: Id,
  at: Instant,
  act: Act,
  by: person.nullable(),
  /** The sign-in that it was done from. */
  sessionId: Id.nullable(),
  /** What the browser called itself, where the act is a sign-in. */
  device: z.string().nullable(),
  about: person.nullable(),
  organisationId: Id.nullable(),
  cohort: z.object({ id: Id, title: z.string() }).nullable(),
  /** Which role was offered, given or taken. */
  role: StaffRole.nullable(),
});
export const ActPage = page(ActBody);
