import { FirstDaySchema, PolicySchema } from '@daka/rules';
import * as z from 'zod';
import { AmountMinor, CohortRole, Currency, Id, Instant, PlainDate, StaffRole, TimeZone } from '../primitives';
import { Email, timeZone } from './accounts';
import { line, page, prose } from './common';

export * from './accounts';
export * from './acts';
export * from './imports';
export * from './erasure';
export * from './passkeys';
export * from './second-factor';

const title = line(200);

// Organisations and cohorts

export const OrganisationParams = z.strictObject({ organisationId: Id });
export const CreateOrganisationBody = z.strictObject({ name: line(120) });
export const OrganisationBody = z.object({
  id: Id,
  name: z.string(),
  ownerId: Id,
  /** Its staff do nothing for it before they have a second factor. */
  requiresSecondFactor: z.boolean(),
});
export const OrganisationPage = page(OrganisationBody);

export const MAX_RULES = 5;
export const RuleBody = z.strictObject({ title, text: prose(5_000) });

/** The cohort's own word in an address; unlike every id. */
export const Slug = z
  .string()
  .min(3)
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single hyphens between them, such as "morning-pages"')
  .refine((slug) => !Id.safeParse(slug).success, { error: 'must not look like an id' });

/** What the cohort's page says to somebody who may join; null takes a text away. */
const texts = {
  slug: Slug.nullable().optional(),
  /** Whom it suits. */
  forWhom: prose(500).nullable().optional(),
  /** What one has at the end. */
  whatFor: prose(500).nullable().optional(),
  /** What members give each other. */
  exchanged: prose(500).nullable().optional(),
  /** Markdown. */
  description: prose(10_000).nullable().optional(),
};

/** The charity is read by those who pay: its name and address say something, like every name. */
const DraftPolicy = PolicySchema.safeExtend({
  charity: z
    .strictObject({ name: line(120), address: prose(300) })
    .optional()
    .describe('Who receives the share for charity'),
});

const content = {
  ...texts,
  policy: DraftPolicy.optional(),
  rules: z.array(RuleBody).min(1).max(MAX_RULES).optional(),
  /** Stands hidden in the text of the rules. */
  passphrase: line(100).min(2).optional(),
  capacity: z.int().min(1).max(10_000).optional(),
  groupSize: z.int().min(1).max(10_000).optional(),
  appealDays: z.int().min(0).max(60).optional(),
};

/** A draft may lack all but its title; publishing names what is missing. */
export const DraftCohortBody = z.strictObject({ title, ...content, enrolUntil: Instant.optional() });
/**
 * What is left out stays; `enrolUntil: null` closes enrolment with the first plan day again. Once published, what changes nothing that
 * was promised may still change: title, texts, a larger capacity, the end of enrolment.
 */
export const EditCohortBody = z.strictObject({
  title: title.optional(),
  ...content,
  enrolUntil: Instant.nullable().optional(),
});
/** A draft with the policy, the rules and the texts of another cohort; everything that has a date moves by as many days as the first day. */
export const CopyCohortBody = z.strictObject({ title, startsOn: FirstDaySchema });
export const CancelCohortBody = z.strictObject({ reason: prose(500) });

export const CohortParams = z.strictObject({ cohortId: Id });
export const SlugParams = z.strictObject({ slug: z.string().max(60) });
export const CohortStatus = z.enum(['draft', 'published', 'settled', 'cancelled']);
/** Which published cohorts a list shows: that can be joined, that run, that are settled, or all of them. */
export const CohortFilter = z.enum(['open', 'running', 'settled', 'all']);
const organisation = z.object({ id: Id, name: z.string() });

/**
 * What joining now is too late for: these plan days have closed and ask nothing of who joins. Whoever joins late earns the whole deposit by the
 * days that are left, and has no share of what others forfeit.
 */
export const JoinsLateBody = z.object({ days: z.int().min(1), firstDay: PlainDate, lastDay: PlainDate });

/** How a cohort ended, of everybody who was ever a member. */
export const OutcomeBody = z.object({
  /** Given a member number. */
  admitted: z.int().min(0),
  /** Of them, who did not leave in time with everything back. */
  members: z.int().min(0),
  /** Of the members; null where it was settled before this was counted. */
  completed: z.int().min(0).nullable(),
  perfect: z.int().min(0).nullable(),
  currency: Currency,
  /** What was forfeited in all; the three amounts after it add up to it. */
  poolMinor: AmountMinor,
  /** To those who finished. */
  bonusMinor: AmountMinor,
  organiserMinor: AmountMinor,
  charityMinor: AmountMinor,
});

export const CohortBody = z.object({
  id: Id,
  slug: z.string().nullable(),
  organisationId: Id,
  organisation,
  status: CohortStatus,
  title: z.string(),
  forWhom: z.string().nullable(),
  whatFor: z.string().nullable(),
  exchanged: z.string().nullable(),
  /** Markdown. */
  description: z.string().nullable(),
  policy: PolicySchema.nullable(),
  policyVersion: z.int().min(1),
  rules: z.array(RuleBody),
  rulesVersion: z.int().min(1),
  capacity: z.int().min(1).nullable(),
  groupSize: z.int().min(1),
  appealDays: z.int().min(0),
  enrolUntil: Instant.nullable(),
  /** First and last plan day; null while the policy is missing. */
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  /** Whether somebody may apply now. */
  isOpen: z.boolean(),
  /** Whether the next who asks for a seat waits for it. */
  isFull: z.boolean(),
  /** Null unless it is open. */
  seatsLeft: z.int().min(0).nullable(),
  /** By the cohort's zone; null where nothing has closed, or nobody may join. */
  joinsLate: JoinsLateBody.nullable(),
  settledAt: Instant.nullable(),
  /** Null before the settlement, where it was settled before this was kept, and where fewer than 5 members would be told apart. */
  outcome: OutcomeBody.nullable(),
});
/** A row is without the long texts, and what only who joins asks. */
export const CohortRow = CohortBody.omit({
  rules: true,
  whatFor: true,
  exchanged: true,
  description: true,
  joinsLate: true,
});
export const CohortPage = page(CohortRow);

