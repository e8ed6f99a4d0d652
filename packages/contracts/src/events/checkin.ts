import * as z from 'zod';
import { defineEvent } from '../define-event';
import { AmountMinor, Currency, Id, Instant, PlainDate } from '../primitives';

const enrolment = { topic: 'checkin.enrolment' } as const;

/** Why a total rose: a done day with its position in the streak and its weight in the policy's curve. */
export const EarningDay = z.strictObject({
  day: PlainDate,
  kind: z.enum(['on_time', 'made_up']),
  position: z.int().min(1),
  weight: z.int().min(0),
});

export const checkinEntryAccepted = defineEvent({
  ...enrolment,
  type: 'checkin.entry-accepted.v1',
  summary: 'A check-in counts for its day.',
  data: z.strictObject({
    enrolmentId: Id,
    day: PlainDate,
    kind: z.enum(['on_time', 'made_up']),
    via: z.enum(['entry', 'homework']),
    characters: z.int().min(0),
    acceptedAt: Instant,
  }),
});

export const checkinEntryRejected = defineEvent({
  ...enrolment,
  type: 'checkin.entry-rejected.v1',
  summary: 'An instructor rejected a check-in with a reason; it counts as if it never was.',
  data: z.strictObject({ enrolmentId: Id, day: PlainDate, reason: z.string(), rejectedBy: Id, rejectedAt: Instant }),
});

export const checkinDayExcused = defineEvent({
  ...enrolment,
  type: 'checkin.day-excused.v1',
  summary: 'A required day is no longer required: approved leave or an outage of the platform.',
  data: z.strictObject({ enrolmentId: Id, day: PlainDate, reason: z.enum(['leave', 'outage']), excusedAt: Instant }),
});

export const checkinLeaveDecided = defineEvent({
  ...enrolment,
  type: 'checkin.leave-decided.v1',
  summary: 'A request for leave was approved or declined, by the staff or, in time, by the rule.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    leaveId: Id,
    approved: z.boolean(),
    reason: z.string(),
    /** Null: nobody did in time, so it is granted by the rule. */
    decidedBy: Id.nullable(),
    decidedAt: Instant,
  }),
});

export const checkinEntitlementChanged = defineEvent({
  ...enrolment,
  type: 'checkin.entitlement-changed.v1',
  summary: 'The total that the learner has earned by now, at a revision that only grows.',
  data: z.strictObject({ enrolmentId: Id, revision: z.int().min(1), entitledMinor: AmountMinor, changedAt: Instant }),
});

export const checkinPayoutDue = defineEvent({
  ...enrolment,
  type: 'checkin.payout-due.v1',
  summary: 'A period of the cadence closed: the total due so far, and the days that made it rise.',
  data: z.strictObject({
    enrolmentId: Id,
    revision: z.int().min(1),
    /** "2025-08-04" (daily), "2025-W32" (weekly), "end" (at_end). */
    period: z.string().min(1),
    /** Total due since the start, not the difference. */
    dueMinor: AmountMinor,
    days: z.array(EarningDay),
    dueAt: Instant,
  }),
});

export const checkinRemoved = defineEvent({
  ...enrolment,
  type: 'checkin.removed.v1',
  summary:
    'The learner is out from this day on: by the rule, or because the staff removed them, with a reason; then nothing is forfeited.',
  data: z.strictObject({
    enrolmentId: Id,
    removedOn: PlainDate,
    removedAt: Instant,
    /** Who of the staff decided it, and why; absent: the rule did. */
    byHand: z.strictObject({ reason: z.string(), removedBy: Id }).optional(),
  }),
});

export const checkinReinstated = defineEvent({
  ...enrolment,
  type: 'checkin.reinstated.v1',
  summary: 'A made-up day, an excuse or an appeal undid the removal.',
  data: z.strictObject({ enrolmentId: Id, reinstatedAt: Instant }),
});

/** What a learner appeals: a check-in that was rejected, or their removal. */
export const AppealSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rejected_entry'), day: PlainDate }),
  z.strictObject({ kind: z.literal('removal'), removedOn: PlainDate }),
]);
export const AppealDecision = z.enum(['upheld', 'dismissed']);
/** As what somebody answered. The arbiter's answer ends an appeal. */
export const AnsweredAs = z.enum(['staff', 'arbiter']);

export const checkinAppealOpened = defineEvent({
  ...enrolment,
  type: 'checkin.appeal-opened.v1',
  summary:
    'A learner appealed: the amount in question is neither paid out nor forfeited until somebody else has answered.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    appealId: Id,
    subject: AppealSubject,
    reason: z.string(),
    /** What the learner would have earned besides if the appeal were upheld at once. */
    frozenMinor: AmountMinor,
    openedAt: Instant,
  }),
});

