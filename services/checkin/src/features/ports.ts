import type { AggregateStore, Clock } from '@daka/service-kit';
import type { Appeal, Calendar, CalendarEvent, Enrolment } from '../domain/calendar';
import type { Cohort, CohortEvent } from '../domain/cohort';
import type { CohortEnds, SettledMember } from '../domain/settle-cohort';

/** What the use cases need; app.ts decides what stands behind it. */
export interface Ports {
  clock: Clock;
  newId(): string;
  calendars: Calendars;
  cohorts: Cohorts;
}

export interface Calendars extends Pick<AggregateStore<Calendar, CalendarEvent>, 'load' | 'change' | 'applyMessage'>, CalendarFinder {
  /** The long texts of an enrolment, by `longTextId`. */
  longTexts(enrolmentId: string): Promise<ReadonlyMap<string, string>>;
}

export interface CalendarFinder {
  /** What never changes of an enrolment; remembered after the first look. */
  enrolment(enrolmentId: string): Promise<Enrolment | null>;
  isMember(cohortId: string, learnerId: string): Promise<boolean>;
  /** Ids of calendars with a close to work off, the longest overdue first. */
  dueToClose(nowMs: number, limit: number): Promise<string[]>;
  countDueToClose(nowMs: number): Promise<number>;
  /** Ids of the calendars that still run in a cohort, in order of id. */
  openIn(cohortId: string, afterId: string | null, limit: number): Promise<string[]>;
  /** The latest ends over the calendars that still run; null: there are none. */
  ends(cohortId: string): Promise<CohortEnds | null>;
  countOpenAppeals(cohortId: string): Promise<number>;
  /** Appeals of a cohort, those that wait for an answer first and then the oldest. */
  appealsIn(cohortId: string, after: AppealPlace | null, limit: number): Promise<FoundAppeal[]>;
  /** Every frozen calendar of a cohort by member number, with its bonus where it has one. */
  settledIn(cohortId: string): Promise<(SettledMember & { bonusMinor: number | null })[]>;
  /** Admitted calendars by member number. */
  membersOf(cohortId: string, afterNumber: number, limit: number): Promise<Calendar[]>;
}

/** Where an appeal stands in its cohort's list. */
export interface AppealPlace { isAnswered: boolean; openedAtMs: number; appealId: string }

export interface FoundAppeal { enrolmentId: string; memberNumber: number; isCancelled: boolean; appeal: Appeal }

export interface Cohorts extends Pick<AggregateStore<Cohort, CohortEvent>, 'load' | 'change' | 'applyMessage'> {
  /** May be a second old. */
  loadRecent(cohortId: string): Promise<Cohort | null>;
  /** Open cohorts that may be over by now, in order of id. */
  maybeOver(nowMs: number, afterId: string | null, limit: number): Promise<Cohort[]>;
  settling(limit: number): Promise<Cohort[]>;
  /** Cohorts with an excused day that some calendar may not have yet. */
  withDayToExcuse(limit: number): Promise<Cohort[]>;
}
