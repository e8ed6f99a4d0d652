import { MOST_CHARACTERS, MOST_PICTURES } from '@daka/rules';
import * as z from 'zod';
import { AmountMinor, Id, Instant, PlainDate } from '../primitives';
import { EntryFile, ReviewedFile } from './checkin-files';
import { page } from './common';
import { Reason } from './reason';

/** What a learner wrote. */
const EntryText = z.string();

export const EntryParams = z.strictObject({ enrolmentId: Id, day: PlainDate });
export const CohortDayParams = z.strictObject({ cohortId: Id, day: PlainDate });

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

export const Rejection = z.object({
  enrolmentId: Id,
  day: PlainDate,
  reason: z.string(),
  rejectedBy: Id,
  rejectedAt: Instant,
  entitledMinor: AmountMinor,
});

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
