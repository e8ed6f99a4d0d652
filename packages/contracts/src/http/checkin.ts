import { CalendarExportSchema } from '@daka/proof';
import { MOST_CHARACTERS, MOST_PICTURES } from '@daka/rules';
import * as z from 'zod';
import { AnsweredAs, AppealDecision, AppealSubject } from '../events/checkin';
import { AmountMinor, Currency, Id, Instant, PlainDate } from '../primitives';
import { page, prose } from './common';
import { EntryFile, ReviewedFile } from './checkin-files';

export * from './checkin-files';

/** A reason as people write it: not empty, at most 1,000 characters. */
const Reason = prose(1_000);
/** What a learner wrote. */
const EntryText = z.string();
const MAX_LEAVE_DAYS = 366;

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const EntryParams = z.strictObject({ enrolmentId: Id, day: PlainDate });
export const LeaveParams = z.strictObject({ enrolmentId: Id, leaveId: Id });
export const AppealParams = z.strictObject({ enrolmentId: Id, appealId: Id });
export const CohortDayParams = z.strictObject({ cohortId: Id, day: PlainDate });
export const CohortParams = z.strictObject({ cohortId: Id });

export const EntryBody = z.strictObject({
  day: PlainDate,
  text: EntryText.describe(`At most ${MOST_CHARACTERS} visible characters, whatever their bytes`),
  /** Refuse with `day_over` rather than use a make-up, for what was written for a day that runs and may arrive after it. */
  onTimeOnly: z.boolean().optional(),
  /** Files that were uploaded for this enrolment and are ready. */
  pictures: z.array(Id).max(MOST_PICTURES).optional(),
  voice: Id.optional(),
});
export const RejectionBody = z.strictObject({
  reason: Reason,
  /** Of the check-in that was read, so that no newer one of the day is rejected unread. */
  acceptedAt: Instant.optional(),
});
/** Why a member is removed; they are told. */
export const RemovalBody = z.strictObject({ reason: Reason });
export const LeaveBody = z.strictObject({ days: z.array(PlainDate).min(1).max(MAX_LEAVE_DAYS), reason: Reason });
export const LeaveDecisionBody = z.strictObject({ approve: z.boolean(), reason: Reason });
/** Which removal is meant needs no naming: a learner is removed once at a time. */
export const AppealBody = z.strictObject({
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rejected_entry'), day: PlainDate }),
    z.strictObject({ kind: z.literal('removal') }),
  ]),
  reason: Reason,
});
export const AppealAnswerBody = z.strictObject({ decision: AppealDecision, reason: Reason });
/** Why a dismissal is taken to the arbiter. */
export const EscalationBody = z.strictObject({ reason: Reason });
export const ExcusedDayBody = z.strictObject({ day: PlainDate, reason: Reason });

export const DoneKind = z.enum(['on_time', 'made_up']);
export const Via = z.enum(['entry', 'homework']);
export const CalendarStatus = z.enum(['open', 'removed', 'completed', 'withdrawn', 'settled', 'cancelled']);
export const DayState = z.enum([
  'rest',
  'before',
  'excused',
  'missed',
  'open',
  'upcoming',
  'on_time',
  'made_up',
  'void',
]);

/** What a learner is told about a check-in that was accepted. */
export const DayReceipt = z.object({
  enrolmentId: Id,
  day: PlainDate,
  kind: DoneKind,
  acceptedAt: Instant,
  characters: z.int().min(0),
  streak: z.int().min(0),
  /** Null while the learner is removed: the day is kept and counts after a reinstatement. */
  position: z.int().min(1).nullable(),
  /** What this check-in earned: by so much the total rose. */
  amountMinor: AmountMinor,
  /** When it is due to be sent, by the cadence; null: it earned nothing, or it is sent with the settlement. */
  payoutAt: Instant.nullable(),
  entitledMinor: AmountMinor,
  status: CalendarStatus,
});

