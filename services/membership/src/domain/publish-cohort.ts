import { refuse, type Refused } from '@daka/contracts';
import type { Cohort, CohortContent, CohortEvent, CompleteContent } from './cohort';
import { firstDayClosesAtMs } from './policy-calendar';

/** Opens a complete draft for enrolment. Publishing again changes nothing. */
export function publishCohort(
  cohort: Cohort | null,
  nowMs: number,
): Refused<'not_found' | 'not_a_draft' | 'cohort_incomplete'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  switch (cohort.status) {
    case 'published': return [];
    case 'cancelled': return refuse('not_a_draft', 'this cohort is cancelled');
    case 'draft': {
      const content = completed(cohort.content);
      return 'refused' in content ? content : [{ type: 'published', content, atMs: nowMs }];
    }
    default: return unknownStatus(cohort);
  }
}

function completed(content: CohortContent): Refused<'cohort_incomplete'> | CompleteContent {
  const { policy, passphrase, capacity, rules } = content;
  if (policy === null || passphrase === null || capacity === null || rules.length === 0) return incomplete(content);
  return { ...content, policy, passphrase, capacity, enrolUntilMs: content.enrolUntilMs ?? firstDayClosesAtMs(policy) };
}

function incomplete({ policy, passphrase, capacity, rules }: CohortContent): Refused<'cohort_incomplete'> {
  const missing = Object.entries({ policy, rules: rules.length === 0 ? null : rules, passphrase, capacity })
    .filter(([, value]) => value === null)
    .map(([path]) => ({ path, message: 'is missing' }));
  return refuse('cohort_incomplete', `missing: ${missing.map(({ path }) => path).join(', ')}`, { fields: missing });
}

function unknownStatus(cohort: never): never {
  throw new Error(`unknown status of ${JSON.stringify(cohort)}`);
}
