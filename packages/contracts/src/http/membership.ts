import { PolicySchema, isTimeZone } from '@daka/rules';
import { z } from 'zod';
import { AmountMinor, Currency, Id, Instant, StaffRole, TimeZone } from '../primitives';
import { page } from './common';

const timeZone = TimeZone.refine(isTimeZone, { error: 'must be an IANA time zone or a fixed offset such as "+08:00"' });
const title = z.string().trim().min(1).max(200);

// Accounts and sign-in

/** Compared without regard to case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

export const SignUpBody = z.strictObject({
  email: Email,
  password: z.string().min(10).max(200),
  displayName: z.string().trim().min(1).max(80),
  timeZone,
  locale: Locale.default('zh-CN'),
});
export const SignInBody = z.strictObject({ email: Email, password: z.string().min(1).max(200) });

export const AccountBody = z.object({ id: Id, email: z.string(), displayName: z.string(), timeZone: TimeZone, locale: Locale });
export const AccessTokenBody = z.object({ accessToken: z.string(), expiresInSeconds: z.int().min(1) });
export const SignedInBody = AccessTokenBody.extend({ account: AccountBody });
export const JwksBody = z.object({ keys: z.array(z.record(z.string(), z.unknown())) });

// Organisations and cohorts

export const OrganisationParams = z.strictObject({ organisationId: Id });
export const CreateOrganisationBody = z.strictObject({ name: z.string().trim().min(1).max(120) });
export const OrganisationBody = z.object({ id: Id, name: z.string(), ownerId: Id });
export const OrganisationPage = page(OrganisationBody);

export const MAX_RULES = 5;
export const RuleBody = z.strictObject({ title, text: z.string().trim().min(1).max(5_000) });

const content = {
  policy: PolicySchema.optional(),
  rules: z.array(RuleBody).min(1).max(MAX_RULES).optional(),
  /** Stands hidden in the text of the rules. */
  passphrase: z.string().trim().min(2).max(100).optional(),
  capacity: z.int().min(1).max(10_000).optional(),
  groupSize: z.int().min(1).max(10_000).optional(),
  appealDays: z.int().min(0).max(60).optional(),
};

/** A draft may lack all but its title; publishing names what is missing. */
export const DraftCohortBody = z.strictObject({ title, ...content, enrolUntil: Instant.optional() });
/** What is left out stays; `enrolUntil: null` closes enrolment with the first plan day again. */
export const EditCohortBody = z.strictObject({ title: title.optional(), ...content, enrolUntil: Instant.nullable().optional() });
export const CancelCohortBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const CohortParams = z.strictObject({ cohortId: Id });
export const CohortStatus = z.enum(['draft', 'published', 'cancelled']);
export const CohortBody = z.object({
  id: Id,
  organisationId: Id,
  status: CohortStatus,
  title: z.string(),
  policy: PolicySchema.nullable(),
  policyVersion: z.int().min(1),
  rules: z.array(RuleBody),
  rulesVersion: z.int().min(1),
  capacity: z.int().min(1).nullable(),
  groupSize: z.int().min(1),
  appealDays: z.int().min(0),
  enrolUntil: Instant.nullable(),
  /** Null before it is published. */
  seatsLeft: z.int().min(0).nullable(),
});
export const CohortPage = page(CohortBody);

export const AppointStaffBody = z.strictObject({ email: Email, role: StaffRole.exclude(['owner']) });
export const StaffMemberBody = z.object({ accountId: Id, displayName: z.string(), role: StaffRole });
export const StaffParams = z.strictObject({ cohortId: Id, accountId: Id });
export const StaffList = z.object({ items: z.array(StaffMemberBody) });

// Enrolments

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const EnrolmentStatus = z.enum([
  'applied', 'rules_accepted', 'waiting', 'seat_held', 'admitted', 'removed', 'leaving', 'withdrawn', 'completed', 'cancelled',
]);
export const ApplyBody = z.strictObject({ timeZone });
export const AcceptRulesBody = z.strictObject({ passphrase: z.string().max(200), rulesVersion: z.int().min(1) });

export const EnrolmentBody = z.object({
  id: Id,
  cohortId: Id,
  learnerId: Id,
  status: EnrolmentStatus,
  memberNumber: z.int().min(1).nullable(),
  group: z.int().min(1).nullable(),
  timeZone: TimeZone,
  policyVersion: z.int().min(1),
  /** The version that was accepted; before that, the one to accept. */
  rulesVersion: z.int().min(1),
  holdExpiresAt: Instant.nullable(),
  waitingPosition: z.int().min(1).nullable(),
  price: z.object({ currency: Currency, entryFeeMinor: AmountMinor, depositMinor: AmountMinor }),
});
export const EnrolmentPage = page(EnrolmentBody);

export const MemberBody = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  displayName: z.string(),
  status: EnrolmentStatus,
  group: z.int().min(1),
  admittedAt: Instant,
});
export const MemberPage = page(MemberBody);
