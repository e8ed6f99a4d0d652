import type { PlainDate, Plan } from '@daka/rules';
import type {
  Appeal,
  AppealAnswer,
  AppealSubject,
  EarningDay,
  Enrolment,
  EntryFile,
  EntryText,
  ExcuseReason,
  HandRemoval,
  HomeworkId,
  HomeworkVerdict,
  LeaveDecision,
  Outcome,
  Terms,
  WaitingHomework,
} from './calendar-parts';

export type CalendarEvent =
  | { type: 'registered'; enrolment: Enrolment }
  | { type: 'opened'; memberNumber: number; paidAtMs: number | null; joinedAtMs?: number; terms: Terms; plan: Plan }
  | { type: 'cancelled'; cancelledAtMs: number }
  | { type: 'admission-refused'; why?: 'cohort_settled' | 'plan_over'; refusedAtMs: number }
  | { type: 'released'; releasedAtMs: number }
  /** The account is gone: what the learner wrote, their pictures and their reasons for leave with it. What was counted stays. */
  | { type: 'learner-erased' }
  | RunEvent
  | ({ type: 'settled'; revision: number; days: EarningDay[] } & Outcome)
  | { type: 'bonus-awarded'; bonusMinor: number; awardedAtMs: number };

/** What can happen while a learner's days run. */
export type RunEvent =
  | {
      type: 'entry-accepted';
      day: PlainDate;
      kind: 'on_time' | 'made_up';
      via: 'entry' | 'homework';
      characters: number;
      text: EntryText | null;
      /** Only with homework. */
      homework?: HomeworkId;
      files?: readonly EntryFile[];
      acceptedAtMs: number;
    }
  | { type: 'entry-rejected'; day: PlainDate; reason: string; rejectedBy: string; rejectedAtMs: number }
  | { type: 'entry-restored'; day: PlainDate; rejectedAtMs: number; restoredAtMs: number }
  | ({ type: 'appeal-opened' } & Omit<Appeal, 'answer' | 'escalation'>)
  | ({
      type: 'appeal-answered';
      appealId: string;
      subject: AppealSubject;
      frozenMinor: number;
      excusedDays: PlainDate[];
    } & AppealAnswer)
  | {
      type: 'appeal-escalated';
      appealId: string;
      subject: AppealSubject;
      reason: string;
      frozenMinor: number;
      escalatedAtMs: number;
    }
  | { type: 'homework-kept'; homework: WaitingHomework }
  | { type: 'homework-told'; upToMs: number }
  | ({ type: 'homework-judged'; verdict: HomeworkVerdict } & HomeworkId)
  | { type: 'leave-requested'; leaveId: string; days: PlainDate[]; reason: string; requestedAtMs: number }
  | ({ type: 'leave-decided'; leaveId: string } & LeaveDecision)
  | { type: 'day-excused'; day: PlainDate; reason: ExcuseReason; excusedAtMs: number }
  | ({ type: 'removed-by-hand' } & HandRemoval)
  | { type: 'readmitted'; readmittedAtMs: number }
  | { type: 'withdrawn'; quitOn: PlainDate; quitAtMs?: number }
  | { type: 'removed'; removedOn: PlainDate; removedAtMs: number }
  | { type: 'reinstated'; reinstatedAtMs: number }
  | { type: 'entitlement-changed'; revision: number; entitledMinor: number; changedAtMs: number }
  | { type: 'payout-due'; revision: number; period: string; dueMinor: number; days: EarningDay[]; dueAtMs: number }
  | { type: 'days-closed'; closedDays: number; nextCloseAtMs: number | null };
