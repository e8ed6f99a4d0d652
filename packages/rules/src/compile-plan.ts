import { type CalendarDate, type PlainDate, consecutiveDates, dayBoundaries, daysBetween } from './calendar.ts';
import type { Plan, PlanDay } from './plan.ts';
import type { Learner, Policy } from './policy.ts';
import { instantMs } from './instant.ts';

/** Resolves a policy for one learner. Expects parsed input: throws RangeError on a bad zone or date. */
export function compilePlan(policy: Policy, learner: Learner): Plan {
  const boundaryMs = dayBoundariesOf(policy, learner.timeZone);
  const { aheadDays } = policy.checkIn;
  const { windowDays, quota } = policy.makeUp;
  const kindOf = kindsFor(policy.restDays, learner);
  const makeUpsEndMs = endOfMakeUps(policy, boundaryMs);

  return {
    days: consecutiveDates(policy.startsOn, policy.days).map((date, index) => ({
      day: date.day,
      kind: kindOf(date, boundaryMs(index + 1)),
      opensAtMs: boundaryMs(index),
      closesAtMs: boundaryMs(index + 1),
      acceptsFromMs: aheadDays === null ? null : boundaryMs(index - aheadDays),
      acceptsUntilMs: earlierOf(windowDays === null ? null : boundaryMs(index + windowDays + 1), makeUpsEndMs),
      week: date.week,
    })),
    minCharacters: policy.checkIn.minCharacters,
    ...besides(policy.checkIn),
    makeUpQuota: quota,
    graceDays: policy.grace.days,
    removal: policy.removal,
    refund: policy.refund,
    depositMinor: policy.depositMinor,
    quitOn: null,
  };
}

/** Nothing at all where text is all there is, so that such a plan is what it always was. */
function besides({ accepts, minPictures = 1, minVoiceSeconds = 1 }: Policy['checkIn']): Pick<Plan, 'besides'> {
  const pictures = accepts.includes('picture');
  const voice = accepts.includes('voice');
  if (!pictures && !voice) return {};
  return {
    besides: {
      text: accepts.includes('entry') || accepts.includes('homework'),
      minPictures: pictures ? minPictures : null,
      minVoiceSeconds: voice ? minVoiceSeconds : null,
    },
  };
}

/** The dates of the plan days, in order, rest days included. */
export function planDates({ startsOn, days }: Pick<Policy, 'startsOn' | 'days'>): PlainDate[] {
  return consecutiveDates(startsOn, days).map(({ day }) => day);
}

/** Where the days of a policy begin and end. */
export type DayTerms = Pick<Policy, 'startsOn' | 'dayEndsAt' | 'dayBoundary' | 'timeZone'>;

/** The instant (epoch ms) at which plan day `index` (from 0) opens for a learner of this zone, which is when the day before closes. */
export function dayBoundariesOf(terms: DayTerms, learnersZone: string): (index: number) => number {
  const timeZone = terms.dayBoundary === 'learner' ? learnersZone : terms.timeZone;
  return dayBoundaries(terms.startsOn, terms.dayEndsAt, timeZone);
}

/** The instant (epoch ms) at which the last plan day closes for a learner of this zone: from then on nobody joins. */
export function planEndsMs(terms: DayTerms & Pick<Policy, 'days'>, learnersZone: string): number {
  return dayBoundariesOf(terms, learnersZone)(terms.days);
}

/** What a date is for a learner: rest for all first, then what closed before they came, then leave. */
function kindsFor(
  restDays: Policy['restDays'],
  learner: Learner,
): (date: CalendarDate, closesAtMs: number) => PlanDay['kind'] {
  const excused = new Set(learner.excused);
  const restDates = new Set(restDays.dates);
  const joinedAtMs = learner.joinedAt === undefined ? Number.NEGATIVE_INFINITY : instantMs(learner.joinedAt);
  return ({ day, weekday }, closesAtMs) => {
    if (restDays.weekdays.includes(weekday) || restDates.has(day)) return 'rest';
    if (closesAtMs <= joinedAtMs) return 'before';
    return excused.has(day) ? 'excused' : 'required';
  };
}

/** When nothing is made up any more, for any day: the close of `makeUp.endsOn`; null where the policy names no such date. */
function endOfMakeUps({ startsOn, makeUp }: Policy, boundaryMs: (index: number) => number): number | null {
  return makeUp.endsOn === undefined ? null : boundaryMs(daysBetween(startsOn, makeUp.endsOn) + 1);
}

function earlierOf(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
