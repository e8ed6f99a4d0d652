import { compilePlan, evaluate, type Evaluation, settle, type Settlement, sharerOf } from '@daka/rules';
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
  const evaluations = new Map(
    members.map(({ member, timeZone }) => {
      const entries = lines
        .filter((line) => line.member === member)
        .map(({ day, submittedAtMs, characters }) => ({
          day,
          acceptedAt: new Date(submittedAtMs).toISOString(),
          characters,
        }));
      return [member, evaluate(policy, { timeZone, excused: [] }, entries, LONG_AFTER)] as const;
    }),
  );
  // Nobody is on leave or late in a record, so that one plan says of all what was asked.
  const plan = compilePlan(policy, { timeZone: policy.timeZone, excused: [] });
  const sharers = [...evaluations.values()].map((evaluation, index) => sharerOf(plan, evaluation, index + 1));
  const refused: Record<string, number> = {};
  for (const { why } of [...evaluations.values()].flatMap((evaluation) => evaluation.refused))
    refused[why] = (refused[why] ?? 0) + 1;
  return { evaluations, settlement: settle(policy.forfeits, sharers), refused };
}
