import type { AggregateStore, Clock } from '@daka/service-kit';
import type { Calendar, CalendarEvent, Enrolment } from '../domain/calendar';
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
  /** Every frozen calendar of a cohort by member number, with its bonus where it has one. */
  settledIn(cohortId: string): Promise<(SettledMember & { bonusMinor: number | null })[]>;
  /** Admitted calendars by member number. */
  membersOf(cohortId: string, afterNumber: number, limit: number): Promise<Calendar[]>;
}

export interface Cohorts extends Pick<AggregateStore<Cohort, CohortEvent>, 'load' | 'change' | 'applyMessage'> {
  /** May be a second old. */
  loadRecent(cohortId: string): Promise<Cohort | null>;
  /** Open cohorts that may be over by now. */
  maybeOver(nowMs: number, limit: number): Promise<Cohort[]>;
  settling(limit: number): Promise<Cohort[]>;
  /** Cohorts with an excused day that some calendar may not have yet. */
  withDayToExcuse(limit: number): Promise<Cohort[]>;
}
