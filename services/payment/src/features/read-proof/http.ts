import { paymentHttp } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { createReadProof, ProofPosition } from './handler';

export const readProofRoute = route<{ readProof: ReturnType<typeof createReadProof> }>()({
  method: 'get',
  path: '/organisations/:organisationId/proof',
  summary: 'The proof of deposits for everybody: owed to learners, held, coverage, root and chain of every day.',
  access: 'public',
  params: paymentHttp.OrganisationParams,
  query: paymentHttp.ProofQuery,
  answers: { 200: paymentHttp.ProofBody },
  handle: ({ params, query: { cursor, ...query } }, { readProof }) => readProof(params.organisationId, { ...query, cursor: positionOf(cursor) }),
});

function positionOf(cursor: string | undefined): ProofPosition | undefined {
  const [day, currency] = cursor?.split('.') ?? [];
  return day === undefined || currency === undefined ? undefined : { day, currency };
}
