import type { Actor } from './audit';
import type { Cohort, CohortContent, CohortEvent } from './cohort';

/** What a cohort said of itself, without what is hidden in its rules. */
export interface Terms extends Omit<CohortContent, 'passphrase'> {
  atMs: number;
  policyVersion: number;
  rulesVersion: number;
}

/** Terms as they were written down with the act that made them; never changed. */
export interface Version extends Terms {
  cohortId: string;
  kind: 'drafted' | 'edited' | 'published' | 'revised';
  /** Account; null: nobody knows. */
  by: string | null;
}

/** What an event adds to the versions: nothing where policy and rules of a draft stayed as they were. */
export function versionsOf(
  event: CohortEvent & { by?: Actor | undefined },
  before: Cohort | null,
  after: Cohort,
  atMs: number,
): Version[] {
  switch (event.type) {
    case 'drafted':
    case 'published':
    case 'revised':
      break;
    case 'edited':
      if (before?.policyVersion === after.policyVersion && before.rulesVersion === after.rulesVersion) return [];
      break;
    default:
      return [];
  }
  return [{ ...termsOf(after, atMs), cohortId: after.cohortId, kind: event.type, by: event.by?.accountId ?? null }];
}

/** What a cohort says of itself now. */
export function termsOf({ content, policyVersion, rulesVersion }: Cohort, atMs: number): Terms {
  const { passphrase: _hidden, ...said } = content;
  return { ...said, atMs, policyVersion, rulesVersion };
}
