import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { createReadEvidence } from './handler';

export const readEvidenceRoute = route<{ readEvidence: ReturnType<typeof createReadEvidence> }>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/dispute-evidence',
  summary: 'What speaks for the organiser in a dispute: the payment, the accepted rules, what went back already and for which days.',
  access: ['owner', 'class_head'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.DisputeEvidenceBody, 404: refusals('not_found') },
  handle: ({ params }, { readEvidence }) => readEvidence(params.enrolmentId),
});
