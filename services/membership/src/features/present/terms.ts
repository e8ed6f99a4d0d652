import { iso, type membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Terms } from '../../domain/versions';

/** What a cohort said of itself from an instant on, as staff and whoever joined under it may read it. */
export function termsBody({ atMs, enrolUntilMs, ...terms }: Terms): z.infer<typeof membershipHttp.TermsBody> {
  const { title, forWhom, whatFor, exchanged, description, policy, policyVersion } = terms;
  const { rules, rulesVersion, capacity, groupSize, appealDays } = terms;
  return {
    at: iso(atMs),
    title,
    forWhom,
    whatFor,
    exchanged,
    description,
    policy,
    policyVersion,
    rules: [...rules],
    rulesVersion,
    capacity,
    groupSize,
    appealDays,
    enrolUntil: enrolUntilMs === null ? null : iso(enrolUntilMs),
  };
}
