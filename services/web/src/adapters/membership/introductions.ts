import { membershipHttp } from '@daka/contracts';
import type { CohortAddress, CohortIntroductions, CohortTerms } from '../../ports';

/** A page must not wait for what only a message about it shows. */
const TIMEOUT_MS = 1_000;

const Introduction = membershipHttp.CohortBody.pick({
  id: true,
  slug: true,
  title: true,
  organisation: true,
  whatFor: true,
  forWhom: true,
  policy: true,
});

/** Asks membership without anybody's token, so it answers what everybody may read. */
export function createCohortIntroductions(membershipUrl: string): CohortIntroductions {
  return {
    async of(address) {
      try {
        const answer = await fetch(membershipUrl + pathOf(address), { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (!answer.ok) return null;
        const { organisation, policy, ...texts } = Introduction.parse(await answer.json());
        return { ...texts, organisation: organisation.name, terms: policy && termsOf(policy) };
      } catch {
        return null; // the page opens all the same
      }
    },
  };
}

function termsOf({ currency, entryFeeMinor, depositMinor, days, startsOn }: CohortTerms): CohortTerms {
  return { currency, entryFeeMinor, depositMinor, days, startsOn };
}

function pathOf(address: CohortAddress): string {
  return 'id' in address
    ? `/cohorts/${encodeURIComponent(address.id)}`
    : `/cohort-pages/${encodeURIComponent(address.slug)}`;
}
