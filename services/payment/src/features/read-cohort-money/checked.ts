import { iso } from '@daka/contracts';
import { coverageBps } from '../../domain/proof/assemble';
import type { Ports } from '../../ports';

/** What the last proven day says of the organisation's money in this currency; null: none is proven. */
export async function coverageOf(
  proofs: Pick<Ports['proofs'], 'latest'>,
  organisationId: string | null,
  currency: string | null,
) {
  const last = organisationId === null || currency === null ? null : await proofs.latest(organisationId, currency);
  if (last === null) return null;
  const { day, sumMinor: owedMinor, heldMinor } = last;
  return { day, owedMinor, heldMinor, coverageBps: coverageBps(last) };
}

/** What the last comparison with the processor found of a cohort; null: there was none. */
export async function reconciliationOf(
  reconciliations: Pick<Ports['reconciliations'], 'latest' | 'countOf'>,
  organisationId: string | null,
  cohortId: string,
) {
  const run = organisationId === null ? null : await reconciliations.latest();
  if (run === null || organisationId === null) return null;
  const counts = await reconciliations.countOf(run.id, organisationId, cohortId);
  return { checkedAt: iso(run.finishedAtMs), ...counts };
}