/**
 * What leaving now would come to, figure by figure: before the button is pressed, not after. `everything_back`: the cooling-off still lasts;
 * `keeps_earned`: what was earned stays earned, the rest of the deposit is forfeited.
 */
export const WithdrawalPreview = z.object({
  enrolmentId: Id,
  asOf: Instant,
  currency: Currency,
  outcome: z.enum(['everything_back', 'keeps_earned']),
  /** Until this instant leaving gives everything back. */
  coolingOffEndsAt: Instant.nullable(),
  depositMinor: AmountMinor,
  /** What the learner has earned of the deposit by now. */
  earnedMinor: AmountMinor,
  /** What fell due of the deposit before, so that it is sent or on its way. */
  releasedMinor: AmountMinor,
  /** What still comes of the deposit after leaving. */
  toComeMinor: AmountMinor,
  /** When the next part of it is due to be sent; null: nothing is to come, it comes at once, or with the settlement. */
  payoutAt: Instant.nullable(),
  /** What of the deposit would be forfeited. */
  forfeitedMinor: AmountMinor,
  /** The part of it that open appeals put in question: it waits for their answers. */
  frozenMinor: AmountMinor,
  entryFeeMinor: AmountMinor,
  /** What comes back of the entry fee: all of it or nothing. */
  feeReturnedMinor: AmountMinor,
});

/** A check-in that counts; the text is absent where another service keeps it. */
export const DayEntry = z.object({
  text: z.string().optional(),
  acceptedAt: Instant,
  kind: DoneKind,
  via: Via,
  characters: z.int().min(0),
  /** Absent: none. */
  files: z.array(EntryFile).optional(),
});

/** One plan day: its state, and its part in the entitlement (the amounts add up to it). */
export const CalendarDay = z.object({
  day: PlainDate,
  state: DayState,
  opensAt: Instant,
  closesAt: Instant,
  position: z.int().min(1).nullable(),
  weight: z.int().min(0),
  amountMinor: AmountMinor,
  entry: DayEntry.optional(),
  rejected: z.object({ reason: z.string(), at: Instant }).optional(),
});

export const Leave = z.object({
  leaveId: Id,
  enrolmentId: Id,
  days: z.array(PlainDate),
  reason: z.string(),
  requestedAt: Instant,
  status: z.enum(['requested', 'approved', 'declined']),
  decision: z
    .object({
      reason: z.string(),
      /** Null: nobody decided in time, so the rule did. */
      decidedBy: Id.nullable(),
      decidedAt: Instant,
      /** Days of an approved request that are beyond the days of leave of the policy. */
      declinedDays: z.array(PlainDate),
    })
    .nullable(),
});

/** A request for leave as the staff sees it in the list. */
export const MemberLeave = Leave.extend({
  memberNumber: z.int().min(1),
  /** Granted by the rule when nobody has decided by then; null: decided, waits for nobody, or not known here. */
  answerDueAt: Instant.nullable(),
});
export const LeavePage = page(MemberLeave);

