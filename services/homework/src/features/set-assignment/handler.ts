import { type AssignmentText, correctAssignment, type Correction } from '../../domain/assignment';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'clock'> & {
  assignments: Pick<Ports['assignments'], 'load' | 'change'>;
  cohorts: Pick<Ports['cohorts'], 'load'>;
  portfolios: Pick<Ports['portfolios'], 'hasWork'>;
};
type Order = Pick<Correction, 'reason' | 'correctedBy'> & { assignmentId: string; now: AssignmentText };

/** Corrects an assignment, or says why not. */
export function createCorrectAssignment({ assignments, portfolios, cohorts, clock }: Needs) {
  return async function correct({ assignmentId, now, ...by }: Order) {
    const known = await assignments.load(assignmentId);
    const cohort = known && (await cohorts.load(known.cohortId));
    // Assignments from before do not say what was handed in by then; what is handed in from now on is said in the assignment itself.
    const hadWork = known !== null && !known.workBegun && (await portfolios.hasWork(known.cohortId, assignmentId));
    const correction = { ...by, correctedAtMs: clock.nowMs(), hadWork };
    return assignments.change(assignmentId, (assignment) => correctAssignment(assignment, cohort, correction, now));
  };
}
export type CorrectAssignment = ReturnType<typeof createCorrectAssignment>;