export const checkinAppealAnswered = defineEvent({
  ...enrolment,
  type: 'checkin.appeal-answered.v1',
  summary: 'An appeal was answered; upheld, the check-in counts again or the days of the removal are excused.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    appealId: Id,
    subject: AppealSubject,
    decision: AppealDecision,
    reason: z.string(),
    /** Null: nobody did in time, so it is upheld by the rule. */
    answeredBy: Id.nullable(),
    /** Absent: staff, from before there was an arbiter. */
    answeredAs: AnsweredAs.optional(),
    /** The amount that was frozen for this appeal. */
    frozenMinor: AmountMinor,
    /** Days that are no longer required because of this answer: those of the removal, or a day whose check-in cannot count again without displacing another. */
    excusedDays: z.array(PlainDate),
    answeredAt: Instant,
  }),
});

export const checkinAppealEscalated = defineEvent({
  ...enrolment,
  type: 'checkin.appeal-escalated.v1',
  summary:
    "A learner took a dismissed appeal to the platform's arbiter: the amount in question is set aside again until the arbiter has answered.",
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    appealId: Id,
    subject: AppealSubject,
    reason: z.string(),
    /** What the learner would earn besides if the appeal were upheld now. */
    frozenMinor: AmountMinor,
    escalatedAt: Instant,
  }),
});

export const checkinAdmissionRefused = defineEvent({
  ...enrolment,
  type: 'checkin.admission-refused.v1',
  summary:
    'An admission came after the cohort was settled or its last day had closed: the learner cannot take part any more and everything goes back.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    reason: z.enum(['cohort_settled', 'plan_over']),
    refusedAt: Instant,
  }),
});

export const checkinReleased = defineEvent({
  ...enrolment,
  type: 'checkin.released.v1',
  summary:
    'A member who is leaving was let go before any settlement: no day counts, nothing is forfeited, and the enrolment may be cancelled.',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, releasedAt: Instant }),
});

export const checkinSettled = defineEvent({
  ...enrolment,
  type: 'checkin.settled.v1',
  summary: 'The final entitlement of an enrolment: the rest is due, what is not earned is forfeited to the pool.',
  data: z.strictObject({
    enrolmentId: Id,
    cohortId: Id,
    revision: z.int().min(1),
    entitledMinor: AmountMinor,
    forfeitMinor: AmountMinor,
    completed: z.boolean(),
    perfect: z.boolean(),
    days: z.array(EarningDay),
    settledAt: Instant,
  }),
});

export const checkinBonusAwarded = defineEvent({
  ...enrolment,
  type: 'checkin.bonus-awarded.v1',
  summary: 'The share of the forfeit pool that goes to this learner (may be zero).',
  data: z.strictObject({ enrolmentId: Id, cohortId: Id, bonusMinor: AmountMinor, awardedAt: Instant }),
});

const homework = { topic: 'checkin.homework' } as const;

/** Why homework stands for no check-in. */
export const WhyNone = z.enum([
  'cohort_takes_none',
  'no_day',
  'rest',
  'excused',
  'before_joining',
  'past',
  'too_short',
  'already_checked_in',
  'no_make_ups_left',
  'not_a_member',
  'settled',
  'rejected',
]);
export type WhyNone = z.infer<typeof WhyNone>;

export const checkinHomeworkJudged = defineEvent({
  ...homework,
  type: 'checkin.homework-judged.v1',
  summary: 'What a piece of homework counts for: its day, its day once that opens, or none, and why.',
  data: z.discriminatedUnion('status', [
    z.strictObject({
      enrolmentId: Id,
      cohortId: Id,
      submissionId: Id,
      version: z.int().min(1),
      status: z.enum(['counted', 'waits']),
      day: PlainDate,
      /** The instant from which it counts. */
      countsAt: Instant,
    }),
    z.strictObject({
      enrolmentId: Id,
      cohortId: Id,
      submissionId: Id,
      version: z.int().min(1),
      status: z.literal('none'),
      why: WhyNone,
    }),
  ]),
});

export const checkinHomeworkDay = defineEvent({
  ...homework,
  type: 'checkin.homework-day.v1',
  summary:
    'In a cohort that takes homework: a day is done by a check-in, is free again because that was rejected, or is excused.',
  data: z.strictObject({ enrolmentId: Id, day: PlainDate, state: z.enum(['done', 'free', 'excused']), since: Instant }),
});

export const checkinCohortSettled = defineEvent({
  topic: 'checkin.cohort',
  type: 'checkin.cohort-settled.v1',
  summary: 'The forfeits of a cohort are shared: pool = bonuses + organiser + charity.',
  data: z.strictObject({
    cohortId: Id,
    organisationId: Id,
    currency: Currency,
    members: z.int().min(0),
    /** Of the members; absent in what was said before they were counted. */
    completed: z.int().min(0).optional(),
    perfect: z.int().min(0).optional(),
    poolMinor: AmountMinor,
    bonusMinor: AmountMinor,
    organiserMinor: AmountMinor,
    charityMinor: AmountMinor,
    settledAt: Instant,
  }),
});

export const checkinCohortDayExcused = defineEvent({
  topic: 'checkin.cohort',
  type: 'checkin.cohort-day-excused.v1',
  summary: 'A day is excused for all, such as after an outage; the days of the calendars follow.',
  data: z.strictObject({
    cohortId: Id,
    organisationId: Id,
    currency: Currency,
    day: PlainDate,
    reason: z.string(),
    decidedBy: Id,
    excusedAt: Instant,
  }),
});
