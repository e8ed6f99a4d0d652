import { iso, refuse, type Refused, unreachable } from '@daka/contracts';
import { type PlainDate, type PlanDay, compilePlan } from '@daka/rules';
import type { Cohort } from './cohort';
import { isSameRubric, refuseRubric, type Rubric } from './rubric';

const MAX_CORRECTIONS = 20;

/** What is asked, as it may be corrected. */
export interface AssignmentText {
  title: string;
  /** Markdown. */
  instructions: string;
  dueAtMs: number;
  /** The plan day whose check-in it counts as; null: the day that runs when it is handed in. */
  day: PlainDate | null;
  weightPercent: number | null;
  /** Null: it is scored by a number, or not at all. */
  rubric: Rubric | null;
  /** How many pictures a hand-in may have beside its text; 0: none. */
  mostPictures: number;
  /** The same of attachments. */
  mostAttachments: number;
}

/** A piece of homework that a cohort is given. What is corrected stays to be seen, so that nobody is judged by a goal that was moved unseen. */
export interface Assignment extends AssignmentText {
  id: string;
  cohortId: string;
  setBy: string;
  setAtMs: number;
  corrections: readonly Correction[];
  /** Somebody has begun to hand in for it: its day and its rubric stay, also where that hand-in came to nothing after all. */
  workBegun: boolean;
}

export interface Correction {
  /** What it said until then; only what was changed. */
  before: Partial<AssignmentText>;
  reason: string;
  correctedBy: string;
  correctedAtMs: number;
}

export type AssignmentEvent =
  | { type: 'set'; assignment: Assignment }
  | { type: 'corrected'; now: AssignmentText; correction: Correction }
  | { type: 'work-begun' };

export type AssignmentRefusal =
  | 'cohort_cancelled'
  | 'cohort_settled'
  | 'cohort_takes_none'
  | 'day_not_in_plan'
  | 'day_not_required'
  | 'day_is_past'
  | 'due_after_close'
  | 'bad_rubric';

export function evolveAssignment(assignment: Assignment | null, event: AssignmentEvent): Assignment {
  if (event.type === 'set') return event.assignment;
  if (!assignment) throw new Error(`${event.type} before the assignment was set`);
  switch (event.type) {
    case 'corrected':
      return { ...assignment, ...event.now, corrections: [...assignment.corrections, event.correction] };
    case 'work-begun':
      return { ...assignment, workBegun: true };
    default:
      return unreachable(event, 'event of an assignment');
  }
}

/** One step from each form in which assignments were stored to the next. */
export const assignmentUpcasts = [
  (state: unknown): unknown => Object.assign({ corrections: [] }, state),
  (state: unknown): unknown => Object.assign({ rubric: null }, state),
  (state: unknown): unknown => Object.assign({ mostPictures: 0 }, state),
  // What was handed in until then is found where it lies.
  (state: unknown): unknown => Object.assign({ workBegun: false }, state),
  (state: unknown): unknown => Object.assign({ mostAttachments: 0 }, state),
];

/** Sets an assignment. One for a day is one whose work can count for that day, from now until it is due. */
export function setAssignment(
  cohort: Cohort | null,
  assignment: Assignment,
): Refused<AssignmentRefusal> | AssignmentEvent[] {
  const refused =
    closedCohort(cohort) ?? refuseRubric(assignment.rubric) ?? whyNotFor(cohort, assignment, assignment.setAtMs);
  return refused ?? [{ type: 'set', assignment }];
}

/**
 * Notes that work for it is on its way, before the work is written: a correction that came first is in what this leads to, and one that comes later is
 * refused, so that nobody's work counts for another day, or is scored by something else, than it was handed in for.
 */
export function beginWork(assignment: Assignment | null): AssignmentEvent[] {
  return assignment === null || assignment.workBegun ? [] : [{ type: 'work-begun' }];
}

