import type { WhyNone } from '@daka/contracts';
import type { PlainDate, PlanEntry } from '@daka/rules';

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
  accepts: readonly ('entry' | 'homework' | 'picture' | 'voice')[];
  review: 'auto' | 'instructor';
  /** Days after which an appeal or a request for leave that nobody answered is granted; absent in runs from before. */
  appealDays?: number;
  /** Days of leave where the policy says how many; absent: the default. */
  maxLeaveDays?: number;
}

/** Homework as its event names it. */
export interface HomeworkId {
  submissionId: string;
  version: number;
}

/** Homework that counts when its day opens. */
export interface WaitingHomework extends HomeworkId {
  day: PlainDate;
  characters: number;
  countsAtMs: number;
}

/** What came of it. */
export type HomeworkVerdict =
  | { status: 'counted'; day: PlainDate; countsAtMs: number }
  | { status: 'none'; why: WhyNone };

/** What a learner wrote, under a name that no other text of the enrolment has. */
export interface EntryText {
  textId: string;
  text: string;
}

/** A picture or a voice note of a check-in. */
export interface EntryFile {
  fileId: string;
  kind: 'picture' | 'voice';
  /** Of a voice note. */
  seconds?: number;
  /** An earlier picture of the cohort that looks the same: for those who review, it decides nothing. */
  resembles?: { fileId: string; enrolmentId: string; day: PlainDate };
}

/** An accepted check-in. A rejected one stays to be seen but counts as if it never was. */
export interface StoredEntry extends PlanEntry {
  kind: 'on_time' | 'made_up';
  via: 'entry' | 'homework';
  /** Names the text, which is kept apart; null: it was handed in elsewhere, or it is still in here. */
  textId: string | null;
  /** Only in check-ins from before all texts were kept apart. */
  text?: string;
  /** What it is by. Absent: by no homework, or from before this was kept. */
  homework?: HomeworkId;
  /** Absent: none. */
  files?: readonly EntryFile[];
  rejection?: { reason: string; rejectedBy: string; rejectedAtMs: number };
  /** When an appeal gave it back, or found in its place: it is decided for good. */
  restoredAtMs?: number;
  /** The weight under which a payout named this day last; absent until one does. */
  paidWeight?: number;
}

/** Somebody of the staff took the learner out, from a plan day on. */
export interface HandRemoval {
  removedOn: PlainDate;
  reason: string;
  removedBy: string;
  removedAtMs: number;
}

export interface LeaveRequest {
  leaveId: string;
  days: readonly PlainDate[];
  reason: string;
  requestedAtMs: number;
  decision: LeaveDecision | null;
}

/** `decidedBy` null: nobody decided in time, so the rule did. */
export interface LeaveDecision {
  approved: boolean;
  reason: string;
  decidedBy: string | null;
  decidedAtMs: number;
  /** Days of an approved request that the rule did not grant. */
  declinedDays?: readonly PlainDate[];
}

export type AppealSubject = { kind: 'rejected_entry'; day: PlainDate } | { kind: 'removal'; removedOn: PlainDate };

/** A learner's objection to a rejection or a removal; until it is answered, the amount in question is frozen. */
export interface Appeal {
  appealId: string;
  subject: AppealSubject;
  /** The decision it is about; nobody decided a removal by the rule. */
  against: { reason: string | null; decidedBy: string | null; decidedAtMs: number };
  reason: string;
  openedAtMs: number;
  frozenMinor: number;
  /** Null: it waits, for the staff or, once it is taken to them, for the arbiter. */
  answer: AppealAnswer | null;
  /** Only once a dismissal was taken to the platform's arbiter; `reason`, `openedAtMs` and `against` stay those of the appeal. */
  escalation?: Escalation;
}

export interface AppealAnswer {
  decision: 'upheld' | 'dismissed';
  reason: string;
  /** Null: nobody answered in time, so the rule did. */
  answeredBy: string | null;
  /** Absent: staff, from before there was an arbiter. */
  answeredAs?: 'staff' | 'arbiter';
  answeredAtMs: number;
}

/** Why a learner took a dismissal to the platform's arbiter, and the dismissal. */
export interface Escalation {
  reason: string;
  escalatedAtMs: number;
  dismissal: AppealAnswer;
}

/** What settlement needs of one enrolment. */
export interface Outcome {
  entitledMinor: number;
  forfeitMinor: number;
  weight: number;
  /** These three are absent in outcomes from before the pool asked for them. */
  done?: number;
  askedDays?: number;
  joinedLate?: boolean;
  /** Taken out by the staff: nothing is forfeited, and nothing of the pool is theirs. Absent: not. */
  removedByHand?: true;
  completed: boolean;
  perfect: boolean;
  settledAtMs: number;
}

export type ExcuseReason = 'leave' | 'outage' | 'appeal';

/** A done day as a payout explains it. */
export interface EarningDay {
  day: PlainDate;
  kind: 'on_time' | 'made_up';
  position: number;
  weight: number;
}
