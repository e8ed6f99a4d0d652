import { PolicySchema } from '@daka/rules';
import * as z from 'zod';
import { defineEvent } from '../define-event';
import { AmountMinor, Currency, Id, Instant, PlainDate, StaffRole, TimeZone } from '../primitives';

const organisation = { topic: 'membership.organisation' } as const;
const cohort = { topic: 'membership.cohort' } as const;
const enrolment = { topic: 'membership.enrolment' } as const;

export const StaffMember = z.strictObject({
  accountId: Id,
  role: StaffRole,
  /** Since when they are on the staff, in whatever role; absent: appointed before this was kept. */
  appointedAt: Instant.optional(),
});

export const organisationFounded = defineEvent({
  ...organisation,
  type: 'membership.organisation-founded.v1',
  summary: 'A course business was started by this account, which owns it.',
  data: z.strictObject({ organisationId: Id, ownerId: Id }),
});

export const cohortPublished = defineEvent({
  ...cohort,
  type: 'membership.cohort-published.v1',
  summary: 'A cohort is open for enrolment under this policy, rules version and staff.',
  data: z.strictObject({
    cohortId: Id,
    organisationId: Id,
    title: z.string(),
    policyVersion: z.int().min(1),
    policy: PolicySchema,
    rulesVersion: z.int().min(1),
    capacity: z.int().min(1),
    /** Days after the last window in which a learner may appeal; settlement waits for them. */
    appealDays: z.int().min(0),
    staff: z.array(StaffMember),
  }),
});

export const cohortStaffChanged = defineEvent({
  ...cohort,
  type: 'membership.cohort-staff-changed.v1',
  summary: 'The whole staff of a published cohort, as it is now.',
  data: z.strictObject({ cohortId: Id, staff: z.array(StaffMember) }),
});

/** What may change of a cohort after its publishing; the texts are too long to be told. */
export const ChangedField = z.enum([
  'title',
  'slug',
  'forWhom',
  'whatFor',
  'exchanged',
  'description',
  'capacity',
  'enrolUntil',
]);

export const cohortChanged = defineEvent({
  ...cohort,
  type: 'membership.cohort-changed.v1',
  summary:
    'Of a published cohort something was changed that had not been promised: title, texts, more seats, the end of enrolment.',
  data: z.strictObject({
    cohortId: Id,
    /** `from` and `to` are null of the long texts, and where there is none. */
    changes: z
      .array(z.strictObject({ field: ChangedField, from: z.string().nullable(), to: z.string().nullable() }))
      .min(1),
    changedBy: Id,
    changedAt: Instant,
  }),
});

export const cohortCancelled = defineEvent({
  ...cohort,
  type: 'membership.cohort-cancelled.v1',
  summary:
    'The organiser cancelled the cohort; every enrolment follows with its own cancellation, unless the settlement had begun.',
  data: z.strictObject({ cohortId: Id, reason: z.string(), cancelledAt: Instant }),
});

export const enrolmentApplied = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-applied.v1',
  summary: 'A learner applied to a cohort; zone and policy version are pinned from here on.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    organisationId: Id,
    learnerId: Id,
    timeZone: TimeZone,
    policyVersion: z.int().min(1),
    appliedAt: Instant,
  }),
});

export const enrolmentRulesAccepted = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-rules-accepted.v1',
  summary: 'The learner answered with the passphrase and accepted this version of the rules.',
  data: z.strictObject({ enrolmentId: Id, rulesVersion: z.int().min(1), acceptedAt: Instant }),
});

export const enrolmentSeatHeld = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-seat-held.v1',
  summary: 'A seat is kept for the learner until the hold expires; the price to pay is fixed.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    holdExpiresAt: Instant,
    currency: Currency,
    entryFeeMinor: AmountMinor,
    depositMinor: AmountMinor,
  }),
});

export const enrolmentSeatReleased = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-seat-released.v1',
  summary: 'The hold ran out before payment; the seat is free for the next one.',
  data: z.strictObject({ enrolmentId: Id, releasedAt: Instant }),
});

export const enrolmentAdmitted = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-admitted.v1',
  summary: 'The learner paid and is a member with a number and a group.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    memberNumber: z.int().min(1),
    group: z.int().min(1),
    admittedAt: Instant,
    /** When the payment arrived: the cooling-off counts from here. Absent in messages from before it was said. */
    paidAt: Instant.optional(),
  }),
});

export const enrolmentWithdrawn = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-withdrawn.v1',
  summary: 'The learner quit after the cooling-off period: what was earned stays earned.',
  data: z.strictObject({ enrolmentId: Id, quitOn: PlainDate, withdrawnAt: Instant }),
});

export const enrolmentLeaving = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-leaving.v1',
  summary:
    'A member asks to leave with everything back, or their cohort was cancelled. Check-in releases them unless their settlement was faster; only then is the enrolment cancelled.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    reason: z.enum(['cooling_off', 'cohort_cancelled']),
    askedAt: Instant,
  }),
});

export const enrolmentCancelled = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-cancelled.v1',
  summary: 'The enrolment ends without forfeits: everything not yet returned goes back, the fee included.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    reason: z.enum(['cooling_off', 'cohort_cancelled', 'no_seat']),
    cancelledAt: Instant,
  }),
});

export const enrolmentErased = defineEvent({
  ...enrolment,
  type: 'membership.enrolment-erased.v1',
  summary:
    'The account of this learner was erased: what they wrote, their pictures and their reasons are to be erased everywhere. Ids, days, amounts and decisions stay.',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, erasedAt: Instant }),
});
