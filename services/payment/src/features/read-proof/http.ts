import { Currency, iso, paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { coverageBps, type ProofDay } from '../../domain/proof/assemble';
import type { Ports } from '../../ports';
import { presentProofDay } from '../present/proof-day';

/** The newest day first, within a day by currency; a day is proven once. */
const byDay = pagesBy(z.tuple([z.iso.date(), z.string()]), { currency: Currency.optional() });

export const readProofRoute = route<{ proofs: Pick<Ports['proofs'], 'days'> }>()({
  method: 'get',
  path: '/organisations/:organisationId/proof',
  summary: 'The proof of deposits for everybody: owed to learners, held, coverage, root and chain of every day.',
  access: 'public',
  params: paymentHttp.OrganisationParams,
  query: byDay.query,
  answers: { 200: paymentHttp.ProofBody },
  async handle({ params: { organisationId }, query }, { proofs }) {
    const [day, currency] = query.cursor ?? [];
    const after = day === undefined || currency === undefined ? undefined : { day, currency };
    const found = await proofs.days(organisationId, { limit: query.limit + 1, after, currency: query.currency });
    const page = byDay.page(found, query, (one) => [one.day, one.currency], present);
    return { kind: 'daka.proof.v1' as const, organisationId, ...page };
  },
});

function present(day: ProofDay) {
  const { heldMinor, cutAtMs } = day;
  return { ...presentProofDay(day), heldMinor, coverageBps: coverageBps(day), cutAt: iso(cutAtMs) };
}
