import { refuse, type Refused } from '@daka/contracts';
import type { PlainDate } from '@daka/rules';

/** A piece of homework that a cohort is given. Never changed once set, so that nobody is judged by a moved goal. */
export interface Assignment {
  id: string;
  cohortId: string;
  title: string;
  /** Markdown. */
  instructions: string;
  dueAtMs: number;
  /** The plan day whose check-in it counts as; null: the day that runs when it is handed in. */
  day: PlainDate | null;
  weightPercent: number | null;
  setBy: string;
  setAtMs: number;
}

export type AssignmentEvent = { type: 'set'; assignment: Assignment };

export function evolveAssignment(_: Assignment | null, event: AssignmentEvent): Assignment {
  return event.assignment;
}

/** Sets an assignment; its day must be one of the cohort's plan days. */
export function setAssignment(planDays: readonly PlainDate[], assignment: Assignment): Refused<'day_not_in_plan'> | AssignmentEvent[] {
  if (assignment.day !== null && !planDays.includes(assignment.day)) {
    const first = planDays[0] ?? 'none';
    const last = planDays.at(-1) ?? 'none';
    return refuse('day_not_in_plan', `The plan runs from ${first} to ${last}.`, {
      fields: [{ path: 'day', message: 'not a day of the plan' }],
    });
  }
  return [{ type: 'set', assignment }];
}
