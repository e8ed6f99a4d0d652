import { evaluate, type Evaluation, settle, type Settlement } from '@daka/rules';
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
  const evaluations = new Map(members.map(({ member, timeZone }) => {
    const entries = lines.filter((line) => line.member === member)
      .map(({ day, submittedAtMs, characters }) => ({ day, acceptedAt: new Date(submittedAtMs).toISOString(), characters }));
    return [member, evaluate(policy, { timeZone, excused: [] }, entries, LONG_AFTER)] as const;
  }));
  const sharers = [...evaluations.values()].map((evaluation, index) => ({ ...evaluation, memberNumber: index + 1, depositMinor: policy.depositMinor }));
  const refused: Record<string, number> = {};
  for (const { why } of sharers.flatMap((sharer) => sharer.refused)) refused[why] = (refused[why] ?? 0) + 1;
  return { evaluations, settlement: settle(policy.forfeits, sharers), refused };
}
