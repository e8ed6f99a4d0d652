import * as z from 'zod';
import { Id, Instant, PlainDate } from '../primitives';
import { page } from './common';
import { Reason } from './reason';

const MAX_LEAVE_DAYS = 366;
export const LeaveParams = z.strictObject({ enrolmentId: Id, leaveId: Id });
export const LeaveBody = z.strictObject({ days: z.array(PlainDate).min(1).max(MAX_LEAVE_DAYS), reason: Reason });
export const LeaveDecisionBody = z.strictObject({ approve: z.boolean(), reason: Reason });

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
export const ExcusedDayBody = z.strictObject({ day: PlainDate, reason: Reason });

export const ExcusedDay = z.object({
  cohortId: Id,
  day: PlainDate,
  reason: z.string(),
  excusedAt: Instant,
  applied: z.boolean(),
});
