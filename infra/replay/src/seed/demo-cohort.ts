import type { Policy } from '@daka/rules';
import type { CohortPlan } from '../run/organise';

export const DEMO_ZONE = '+08:00';
const DAY_MS = 86_400_000;
/** Night owls still write for the day before until then. */
const DAY_ENDS_AT_MS = 3 * 3_600_000;
const OFFSET_MS = 8 * 3_600_000;
const RUNNING_SINCE_DAYS = 10;
const DAYS = 21;

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
    title: '晨写二十一天 · 春季班', capacity: 30,
    policy: policyFrom(dateOf(firstDayOfRunning(today))),
    passphrase: '日拱一卒',
    rules: [
      { title: '每天一写 / Every day', text: '每天写一段不少于二十字的笔记,凌晨三点前算当天。Write at least twenty characters a day; the day ends at 3 a.m. Sundays are free.' },
      { title: '押金 / Your deposit', text: '每完成一天就退回一部分押金,连续越久退得越多。日拱一卒,功不唐捐。Each day done returns part of the deposit, and a longer streak returns more.' },
      { title: '缺卡 / Missing days', text: '一周缺三次即出局;两天内可以补卡,共三次。Three misses in a week and you are out; three days in all can be made up within two days.' },
    ],
  };
}

/** A cohort that starts on the Monday after next Sunday, at least four days ahead. */
export function comingCohort(today: number): CohortPlan {
  const monday = Array.from({ length: 7 }, (_, index) => today + 4 + index).find((day) => new Date(day * DAY_MS).getUTCDay() === 1) ?? today + 7;
  return {
    title: '晨写二十一天 · 下一期', capacity: 50,
    policy: policyFrom(dateOf(monday)),
    passphrase: '细水长流',
    rules: [
      { title: '每天一写 / Every day', text: '每天写一段不少于二十字的笔记。Write at least twenty characters a day.' },
      { title: '口令 / The passphrase', text: '读到这里,请记住口令:细水长流。报名时要用它回答。The passphrase is the four characters before this sentence: 细水长流.' },
    ],
  };
}

function policyFrom(startsOn: string): Policy {
  return {
    currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000,
    startsOn, days: DAYS, timeZone: 'Asia/Shanghai', dayBoundary: 'cohort', dayEndsAt: '03:00',
    restDays: { weekdays: [7], dates: [] },
    checkIn: { minCharacters: 20, accepts: ['entry', 'homework'], review: 'instructor', aheadDays: 0 },
    makeUp: { windowDays: 2, quota: 3 },
    grace: { days: 1 },
    removal: { misses: 3, per: 'week' },
    refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
    forfeits: { finishersBps: 8_000, organiserBps: 1_000, charityBps: 1_000, sharedBy: 'completed', ifNoFinishers: 'return_pro_rata' },
  };
}
