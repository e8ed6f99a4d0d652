import type { AggregateStore, Clock } from '@daka/service-kit';
import type { Files } from '@daka/service-kit/files';
import type { Plan } from '@daka/rules';
import type { Appeal, Calendar, CalendarEvent, Enrolment, LeaveRequest, Run, StoredEntry } from './domain/calendar';
import type { Cohort, CohortEvent } from './domain/cohort';
import type { AdmittedCalendar } from './domain/describe-calendar';
import type { Readiness, SettledMember } from './domain/settle-cohort';

/** What the use cases need; app.ts decides what stands behind it. */
export interface Ports {
  clock: Clock;
  newId(): string;
  /** Short, and unlike any other that an enrolment has got. */
  newTextId(): string;
  calendars: Calendars;
  plans: Plans;
  files: Files;
  cohorts: Cohorts;
  /** Accounts of the platform's arbiters. */
  arbiters: ReadonlySet<string>;
}

export interface Plans {
  /** Stores a plan. A calendar can open with what it returns, which is one object for all equal plans; not with another. */
  keep(plan: Plan): Promise<Plan>;
}

/** What a learner wrote, by `textId`. */
export type Texts = ReadonlyMap<string, string>;

export interface Calendars
  extends Pick<AggregateStore<Calendar, CalendarEvent>, 'load' | 'change' | 'applyMessage'>, CalendarFinder {
  /** The texts of a calendar's check-ins that are kept apart. */
  texts(calendar: AdmittedCalendar): Promise<Texts>;
  /** All that a learner wrote in check-ins goes; a calendar that still names a text must be told first or last, see `learner-erased`. */
  eraseTexts(enrolmentId: string): Promise<void>;
}

export interface CalendarFinder {
  /** What never changes of an enrolment; remembered after the first look. */
  enrolment(enrolmentId: string): Promise<Enrolment | null>;
  /** Whether a learner is in a cohort: admitted, and the enrolment was not cancelled since. */
  isMember(cohortId: string, learnerId: string): Promise<boolean>;
  /** The same of whoever applied, whether admitted, not yet or no more. */
  hasApplied(cohortId: string, learnerId: string): Promise<boolean>;
  /** Ids of calendars with a close to work off, the longest overdue first. */
  dueToClose(nowMs: number, limit: number): Promise<string[]>;
  countDueToClose(nowMs: number): Promise<number>;
  /** Ids of the calendars that still run in a cohort, in order of id. */
  openIn(cohortId: string, afterId: string | null, limit: number): Promise<string[]>;
  /** Ids of the calendars of a cohort whose learner is not in yet, in order of id. */
  notInYet(cohortId: string, afterId: string | null, limit: number): Promise<string[]>;
  /** The calendars of a cohort that still run in which something waits for an answer or was dismissed. */
  waitingIn(cohortId: string): Promise<{ enrolmentId: string; run: Pick<Run, 'appeals' | 'leave' | 'withdrawn'> }[]>;
  /** How many calendars still run in a cohort of which homework has not said that all before an instant is told. */
  countAwaitingHomework(cohortId: string, upToMs: number): Promise<number>;
  /** When the first deposit of whoever was admitted to a cohort was paid; null: it is not known of anybody. */
  firstPaidAtMs(cohortId: string): Promise<number | null>;
  /** Ids of cohorts in which an appeal waits for an answer. */
  cohortsWithOpenAppeals(): Promise<string[]>;
  /** Appeals that wait for the arbiter, the longest first: taken to them, or none of the staff may answer; none that this arbiter decided or that are about them. */
  appealsForArbiter(asked: ArbiterQuestion): Promise<ArbiterRow[]>;
  /** Appeals of a cohort that were opened by an instant: those that waited for an answer then, and after them the others, each the oldest first. */
  appealsIn(cohortId: string, asOfMs: number, after: AppealPlace | null, limit: number): Promise<ListedAppeal[]>;
  /** Requests for leave of a cohort that were made by an instant: those that waited for a decision then, and after them the others, each the oldest first. */
  leaveIn(cohortId: string, asOfMs: number, after: RequestPlace | null, limit: number): Promise<ListedLeave[]>;
  /** Check-ins of a cohort for a day, rejected ones too, with their texts, in the order in which they were accepted. */
  entriesOn(cohortId: string, day: string, asked: EntryQuestion): Promise<ListedEntry[]>;
  /** Every frozen calendar of a cohort by member number, with its bonus where it has one. */
  settledIn(cohortId: string): Promise<(SettledMember & { bonusMinor: number | null })[]>;
  /** Admitted calendars by member number. */
  membersOf(cohortId: string, afterNumber: number, limit: number): Promise<AdmittedCalendar[]>;
}

/** A place in a cohort's list of requests for leave. */
export interface RequestPlace {
  waited: boolean;
  atMs: number;
  id: string;
}

export interface ListedLeave {
  enrolmentId: string;
  memberNumber: number;
  request: LeaveRequest;
  /** Whether it waited for a decision as of the list's instant. */
  waited: boolean;
  /** Days to appeal, from which the time to decide follows; undefined in runs from before they were kept. */
  appealDays: number | undefined;
}

/** A place among the check-ins of a day. */
export interface EntryPlace {
  atMs: number;
  enrolmentId: string;
}

export interface EntryQuestion {
  /** With a picture that looks like an earlier one, or rejected; undefined: all. */
  only: 'flagged' | 'rejected' | undefined;
  after: EntryPlace | null;
  limit: number;
}

export interface ListedEntry {
  enrolmentId: string;
  memberNumber: number;
  status: Calendar['status'];
  review: Run['terms']['review'];
  entry: StoredEntry;
  /** Null where another service keeps it. */
  text: string | null;
}

/** A place in a cohort's list of appeals. */
export interface AppealPlace {
  waited: boolean;
  openedAtMs: number;
  appealId: string;
}

/** The accounts of a cohort's staff who may answer appeals. */
export interface StaffWhoAnswer {
  cohortId: string;
  accountIds: readonly string[];
}

export interface ArbiterQuestion {
  arbiterId: string;
  staff: readonly StaffWhoAnswer[];
  after: { sinceMs: number; appealId: string } | null;
  limit: number;
}

export interface FoundAppeal {
  enrolmentId: string;
  memberNumber: number;
  isCancelled: boolean;
  appeal: Appeal;
}

export interface ArbiterRow extends FoundAppeal {
  cohortId: string;
  /** Since when it waits: opened, or taken to the arbiter. */
  sinceMs: number;
}

export interface ListedAppeal extends FoundAppeal {
  /** Whether it waited for an answer as of the list's instant. */
  waited: boolean;
  /** As in `ListedLeave`. */
  appealDays: number | undefined;
}

export interface Cohorts extends Pick<AggregateStore<Cohort, CohortEvent>, 'load' | 'change' | 'applyMessage'> {
  /** May be a second old. */
  loadRecent(cohortId: string): Promise<Cohort | null>;
  /** Open cohorts that may be over by now, in order of id. */
  maybeOver(nowMs: number, afterId: string | null, limit: number): Promise<Cohort[]>;
  settling(limit: number): Promise<Cohort[]>;
  /** Cohorts with an excused day that some calendar may not have yet. */
  withDayToExcuse(limit: number): Promise<Cohort[]>;
}

/** What a cohort's settlement waits for. */
export type ReadinessOf = (cohort: Cohort) => Promise<Readiness>;
