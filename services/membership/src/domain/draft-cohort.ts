import { refuse, type Refused } from '@daka/contracts';
import type { Cohort, CohortContent, CohortEvent, CohortTexts } from './cohort';
import { isHiddenIn } from './passphrase';

const DEFAULT_GROUP_SIZE = 50;
const DEFAULT_APPEAL_DAYS = 3;

export const noTexts: CohortTexts = { slug: null, forWhom: null, whatFor: null, exchanged: null, description: null };

const emptyContent: Omit<CohortContent, 'title'> = {
  ...noTexts,
  policy: null,
  rules: [],
  passphrase: null,
  capacity: null,
  groupSize: DEFAULT_GROUP_SIZE,
  appealDays: DEFAULT_APPEAL_DAYS,
  enrolUntilMs: null,
};

export type ContentChange = Partial<CohortContent>;
export type NotHidden = Refused<'passphrase_not_in_rules'>;

/** A new draft; what is left out may be added until it is published. */
export function draftCohort(
  cohort: Cohort | null,
  order: {
    cohortId: string;
    organisationId: string;
    ownerId: string;
    content: ContentChange & { title: string };
    atMs: number;
  },
): NotHidden | CohortEvent[] {
  if (cohort !== null) throw new Error('a fresh cohort id was taken');
  const content = { ...emptyContent, ...order.content };
  return passphraseProblem(content) ?? [{ type: 'drafted', ...order, content }];
}

/** The passphrase stands in the rules, once there are any. */
export function passphraseProblem({ passphrase, rules }: CohortContent): NotHidden | undefined {
  if (passphrase === null || rules.length === 0 || isHiddenIn(rules, passphrase)) return undefined;
  const message = 'must stand somewhere in the text of the rules';
  return refuse('passphrase_not_in_rules', `the passphrase ${message}`, { fields: [{ path: 'passphrase', message }] });
}
