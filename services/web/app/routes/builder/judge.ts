import {
  DEFAULT_PLATFORM_BOUNDS,
  type Policy,
  PolicySchema,
  type PolicyWarning,
  policyWarnings,
  publishingProblems,
  type SimulatedCohort,
  simulateCohort,
  type PublishingReason,
} from '@daka/rules';

/** One thing to mend before publishing. `not_valid`: the field holds something that it cannot mean. */
export interface Fault {
  field: string;
  why: PublishingReason | 'not_valid';
  bound: number | null;
}

export interface Judged {
  faults: Fault[];
  warnings: PolicyWarning[];
  /** By how many of a hundred finish; empty while the policy cannot be judged. */
  outlooks: readonly { percent: number; outlook: SimulatedCohort }[];
}

const PERCENTS = [40, 60, 95] as const;
/** More are not asked of a phone at each letter. */
const MOST_LEARNERS = 10_000;

export interface Offered {
  policy: Policy;
  learners: number;
  appealDays: number;
  /** Null: with the first day. */
  enrolUntil: string | null;
  nowMs: number;
}

/** What the rules say of a policy as it was typed: the functions that membership publishes by, and check-in and payment settle by. */
export function judge({ policy, learners, appealDays, enrolUntil, nowMs }: Offered): Judged {
  const parsed = PolicySchema.safeParse(policy);
  if (!parsed.success) {
    const fields = new Set(
      // Of a list, the field is the list.
      parsed.error.issues.map(({ path }) => path.filter((part) => typeof part === 'string').join('.')),
    );
    return {
      faults: [...fields].map((field) => ({ field, why: 'not_valid', bound: null })),
      warnings: [],
      outlooks: [],
    };
  }
  const terms = { policy: parsed.data, appealDays: Number.isInteger(appealDays) ? appealDays : 0 };
  const enrolUntilMs = enrolUntil === null ? null : Date.parse(enrolUntil);
  const faults = publishingProblems({ ...terms, enrolUntilMs, nowMs, bounds: DEFAULT_PLATFORM_BOUNDS });
  const isPlayable = !faults.some(({ why }) => why === 'currency_not_charged' || why === 'no_required_day');
  const canCount = Number.isInteger(learners) && learners > 0 && learners <= MOST_LEARNERS;
  return {
    faults,
    warnings: policyWarnings({ ...terms, paidFromMs: nowMs }),
    outlooks:
      isPlayable && canCount
        ? PERCENTS.map((percent) => ({
            percent,
            outlook: simulateCohort(parsed.data, { learners, finishers: Math.round((learners * percent) / 100) }),
          }))
        : [],
  };
}
