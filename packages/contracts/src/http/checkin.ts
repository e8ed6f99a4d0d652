import { CalendarExportSchema } from '@daka/proof';
import { z } from 'zod';
import { AppealDecision, AppealSubject } from '../events/checkin';
import { AmountMinor, Currency, Id, Instant, PlainDate } from '../primitives';
import { page } from './common';

/** A reason as people write it: not empty, at most 1,000 characters. */
const Reason = z.string().trim().min(1).max(1_000);
/** What a learner wrote; long enough for a day's whole notes. */
const EntryText = z.string().max(100_000);
const MAX_LEAVE_DAYS = 366;

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const EntryParams = z.strictObject({ enrolmentId: Id, day: PlainDate });
export const LeaveParams = z.strictObject({ enrolmentId: Id, leaveId: Id });
export const AppealParams = z.strictObject({ enrolmentId: Id, appealId: Id });
export const CohortParams = z.strictObject({ cohortId: Id });

export const EntryBody = z.strictObject({ day: PlainDate, text: EntryText });
export const RejectionBody = z.strictObject({ reason: Reason });
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
export const ExcusedDayBody = z.strictObject({ day: PlainDate, reason: Reason });

export const DoneKind = z.enum(['on_time', 'made_up']);
export const Via = z.enum(['entry', 'homework']);
export const CalendarStatus = z.enum(['open', 'removed', 'completed', 'withdrawn', 'settled', 'cancelled']);
export const DayState = z.enum(['rest', 'excused', 'missed', 'open', 'upcoming', 'on_time', 'made_up', 'void']);

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
  entitledMinor: AmountMinor,
  status: CalendarStatus,
});

/** A check-in that counts; the text is absent where another service keeps it. */
export const DayEntry = z.object({
  text: z.string().optional(),
  acceptedAt: Instant,
  kind: DoneKind,
  via: Via,
  characters: z.int().min(0),
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
  decision: z.object({ reason: z.string(), decidedBy: Id, decidedAt: Instant }).nullable(),
});

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
  /** What is appealed; a removal follows from the rule, so nobody decided it. */
  against: z.object({ reason: z.string().nullable(), decidedBy: Id.nullable(), decidedAt: Instant }),
  answer: z.object({ decision: AppealDecision, reason: z.string(), answeredBy: Id, answeredAt: Instant }).nullable(),
});
export const AppealList = z.object({ items: z.array(Appeal) });
export const AppealPage = page(Appeal);

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
  bonusMinor: AmountMinor.nullable(),
  days: z.array(CalendarDay),
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

export const ExcusedDay = z.object({ cohortId: Id, day: PlainDate, reason: z.string(), excusedAt: Instant, applied: z.boolean() });

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

export const SettlementStatus = z.enum(['open', 'settling', 'settled']);
export const SettlementStarted = z.object({ cohortId: Id, status: SettlementStatus });

/** How far the settlement is; the amounts are known once it is settled. */
export const SettlementView = z.object({
  cohortId: Id,
  status: SettlementStatus,
  /** The settlement waits until each of them is answered. */
  openAppeals: z.int().min(0),
  poolMinor: AmountMinor.nullable(),
  bonusMinor: AmountMinor.nullable(),
  organiserMinor: AmountMinor.nullable(),
  charityMinor: AmountMinor.nullable(),
  members: z.int().min(0).nullable(),
  sharers: z.int().min(0).nullable(),
});