/** Corrects an assignment. Its day stays once somebody has handed in for it: their work counts for it; so does what it is scored by. */
export function correctAssignment(
  assignment: Assignment | null,
  cohort: Cohort | null,
  { hadWork, ...correction }: Omit<Correction, 'before'> & { hadWork: boolean },
  now: AssignmentText,
):
  | Refused<AssignmentRefusal | 'no_assignment' | 'day_has_work' | 'rubric_frozen' | 'too_many_corrections'>
  | AssignmentEvent[] {
  if (!assignment) return refuse('no_assignment');
  const closed = closedCohort(cohort);
  if (closed) return closed;
  const before = changedFrom(assignment, now);
  if (Object.keys(before).length === 0) return [];
  const hasWork = assignment.workBegun || hadWork;
  if ('day' in before && hasWork)
    return refuse(
      'day_has_work',
      `What was handed in counts for ${assignment.day ?? 'the day of handing in'}.`,
      at('day'),
    );
  if ('rubric' in before && hasWork)
    return refuse('rubric_frozen', 'Somebody has handed in: what was asked of them stays.', at('rubric'));
  const unclear = refuseRubric(now.rubric);
  if (unclear) return unclear;
  const refused = 'day' in before || 'dueAtMs' in before ? whyNotFor(cohort, now, correction.correctedAtMs) : null;
  if (refused) return refused;
  if (assignment.corrections.length >= MAX_CORRECTIONS)
    return refuse('too_many_corrections', `At most ${MAX_CORRECTIONS} corrections.`);
  return [{ type: 'corrected', now, correction: { before, ...correction } }];
}

function closedCohort(cohort: Cohort | null): Refused<'cohort_cancelled' | 'cohort_settled'> | null {
  if (cohort?.cancelled) return refuse('cohort_cancelled', 'The cohort is cancelled.');
  return cohort?.settled ? refuse('cohort_settled', 'The cohort is settled.') : null;
}

/** Why work for the day could not count, by the cohort's own zone; what differs for a learner elsewhere is said to them. */
function whyNotFor(
  cohort: Cohort | null,
  { day, dueAtMs }: Pick<AssignmentText, 'day' | 'dueAtMs'>,
  nowMs: number,
): Refused<AssignmentRefusal> | null {
  if (day === null) return null;
  const planDays = cohort?.planDays ?? [];
  if (!planDays.includes(day)) {
    const detail = `The plan runs from ${planDays[0] ?? 'none'} to ${planDays.at(-1) ?? 'none'}.`;
    return refuse('day_not_in_plan', detail, at('day', 'not a day of the plan'));
  }
  if (!cohort?.policy) return null;
  if (!cohort.policy.checkIn.accepts.includes('homework'))
    return refuse('cohort_takes_none', 'In this cohort homework is no check-in: leave the day out.', at('day'));
  const planDay = planDayOf(cohort.policy, day);
  if (planDay?.kind !== 'required') return refuse('day_not_required', `${day} is a rest day.`, at('day', 'a rest day'));
  const closesAt = iso(planDay.closesAtMs);
  if (planDay.closesAtMs <= nowMs) return refuse('day_is_past', `${day} closed at ${closesAt}.`, at('day', 'is over'));
  return dueAtMs > planDay.closesAtMs
    ? refuse('due_after_close', `${day} closes at ${closesAt}: what is handed in later does not count for it.`, {
        ...at('dueAt', `at the latest ${closesAt}`),
        extra: { closesAt },
      })
    : null;
}

function planDayOf(policy: NonNullable<Cohort['policy']>, day: PlainDate): PlanDay | undefined {
  const plan = compilePlan({ ...policy, dayBoundary: 'cohort' }, { timeZone: policy.timeZone, excused: [] });
  return plan.days.find((candidate) => candidate.day === day);
}

function changedFrom(assignment: AssignmentText, now: AssignmentText): Partial<AssignmentText> {
  const { title, instructions, dueAtMs, day, weightPercent, rubric, mostPictures, mostAttachments } = assignment;
  return {
    ...(title === now.title ? {} : { title }),
    ...(instructions === now.instructions ? {} : { instructions }),
    ...(dueAtMs === now.dueAtMs ? {} : { dueAtMs }),
    ...(day === now.day ? {} : { day }),
    ...(weightPercent === now.weightPercent ? {} : { weightPercent }),
    ...(isSameRubric(rubric, now.rubric) ? {} : { rubric }),
    ...(mostPictures === now.mostPictures ? {} : { mostPictures }),
    ...(mostAttachments === now.mostAttachments ? {} : { mostAttachments }),
  };
}

function at(path: string, message = 'cannot be'): { fields: { path: string; message: string }[] } {
  return { fields: [{ path, message }] };
}
