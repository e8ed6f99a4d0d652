import type { Entry, Learner, Policy } from '../policy.ts';

/** What the model says of one learner; the form of an evaluation, with what is due besides. */
export interface ModelResult {
  days: Record<string, string>;
  done: number;
  missed: number;
  streak: number;
  longestStreak: number;
  makeUpsUsed: number;
  weight: number;
  removedOn: string | null;
  entitledMinor: number;
  completed: boolean;
  perfect: boolean;
  joinedLate: boolean;
  refused: { day: string; why: string }[];
}

const DAY_MS = 86_400_000;

/** The rules read aloud: slow, whole days looked up again and again, zones by `Intl` and exact sums by big integers. Shares nothing with the library. */
export function modelEvaluate(policy: Policy, learner: Learner, entries: readonly Entry[], asOf: string): ModelResult {
  const asOfMs = Date.parse(asOf);
  const zone = policy.dayBoundary === 'learner' ? learner.timeZone : policy.timeZone;
  const dates = Array.from({ length: policy.days }, (_, index) => dateAfter(policy.startsOn, index));
  const opens = (date: string): number => localInstant(date, policy.dayEndsAt, zone);
  const closes = (date: string): number => opens(dateAfter(date, 1));
  const kind = (date: string): string => {
    if (policy.restDays.weekdays.includes(weekday(date)) || policy.restDays.dates.includes(date)) return 'rest';
    if (learner.joinedAt !== undefined && closes(date) <= Date.parse(learner.joinedAt)) return 'before';
    return learner.excused.includes(date) ? 'excused' : 'required';
  };
  const required = dates.filter((date) => kind(date) === 'required');

  const taken = new Map<string, 'on_time' | 'made_up'>();
  const refused: { day: string; why: string }[] = [];
  let used = 0;
  const seen = entries.filter((entry) => Date.parse(entry.acceptedAt) <= asOfMs);
  for (const entry of [...seen].sort((one, other) => Date.parse(one.acceptedAt) - Date.parse(other.acceptedAt))) {
    const atMs = Date.parse(entry.acceptedAt);
    const isLate = dates.includes(entry.day) && atMs >= closes(entry.day);
    const why = ((): string | null => {
      if (!dates.includes(entry.day)) return 'day_not_in_plan';
      if (kind(entry.day) !== 'required') return 'day_not_required';
      if (taken.has(entry.day)) return 'already_checked_in';
      if (entry.characters < policy.checkIn.minCharacters) return 'too_short';
      const { aheadDays } = policy.checkIn;
      if (aheadDays !== null && atMs < opens(dateAfter(entry.day, -aheadDays))) return 'day_not_open';
      const { windowDays, quota, endsOn } = policy.makeUp;
      if (isLate && windowDays !== null && atMs >= closes(dateAfter(entry.day, windowDays))) return 'window_closed';
      if (isLate && endsOn !== undefined && atMs >= closes(endsOn)) return 'window_closed';
      return isLate && quota !== null && used >= quota ? 'no_make_ups_left' : null;
    })();
    if (why !== null) refused.push({ day: entry.day, why });
    else {
      taken.set(entry.day, isLate ? 'made_up' : 'on_time');
      if (isLate) used += 1;
    }
  }

  const isMiss = (date: string): boolean => !taken.has(date) && closes(date) <= asOfMs;
  const removedOn = required.find((date) => isMiss(date) && reachesLimit(policy, required, isMiss, date)) ?? null;
  const remaining = required.filter((date) => removedOn === null || date <= removedOn);

  const n = required.length;
  let position = 0;
  let longest = 0;
  let grace = policy.grace.days;
  let weight = 0n;
  for (const date of remaining) {
    if (taken.has(date)) {
      position += 1;
      longest = Math.max(longest, position);
      weight += weightAt(policy, n, position);
    } else if (isMiss(date)) {
      if (grace > 0) grace -= 1;
      else position = 0;
    }
  }
  const done = remaining.filter((date) => taken.has(date)).length;
  const completed = removedOn === null && asOfMs >= closes(dates[dates.length - 1] ?? '');
  const stateOf = (date: string): string => {
    if (kind(date) !== 'required') return kind(date);
    if (!remaining.includes(date)) return 'void';
    if (isMiss(date)) return 'missed';
    return taken.get(date) ?? (asOfMs >= opens(date) ? 'open' : 'upcoming');
  };
  return {
    days: Object.fromEntries(dates.map((date) => [date, stateOf(date)])),
    done,
    missed: remaining.filter(isMiss).length,
    streak: removedOn === null ? position : 0,
    longestStreak: longest,
    makeUpsUsed: used,
    weight: Number(weight),
    removedOn,
    entitledMinor: entitled(policy, n, done, weight),
    completed,
    perfect: completed && done === n,
    joinedLate: dates.some((date) => kind(date) === 'before'),
    refused,
  };
}

/** Whether the misses up to and including this date are as many as the policy bears. */
function reachesLimit(
  { removal }: Policy,
  required: readonly string[],
  isMiss: (date: string) => boolean,
  date: string,
): boolean {
  if (removal.per === 'never') return false;
  const upTo = required.filter((other) => other <= date);
  const counted = {
    cohort: () => upTo.filter(isMiss),
    week: () => upTo.filter((other) => isMiss(other) && mondayOf(other) === mondayOf(date)),
    consecutive: () => upTo.slice(upTo.findLastIndex((other) => !isMiss(other)) + 1),
  }[removal.per]();
  return counted.length >= removal.misses;
}

function weightAt({ refund }: Policy, n: number, position: number): bigint {
  if (refund.curve !== 'rising' || n === 1) return 1n;
  return BigInt(n - 1) + BigInt(position - 1) * BigInt(refund.ratio - 1);
}

function entitled(policy: Policy, n: number, done: number, weight: bigint): number {
  if (n === 0) return policy.depositMinor;
  if (policy.refund.curve === 'threshold')
    return done >= Math.min(policy.refund.requiredDays, n) ? policy.depositMinor : 0;
  let whole = 0n;
  for (let position = 1; position <= n; position += 1) whole += weightAt(policy, n, position);
  return Number((BigInt(policy.depositMinor) * weight) / whole);
}

function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

function weekday(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

function mondayOf(date: string): string {
  return dateAfter(date, 1 - weekday(date));
}

/** The local time as an instant: the offset before it in a gap, the earlier of the two in an overlap. */
function localInstant(date: string, time: string, zone: string): number {
  const known = instants.get(`${date} ${time} ${zone}`);
  if (known !== undefined) return known;
  const wallMs = Date.parse(`${date}T${time}:00Z`);
  const before = offsetMs(zone, wallMs - DAY_MS);
  const after = offsetMs(zone, wallMs + DAY_MS);
  const matching = [before, after].map((offset) => wallMs - offset).filter((ms) => offsetMs(zone, ms) === wallMs - ms);
  const instant = matching.length === 0 ? wallMs - before : Math.min(...matching);
  instants.set(`${date} ${time} ${zone}`, instant);
  return instant;
}
const instants = new Map<string, number>();

function offsetMs(zone: string, atMs: number): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const format = formats.get(zone) ?? wallClock(zone);
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`) - atMs;
}
const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const time = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: two, day: two, ...time });
}
