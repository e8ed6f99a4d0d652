import { refuse, type Refused, unreachable } from '@daka/contracts';
import { type PlatformBounds, publishingProblems } from '@daka/rules';
import type { Cohort, CohortContent, CohortEvent, CompleteContent } from './cohort';
import { firstDayClosesAtMs } from './plan-dates';

/** Opens a complete draft for enrolment, unless learners could not fulfil or pay what it says, or it takes more than the platform lets it. Publishing again changes nothing. */
export function publishCohort(
  cohort: Cohort | null,
  { nowMs, bounds }: { nowMs: number; bounds: PlatformBounds },
): Refused<'not_found' | 'not_a_draft' | 'cohort_incomplete' | 'policy_unfulfillable'> | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  switch (cohort.status) {
    case 'published':
      return [];
    case 'cancelled':
      return refuse('not_a_draft', 'this cohort is cancelled');
    case 'draft': {
      const content = completed(cohort.content);
      if ('refused' in content) return content;
      return (
        unfulfillable(content, { enrolUntilMs: cohort.content.enrolUntilMs, nowMs, bounds }) ?? [
          { type: 'published', content, atMs: nowMs },
        ]
      );
    }
    default:
      return unreachable(cohort, 'status of a cohort');
  }
}

function completed(content: CohortContent): Refused<'cohort_incomplete'> | CompleteContent {
  const { policy, passphrase, capacity, rules } = content;
  if (policy === null || passphrase === null || capacity === null || rules.length === 0) return incomplete(content);
  return { ...content, policy, passphrase, capacity, enrolUntilMs: content.enrolUntilMs ?? firstDayClosesAtMs(policy) };
}

/** What a learner could find out only after paying, field by field. */
function unfulfillable(
  { policy, appealDays }: CompleteContent,
  { enrolUntilMs, nowMs, bounds }: { enrolUntilMs: number | null; nowMs: number; bounds: PlatformBounds },
): Refused<'policy_unfulfillable'> | null {
  const problems = publishingProblems({ policy, appealDays, enrolUntilMs, nowMs, bounds });
  if (problems.length === 0) return null;
  const ofCohort = ['enrolUntil', 'appealDays'];
  const fields = problems.map(({ field, message }) => ({
    path: ofCohort.includes(field) ? field : `policy.${field}`,
    message,
  }));
  const detail = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return refuse('policy_unfulfillable', detail, { fields });
}

function incomplete({ policy, passphrase, capacity, rules }: CohortContent): Refused<'cohort_incomplete'> {
  const missing = Object.entries({ policy, rules: rules.length === 0 ? null : rules, passphrase, capacity })
    .filter(([, value]) => value === null)
    .map(([path]) => ({ path, message: 'is missing' }));
  return refuse('cohort_incomplete', `missing: ${missing.map(({ path }) => path).join(', ')}`, { fields: missing });
}
