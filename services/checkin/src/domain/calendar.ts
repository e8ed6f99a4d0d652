import type { PlainDate, Plan } from '@daka/rules';
import type {
  Appeal,
  Enrolment,
  HandRemoval,
  LeaveRequest,
  Outcome,
  StoredEntry,
  Terms,
  WaitingHomework,
} from './calendar-parts';

export type * from './calendar-events';
export type * from './calendar-parts';

/** One learner's check-ins in one cohort; its id is the enrolment's. */
export type Calendar = WaitingCalendar | OpenCalendar | SettledCalendar | CancelledCalendar;

/** Known since the application; no day counts before admission. */
export interface WaitingCalendar {
  status: 'waiting';
  enrolment: Enrolment;
}

export interface OpenCalendar {
  status: 'open';
  enrolment: Enrolment;
  run: Run;
}

/** Frozen: the outcome is final, the bonus is null until the cohort's pool is shared. */
export interface SettledCalendar {
  status: 'settled';
  enrolment: Enrolment;
  run: Run;
  outcome: Outcome;
  bonusMinor: number | null;
}

/** Out of everything, the forfeit pool included; the run stays readable where there was one. */
export interface CancelledCalendar {
  status: 'cancelled';
  enrolment: Enrolment;
  run: Run | null;
  /** When check-in heard of it; from then on open appeals wait for nobody. */
  cancelledAtMs: number;
}

/** The course of one admitted learner. */
export interface Run {
  memberNumber: number;
  /** When the payment arrived, from which the cooling-off counts; null: it was not said when they were admitted. */
  paidAtMs: number | null;
  /** The instant of admission; absent in runs from before it was kept, whose plans know no days before it. */
  joinedAtMs?: number;
  terms: Terms;
  plan: Plan;
  /** From then on nobody can check in any more; null: the make-up window is unlimited. */
  finalAtMs: number | null;
  lastCloseAtMs: number;
  entries: readonly StoredEntry[];
  /** Homework that was handed in before its day opened, in the order in which it will count. */
  waitingHomework: readonly WaitingHomework[];
  /** All that was handed in as homework before this instant has arrived; absent: homework has not said so of any. */
  watermarkMs?: number;
  leave: readonly LeaveRequest[];
  appeals: readonly Appeal[];
  /** What was last announced. */
  announced: { entitledMinor: number; removedOn: PlainDate | null };
  /** When the removal in force was announced; null: none is. */
  removedAtMs: number | null;
  /** Only while the learner is out by the hand of the staff. */
  byHand?: HandRemoval;
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