/** For those who run the class: learners find it in the rules. Null: none was chosen yet. */
export const PassphraseBody = z.object({ passphrase: z.string().nullable(), rulesVersion: z.int().min(1) });

/** What a cohort said of itself from an instant on. */
export const TermsBody = CohortBody.pick({
  title: true,
  forWhom: true,
  whatFor: true,
  exchanged: true,
  description: true,
  policy: true,
  policyVersion: true,
  rules: true,
  rulesVersion: true,
  capacity: true,
  groupSize: true,
  appealDays: true,
  enrolUntil: true,
}).extend({ at: Instant });
/** How a version came about: `edited` while it was a draft, `revised` after it was published, by which nothing promised changed. */
export const VersionKind = z.enum(['drafted', 'edited', 'published', 'revised']);
export const VersionBody = TermsBody.extend({
  id: Id,
  kind: VersionKind,
  /** What who wrote it is called today; null: nobody knows. */
  by: z.string().nullable(),
});
export const VersionPage = page(VersionBody);

/** A settled cohort of the same organisation. */
export const EarlierCohortBody = CohortBody.pick({
  id: true,
  slug: true,
  title: true,
  startsOn: true,
  endsOn: true,
  settledAt: true,
  outcome: true,
});
export const EarlierCohortPage = page(EarlierCohortBody);

export const InviteStaffBody = z.strictObject({ email: Email, role: StaffRole.exclude(['owner']) });
export const InvitationParams = z.strictObject({ cohortId: Id, invitationId: Id });
export const MyInvitationParams = z.strictObject({ invitationId: Id });
/** As the owner sees it: the address that they typed, and nothing about who has it. */
export const InvitationBody = z.object({
  id: Id,
  email: z.string(),
  role: StaffRole,
  invitedAt: Instant,
  /** When it lapses. */
  expiresAt: Instant,
});
export const InvitationList = z.object({ items: z.array(InvitationBody) });
/** As whoever is invited sees it. */
export const MyInvitationBody = z.object({
  id: Id,
  cohortId: Id,
  title: z.string(),
  organisation,
  role: StaffRole,
  expiresAt: Instant,
});
export const MyInvitationList = z.object({ items: z.array(MyInvitationBody) });
export const StaffMemberBody = z.object({ accountId: Id, displayName: z.string(), role: StaffRole });
export const StaffParams = z.strictObject({ cohortId: Id, accountId: Id });
export const StaffList = z.object({ items: z.array(StaffMemberBody) });

// Enrolments

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const EnrolmentStatus = z.enum([
  'applied',
  'rules_accepted',
  'waiting',
  'seat_held',
  'admitted',
  'removed',
  'leaving',
  'withdrawn',
  'completed',
  'cancelled',
]);
export const ApplyBody = z.strictObject({ timeZone });
export const AcceptRulesBody = z.strictObject({ passphrase: z.string().max(200), rulesVersion: z.int().min(1) });

/** How an enrolment came to its end; null in the body while it goes on, or may go on again. */
export const EndedBody = z.object({
  why: z.enum([
    'left_before_paying',
    'cooling_off',
    'withdrawn',
    'cohort_cancelled',
    /** Paid when no seat was left, or when the plan was over or the cohort settled; everything goes back. */
    'no_seat',
    'removed',
    'completed',
  ]),
  /** Null where it ended before this was kept. */
  at: Instant.nullable(),
  /** What the organiser said, where somebody decided it. */
  reason: z.string().nullable(),
});

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
  appliedAt: Instant,
  /** Until then a seat is kept for the learner, who may pay. */
  holdExpiresAt: Instant.nullable(),
  /** When the last such seat went to the next one, because nobody had paid. */
  holdLapsedAt: Instant.nullable(),
  /** Place on the waiting list, from 1. */
  waitingPosition: z.int().min(1).nullable(),
  /** Before paying, by the learner's own zone: null where nothing has closed. A member's calendar says it from then on. */
  joinsLate: JoinsLateBody.nullable(),
  removedOn: PlainDate.nullable(),
  ended: EndedBody.nullable(),
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
/** `q`: a part of the name, the beginning of the number, or for owner and class head the whole e-mail address; nobody is shown addresses. */
export const MemberFilters = {
  q: line(100).optional(),
  status: z.enum(['admitted', 'leaving', 'removed', 'withdrawn', 'completed', 'cancelled']).optional(),
};

// What somebody is, over all cohorts

/** One role of mine in one cohort; who works there and learns there has two rows. */
export const RoleBody = z.object({
  cohortId: Id,
  slug: z.string().nullable(),
  title: z.string(),
  status: CohortStatus,
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  organisation,
  role: CohortRole,
  /** The present enrolment of a learner: who left and came back has the later one here. */
  enrolmentId: Id.nullable(),
  enrolmentStatus: EnrolmentStatus.nullable(),
});
export const RolePage = page(RoleBody);