/** An appeal with the decision it is about and, once somebody else has answered, theirs. */
export const Appeal = z.object({
  appealId: Id,
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  subject: AppealSubject,
  reason: z.string(),
  openedAt: Instant,
  /** `lapsed`: everything went back before anybody answered. */
  status: z.enum(['open', 'upheld', 'dismissed', 'lapsed']),
  /** The amount in question when the appeal was opened. */
  frozenMinor: AmountMinor,
  /** What is appealed; nobody decided a removal by the rule. */
  against: z.object({ reason: z.string().nullable(), decidedBy: Id.nullable(), decidedAt: Instant }),
  answer: z
    .object({
      decision: AppealDecision,
      reason: z.string(),
      answeredBy: Id.nullable(),
      /** Null with `answeredBy`. */
      answeredAs: AnsweredAs.nullable(),
      answeredAt: Instant,
    })
    .nullable(),
  /** That the learner took it to the arbiter, and the dismissal this is about; `answer` is then the arbiter's. */
  escalation: z
    .object({
      reason: z.string(),
      escalatedAt: Instant,
      dismissal: z.object({ reason: z.string(), answeredBy: Id.nullable(), answeredAt: Instant }),
    })
    .nullable(),
});
export const AppealList = z.object({ items: z.array(Appeal) });
/** An appeal as the staff sees it in the list. */
export const MemberAppeal = Appeal.extend({
  /** Granted by the rule when nobody has answered by then; null: answered, waits for nobody, or not known here. */
  answerDueAt: Instant.nullable(),
});
export const AppealPage = page(MemberAppeal);
/** An appeal that waits for the platform's arbiter, with the cohort it is in. */
export const ArbiterAppeal = Appeal.extend({ cohortId: Id });
/** An appeal as whoever answers it reads it, with the text of the rejected check-in. */
export const AppealInFull = ArbiterAppeal.extend({
  timeZone: z.string(),
  currency: z.string(),
  /** Granted by the rule when nobody has answered by then; null: answered, or not known here. */
  answerDueAt: Instant.nullable(),
  /** What was rejected; null: the appeal is about a removal, or the text is kept elsewhere (homework). */
  rejectedText: z.string().nullable(),
  /** Its pictures and voice note, whose bytes whoever answers has by the appeal; nothing that a machine noticed is told to the learner. */
  rejectedFiles: z.array(ReviewedFile),
});
/** What somebody is on the platform, apart from all cohorts. */
export const Authority = z.object({ isArbiter: z.boolean() });
export const ArbiterAppealPage = page(ArbiterAppeal);

export const CalendarView = z.object({
  enrolmentId: Id,
  cohortId: Id,
  memberNumber: z.int().min(1),
  status: CalendarStatus,
  timeZone: z.string(),
  streak: z.int().min(0),
  longestStreak: z.int().min(0),
  done: z.int().min(0),
  missed: z.int().min(0),
  makeUpsUsed: z.int().min(0),
  makeUpsLeft: z.int().min(0).nullable(),
  entitledMinor: AmountMinor,
  /** The part of it that is due by now: days that have closed, or what was released before if that is more. */
  dueMinor: AmountMinor,
  depositMinor: AmountMinor,
  /** In question by open appeals: neither paid out nor forfeited until they are answered. */
  frozenMinor: AmountMinor,
  currency: Currency,
  removedOn: PlainDate.nullable(),
  /** That the staff removed the learner, and why; absent: they are not out, or by the rule. */
  removedByHand: z.object({ reason: z.string(), removedAt: Instant }).optional(),
  /** When that became known, and the window to appeal it began; null: not yet, or the learner is not out. */
  removedAt: Instant.nullable(),
  bonusMinor: AmountMinor.nullable(),
  days: z.array(CalendarDay),
  /** Days of leave that this learner may be granted in all, and how many of them are left. */
  leaveDays: z.object({ max: z.int().min(0), left: z.int().min(0) }),
  leave: z.array(Leave),
  appeals: z.array(Appeal),
});

/** Check-in's half of what "replay my money" recomputes. */
export const CalendarExport = CalendarExportSchema;

export const Rejection = z.object({
  enrolmentId: Id,
  day: PlainDate,
  reason: z.string(),
  rejectedBy: Id,
  rejectedAt: Instant,
  entitledMinor: AmountMinor,
});

/** A removal by the staff. Nothing is forfeited: the whole deposit goes back, at the latest with the settlement. */
export const Removal = z.object({
  enrolmentId: Id,
  removedOn: PlainDate,
  reason: z.string(),
  removedBy: Id,
  removedAt: Instant,
  /** Until when the member may appeal; then, where they do not, the deposit is due. */
  appealUntil: Instant,
  entitledMinor: AmountMinor,
});

export const ExcusedDay = z.object({
  cohortId: Id,
  day: PlainDate,
  reason: z.string(),
  excusedAt: Instant,
  applied: z.boolean(),
});

