import { type Plan, type Policy, compilePlan, excuseDay } from '@daka/rules';
import type { Assignment } from './assignment';
import type { Cohort } from './cohort';
import { type Counts, type LearnerDays, countsFor } from './counts';
import { type Portfolio, submissionFor } from './portfolio';

/** What an assignment is a check-in for, for one learner: what was handed in, else what a text that is long enough would count for now. Null: it is not known here. */
export function countsOf(
  portfolio: Portfolio,
  cohort: Cohort | null,
  assignment: Assignment,
  nowMs: number,
): Counts | null {
  const submission = submissionFor(portfolio, assignment.id);
  if (submission) return submission.counts;
  return countsIfHandedIn(portfolio, cohort, assignment, { characters: null, atMs: nowMs });
}

/** What a text would count for that is handed in at an instant; characters null: enough of them. */
export function countsIfHandedIn(
  portfolio: Portfolio,
  cohort: Cohort | null,
  assignment: Pick<Assignment, 'id' | 'day'>,
  { characters, atMs }: { characters: number | null; atMs: number },
): Counts | null {
  if (portfolio.status !== 'member') return { status: 'none', why: 'not_a_member' };
  if (cohort?.settled) return { status: 'none', why: 'settled' };
  if (!cohort?.policy || portfolio.timeZone === null) return null;
  if (!cohort.policy.checkIn.accepts.includes('homework')) return { status: 'none', why: 'cohort_takes_none' };
  const days = daysOf(portfolio, planFor(cohort.policy, portfolio.timeZone));
  return countsFor(days, { day: assignment.day, characters: characters ?? days.plan.minCharacters, atMs });
}

/** The instant after which work for an assignment is late: never later than its day closes for this learner, for then it could no longer count. */
export function dueFor(portfolio: Portfolio, cohort: Cohort | null, { day, dueAtMs }: Assignment): number {
  if (day === null || !cohort?.policy || portfolio.timeZone === null) return dueAtMs;
  const planDay = planFor(cohort.policy, portfolio.timeZone).days.find((candidate) => candidate.day === day);
  return Math.min(dueAtMs, planDay?.closesAtMs ?? dueAtMs);
}

/** The learner's own days, those that are excused, and those that are done or will be by homework that waits. */
function daysOf({ submissions, doneDays, excusedDays }: Portfolio, plan: Plan): LearnerDays {
  const waiting = submissions.flatMap(({ counts }) =>
    counts === null || counts.status === 'none' || doneDays.some(({ day }) => day === counts.day) ? [] : [counts],
  );
  const done = [...doneDays, ...waiting].map(({ day, atMs }) => {
    // It was long enough, or it would not be done.
    return { day, acceptedAtMs: atMs, characters: plan.minCharacters };
  });
  return { plan: excusedDays.reduce(excuseDay, plan), done };
}

/** A policy never changes, and its learners live in few zones. */
const plans = new WeakMap<Policy, Map<string, Plan>>();

function planFor(policy: Policy, timeZone: string): Plan {
  const known = plans.get(policy) ?? new Map<string, Plan>();
  plans.set(policy, known);
  const zone = policy.dayBoundary === 'learner' ? timeZone : policy.timeZone;
  const plan = known.get(zone) ?? compilePlan(policy, { timeZone, excused: [] });
  known.set(zone, plan);
  return plan;
}
