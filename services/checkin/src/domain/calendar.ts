import type { PlainDate, Plan, PlanEntry } from '@daka/rules';

/** One learner's check-ins in one cohort; its id is the enrolment's. */
export type Calendar = WaitingCalendar | OpenCalendar | SettledCalendar | CancelledCalendar;

/** Known since the application; no day counts before admission. */
export interface WaitingCalendar { status: 'waiting'; enrolment: Enrolment }
export interface OpenCalendar { status: 'open'; enrolment: Enrolment; run: Run }
/** Frozen: the outcome is final, the bonus is null until the cohort's pool is shared. */
export interface SettledCalendar { status: 'settled'; enrolment: Enrolment; run: Run; outcome: Outcome; bonusMinor: number | null }
/** Out of everything, the forfeit pool included; the run stays readable where there was one. */
export interface CancelledCalendar { status: 'cancelled'; enrolment: Enrolment; run: Run | null }

/** What never changes once an enrolment exists. */
export interface Enrolment {
  enrolmentId: string;
  cohortId: string;
  learnerId: string;
  /** The learner's own zone, pinned at application. */
  timeZone: string;
}

/** What the policy says beyond the compiled plan. */
export interface Terms {
  currency: string;
  accepts: readonly ('entry' | 'homework')[];
  review: 'auto' | 'instructor';
}

/** The course of one admitted learner. */
export interface Run {
  memberNumber: number;
  terms: Terms;
  plan: Plan;
  /** From then on nobody can check in any more; null: the make-up window is unlimited. */
  finalAtMs: number | null;
  lastCloseAtMs: number;
  entries: readonly StoredEntry[];
  leave: readonly LeaveRequest[];
  /** Absent in calendars that were stored before there were appeals. */
  appeals?: readonly Appeal[];
  /** What was last announced. */
  standing: { entitledMinor: number; removedOn: PlainDate | null };
  /** When the removal in force was announced; absent in older calendars. */
  removedAtMs?: number | null;
  /** Counts every announcement of money; only grows. */
  revision: number;
  /** Total of the last payout: what was sent is never taken back. */
  releasedMinor: number;
  /** Plan days whose close has been worked off. */
  closedDays: number;
  /** Earliest close that may change something; null: none is left. */
  nextCloseAtMs: number | null;
  withdrawn: boolean;
}

/** An accepted check-in. A rejected one stays to be seen but counts as if it never was. */
export interface StoredEntry extends PlanEntry {
  kind: 'on_time' | 'made_up';
  via: 'entry' | 'homework';
  /** Null: handed in elsewhere, or too long to be kept here. */
  text: string | null;
  /** Names a text that is kept apart. */
  longTextId?: string;
  rejection?: { reason: string; rejectedBy: string; rejectedAtMs: number };
  /** The weight under which a payout named this day last. */
  paidWeight?: number;
}

export interface LeaveRequest {
  leaveId: string;
  days: readonly PlainDate[];
  reason: string;
  requestedAtMs: number;
  decision: { approved: boolean; reason: string; decidedBy: string; decidedAtMs: number } | null;
}

export type AppealSubject = { kind: 'rejected_entry'; day: PlainDate } | { kind: 'removal'; removedOn: PlainDate };

/** A learner's objection to a rejection or a removal; until it is answered, the amount in question is frozen. */
export interface Appeal {
  appealId: string;
  subject: AppealSubject;
  /** The decision it is about; nobody decided a removal, for the rule did. */
  against: { reason: string | null; decidedBy: string | null; decidedAtMs: number };
  reason: string;
  openedAtMs: number;
  frozenMinor: number;
  answer: { decision: 'upheld' | 'dismissed'; reason: string; answeredBy: string; answeredAtMs: number } | null;
}

/** What settlement needs of one enrolment. */
export interface Outcome {
  entitledMinor: number;
  forfeitMinor: number;
  weight: number;
  completed: boolean;
  perfect: boolean;
  settledAtMs: number;
}

export type ExcuseReason = 'leave' | 'outage' | 'appeal';

/** A done day as a payout explains it. */
export interface EarningDay { day: PlainDate; kind: 'on_time' | 'made_up'; position: number; weight: number }

export type CalendarEvent =
  | { type: 'registered'; enrolment: Enrolment }
  | { type: 'opened'; memberNumber: number; terms: Terms; plan: Plan }
  | { type: 'cancelled' }
  | { type: 'admission-refused'; refusedAtMs: number }
  | { type: 'released'; releasedAtMs: number }
  | RunEvent
  | ({ type: 'settled'; revision: number; days: EarningDay[] } & Outcome)
  | { type: 'bonus-awarded'; bonusMinor: number; awardedAtMs: number };

/** What can happen while a learner's days run. */
export type RunEvent =
  | { type: 'entry-accepted'; day: PlainDate; kind: 'on_time' | 'made_up'; via: 'entry' | 'homework'; characters: number; text: string | null; acceptedAtMs: number }
  | { type: 'entry-rejected'; day: PlainDate; reason: string; rejectedBy: string; rejectedAtMs: number }
  | { type: 'entry-restored'; day: PlainDate; rejectedAtMs: number; restoredAtMs: number }
  | ({ type: 'appeal-opened' } & Omit<Appeal, 'answer'>)
  | ({ type: 'appeal-answered'; appealId: string; subject: AppealSubject; frozenMinor: number; excusedDays: PlainDate[] } & NonNullable<Appeal['answer']>)
  | { type: 'leave-requested'; leaveId: string; days: PlainDate[]; reason: string; requestedAtMs: number }
  | { type: 'leave-decided'; leaveId: string; approved: boolean; reason: string; decidedBy: string; decidedAtMs: number }
  | { type: 'day-excused'; day: PlainDate; reason: ExcuseReason; excusedAtMs: number }
  | { type: 'withdrawn'; quitOn: PlainDate }
  | { type: 'removed'; removedOn: PlainDate; removedAtMs: number }
  | { type: 'reinstated'; reinstatedAtMs: number }
  | { type: 'entitlement-changed'; revision: number; entitledMinor: number; changedAtMs: number }
  | { type: 'payout-due'; revision: number; period: string; dueMinor: number; days: EarningDay[]; dueAtMs: number }
  | { type: 'days-closed'; closedDays: number; nextCloseAtMs: number | null };
