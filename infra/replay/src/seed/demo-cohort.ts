import type { Policy } from '@daka/rules';
import type { CohortPlan } from '../run/organise';
import { earlierTexts, rules, texts } from './demo-texts';

export const DEMO_ZONE = '+08:00';
const DAY_MS = 86_400_000;
/** Night owls still write for the day before until then. */
const DAY_ENDS_AT_MS = 3 * 3_600_000;
const OFFSET_MS = 8 * 3_600_000;
const RUNNING_SINCE_DAYS = 10;
const DAYS = 21;
const EARLIER_SINCE_DAYS = 28;
const EARLIER_DAYS = 7;
/** Make-ups, reviews and appeals are over then, and the settlement has begun by itself. */
const SETTLED_AFTER_DAYS = 9;

/** The plan day that runs in the demo's zone at this instant, counted in days since 1970. */
export function dayNumberAt(atMs: number): number {
  return Math.floor((atMs + OFFSET_MS - DAY_ENDS_AT_MS) / DAY_MS);
}

export function dateOf(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** The instant of a local time of day on a plan day. */
export function instantOn(dayNumber: number, hours: number, minutes: number): number {
  return dayNumber * DAY_MS - OFFSET_MS + (hours * 60 + minutes) * 60_000;
}

/** No check-in is asked for on Sundays. */
export function isRestDay(dayNumber: number): boolean {
  return new Date(dayNumber * DAY_MS).getUTCDay() === 0;
}

/** The first day of the cohort that is in mid-run today. */
export function firstDayOfRunning(today: number): number {
  return today - RUNNING_SINCE_DAYS;
}

/** A cohort that is half over. */
export function runningCohort(today: number): CohortPlan {
  return {
    ...texts,
    slug: 'chenxie-6',
    title: '晨写二十一天 · 第六期',
    capacity: 30,
    policy: policyFrom(dateOf(firstDayOfRunning(today)), DAYS),
    passphrase: '日拱一卒',
    rules: rules('日拱一卒'),
  };
}

/** First and last day of the cohort that is over. */
export function daysOfEarlier(today: number): { first: number; last: number } {
  const first = firstDayOfRunning(today) - EARLIER_SINCE_DAYS;
  return { first, last: first + EARLIER_DAYS - 1 };
}

/** When everything about the earlier cohort is decided. */
export function earlierIsSettledBy(today: number): number {
  return instantOn(daysOfEarlier(today).last + SETTLED_AFTER_DAYS, 12, 0);
}

/** A short one that is over, so that the others have something to show of before. */
export function earlierCohort(today: number): CohortPlan {
  return {
    ...earlierTexts,
    slug: 'chenxie-7-days',
    title: '晨写七天 · 体验班',
    capacity: 12,
    policy: policyFrom(dateOf(daysOfEarlier(today).first), EARLIER_DAYS),
    passphrase: '先写起来',
    rules: rules('先写起来'),
  };
}

/** A cohort that starts on the Monday after next Sunday, at least four days ahead. */
export function comingCohort(today: number): CohortPlan {
  const monday =
    Array.from({ length: 7 }, (_, index) => today + 4 + index).find(
      (day) => new Date(day * DAY_MS).getUTCDay() === 1,
    ) ?? today + 7;
  return {
    ...texts,
    slug: 'chenxie-7',
    title: '晨写二十一天 · 第七期',
    capacity: 50,
    policy: policyFrom(dateOf(monday), DAYS),
    passphrase: '细水长流',
    rules: rules('细水长流'),
  };
}

function policyFrom(startsOn: string, days: number): Policy {
  return {
    currency: 'CNY',
    entryFeeMinor: 9_900,
    depositMinor: 30_000,
    startsOn,
    days,
    timeZone: 'Asia/Shanghai',
    dayBoundary: 'cohort',
    dayEndsAt: '03:00',
    restDays: { weekdays: [7], dates: [] },
    checkIn: { minCharacters: 20, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
    makeUp: { windowDays: 2, quota: 3 },
    grace: { days: 1 },
    removal: { misses: 3, per: 'week' },
    refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
    charity: { name: '清河乡村图书馆', address: '清河镇学前街 8 号' },
    forfeits: {
      finishersBps: 8_000,
      organiserBps: 1_000,
      charityBps: 1_000,
      sharedBy: 'completed',
      ifNoFinishers: 'return_pro_rata',
    },
  };
}