export const MemberProgress = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  status: CalendarStatus,
  done: z.int().min(0),
  missed: z.int().min(0),
  streak: z.int().min(0),
  removedOn: PlainDate.nullable(),
  entitledMinor: AmountMinor,
  completed: z.boolean(),
  perfect: z.boolean(),
  bonusMinor: AmountMinor.nullable(),
});
export const ProgressPage = page(MemberProgress);

/** The letter of each state in the days of a member; `-`: a day of the cohort that this member's plan does not have. */
export const DAY_LETTERS = {
  on_time: 'd',
  made_up: 'm',
  missed: 'x',
  rest: 'r',
  before: 'b',
  excused: 'e',
  open: 'o',
  upcoming: 'u',
  void: 'v',
} as const satisfies Record<z.infer<typeof DayState>, string>;

/** All days of one member in short. */
export const MemberDays = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  status: CalendarStatus,
  days: z
    .string()
    .regex(/^[dmxrbeouv-]*$/)
    .describe(
      'A letter for each date from startsOn on: d on time, m made up, x missed, r rest, b before they joined, e excused, o open, u upcoming, v void, - not in their plan',
    ),
  done: z.int().min(0),
  missed: z.int().min(0),
  streak: z.int().min(0),
  /** Of the last check-in that was accepted, whatever became of it; null: none was. */
  lastEntryAt: Instant.nullable(),
  /**
   * Whole days since the last check-in, or since the days began for this member, without those that were excused; null: their days do not
   * run (out, left, over).
   */
  silentDays: z.int().min(0).nullable(),
});
export const MemberDaysPage = page(MemberDays).extend({ startsOn: PlainDate, asOf: Instant });
/** Only members who have been silent for at least so many days. */
export const MemberDaysFilters = { silentDays: z.coerce.number().int().min(1).max(366).optional() };

/** A check-in of a day as those see it who review: whose, what, and what a machine noticed. */
export const ReviewedEntry = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  day: PlainDate,
  acceptedAt: Instant,
  kind: DoneKind,
  via: Via,
  characters: z.int().min(0),
  /** Null where another service keeps it. */
  text: z.string().nullable(),
  files: z.array(ReviewedFile),
  /** What was rejected stays to be seen. */
  rejected: z.object({ reason: z.string(), at: Instant }).nullable(),
  /** Until when it can be rejected; null: it cannot (it is rejected, given back by an appeal, counts without review, or its days are over for good). */
  rejectableUntil: Instant.nullable(),
});
/** Only check-ins with a picture that looks like an earlier one, or only those that were rejected. */
export const ReviewedEntryFilters = { only: z.enum(['flagged', 'rejected']).optional() };
export const ReviewedEntryPage = page(ReviewedEntry);

export const SettlementStatus = z.enum(['open', 'settling', 'settled']);
export const SettlementStarted = z.object({ cohortId: Id, status: SettlementStatus });

/** How far the settlement is; the amounts are known once it is settled. */
export const SettlementView = z.object({
  cohortId: Id,
  status: SettlementStatus,
  /** When it starts by itself, as announced; null: the make-ups have no end, and it starts when somebody asks for it. */
  settlesAt: Instant.nullable(),
  /** The settlement waits until each of them is answered, by somebody or by time. */
  openAppeals: z.int().min(0),
  openLeave: z.int().min(0),
  /** Until when that, or a dismissal that may yet be taken to the arbiter, holds it at the latest; null: nothing does. */
  heldUntil: Instant.nullable(),
  /** Members of whom homework has not yet said that it has told all they handed in; only from settlesAt on, until then 0. The settlement waits for each. */
  awaitedHomework: z.int().min(0),
  poolMinor: AmountMinor.nullable(),
  bonusMinor: AmountMinor.nullable(),
  organiserMinor: AmountMinor.nullable(),
  charityMinor: AmountMinor.nullable(),
  members: z.int().min(0).nullable(),
  sharers: z.int().min(0).nullable(),
});
