import { type Entry, evaluate, type Evaluation, settleCohort, type Settlement } from '@daka/rules';
import type { CohortRecord } from '@daka/replay';

const LONG_AFTER = '2900-01-01T00:00:00Z';

export interface Expected {
  /** By member, in the record's order. */
  evaluations: Map<string, Evaluation>;
  settlement: Settlement;
  /** By reason, of all members. */
  refused: Record<string, number>;
}

/** What the rules alone make of a record: no service, no database, no clock. */
export function expectedOf({ policy, members, lines }: CohortRecord): Expected {
  const learners = members.map(({ member, timeZone }) => ({
    member,
    learner: { timeZone, excused: [] },
    entries: lines.filter((line) => line.member === member).map(({ day, submittedAtMs, characters }): Entry =>
      ({ day, acceptedAt: new Date(submittedAtMs).toISOString(), characters })),
  }));
  const evaluations = new Map(learners.map(({ member, learner, entries }) => [member, evaluate(policy, learner, entries, LONG_AFTER)]));
  const refused: Record<string, number> = {};
  for (const { why } of [...evaluations.values()].flatMap((evaluation) => evaluation.refused)) refused[why] = (refused[why] ?? 0) + 1;
  return { evaluations, settlement: settleCohort(policy, learners, LONG_AFTER), refused };
}
