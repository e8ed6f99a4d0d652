import { refuse, type Refused } from '@daka/contracts';
import type { Cohort, CohortContent, CohortEvent } from './cohort';
import { isHiddenIn } from './passphrase';

export const DEFAULT_GROUP_SIZE = 50;
export const DEFAULT_APPEAL_DAYS = 3;

const emptyContent: Omit<CohortContent, 'title'> = {
  policy: null, rules: [], passphrase: null, capacity: null,
  groupSize: DEFAULT_GROUP_SIZE, appealDays: DEFAULT_APPEAL_DAYS, enrolUntilMs: null,
};

export type ContentChange = Partial<CohortContent>;
type NotHidden = Refused<'passphrase_not_in_rules'>;

/** A new draft; what is left out may be added until it is published. */
export function draftCohort(
  cohort: Cohort | null,
  order: { cohortId: string; organisationId: string; ownerId: string; content: ContentChange & { title: string } },
): NotHidden | CohortEvent[] {
  if (cohort !== null) throw new Error('a fresh cohort id was taken');
  const content = { ...emptyContent, ...order.content };
  return passphraseProblem(content) ?? [{ type: 'drafted', ...order, content }];
}

/** Changes what is named, keeps the rest; policy and rules count a version up where they differ. */
export function editDraft(cohort: Cohort | null, change: ContentChange): NotHidden | Refused<'not_a_draft' | 'not_found'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  if (cohort.status !== 'draft') return refuse('not_a_draft', `this cohort is ${cohort.status}`);
  const content = { ...cohort.content, ...change };
  const problem = passphraseProblem(content);
  if (problem) return problem;

  const policyChanged = differs(content.policy, cohort.content.policy);
  const rulesChanged = differs([content.rules, content.passphrase], [cohort.content.rules, cohort.content.passphrase]);
  return [{
    type: 'edited', content,
    policyVersion: cohort.policyVersion + (policyChanged ? 1 : 0),
    rulesVersion: cohort.rulesVersion + (rulesChanged ? 1 : 0),
  }];
}

function passphraseProblem({ passphrase, rules }: CohortContent): NotHidden | undefined {
  if (passphrase === null || rules.length === 0 || isHiddenIn(rules, passphrase)) return undefined;
  const message = 'must stand somewhere in the text of the rules';
  return refuse('passphrase_not_in_rules', `the passphrase ${message}`, { fields: [{ path: 'passphrase', message }] });
}

function differs(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) !== JSON.stringify(right);
}
