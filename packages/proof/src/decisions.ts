import { sha256 } from '@noble/hashes/sha2';
import { createInput, toHex } from './bytes.ts';
import { NOTHING_BEFORE } from './hashes.ts';

const TAG = { decision: 7, who: 8 } as const;

/** One entry of a cohort's decision log as every member may read it: numbers and roles, no names. */
export interface DecisionFacts {
  cohortId: string;
  /** Gapless per cohort, from 1. */
  seq: number;
  kind: string;
  /** ISO 8601, in UTC. */
  at: string;
  /** Whom it is about; null: the whole cohort. */
  memberNumber: number | null;
  /** As what somebody decided it; "rule": nobody did in time, or nobody may. */
  by: string;
  day: string | null;
  outcome: string | null;
  amountMinor: number | null;
  currency: string | null;
  /** Empty where none is asked for. */
  reason: string;
  /** Commits to the accounts behind role and number, which only staff are shown. */
  whoHash: string;
  /** 64 zeros before the first entry. */
  previousHash: string;
}

/** Who stands behind role and number. Without the salt nobody can try accounts until one fits. */
export interface DecisionWho {
  salt: string;
  /** Null: nobody. */
  decidedById: string | null;
  enrolmentId: string | null;
}

export const EMPTY_DECISIONS = { length: 0, head: NOTHING_BEFORE } as const;

/** H(7 | hash before | cohort | seq | kind | at | member | by | day | outcome | amount | currency | reason | who); absent: the empty text. */
export function decisionHash(facts: DecisionFacts): string {
  const { cohortId, seq, kind, at, memberNumber, by, day, outcome, amountMinor, currency, reason } = facts;
  const input = createInput().start(TAG.decision).hex(facts.previousHash).text(cohortId).number(seq, 'seq');
  for (const value of [kind, at, memberNumber, by, day, outcome, amountMinor, currency, reason])
    input.text(String(value ?? ''));
  return toHex(sha256(input.hex(facts.whoHash).bytes()));
}

/** H(8 | salt | who decided | enrolment); absent: the empty text. */
export function whoHashOf({ salt, decidedById, enrolmentId }: DecisionWho): string {
  const input = createInput().start(TAG.who).hex(salt);
  return toHex(
    sha256(
      input
        .text(decidedById ?? '')
        .text(enrolmentId ?? '')
        .bytes(),
    ),
  );
}
