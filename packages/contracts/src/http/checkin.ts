import { CalendarExportSchema } from '@daka/proof';
import * as z from 'zod';
import { AmountMinor, Currency, Id, Instant, PlainDate } from '../primitives';
import { Appeal } from './checkin-appeals';
import { CalendarDay, CalendarStatus } from './checkin-entries';
import { Leave } from './checkin-leave';
import { Reason } from './reason';

export * from './checkin-appeals';
export * from './checkin-cohort';
export * from './checkin-entries';
export * from './checkin-files';
export * from './checkin-leave';

export const EnrolmentParams = z.strictObject({ enrolmentId: Id });
export const CohortParams = z.strictObject({ cohortId: Id });

/** Why a member is removed; they are told. */
export const RemovalBody = z.strictObject({ reason: Reason });

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
