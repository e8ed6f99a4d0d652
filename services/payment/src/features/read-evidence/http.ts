import { iso, paymentHttp, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { type Evidence, evidenceOf } from '../../domain/evidence';
import type { Ports } from '../../ports';

export const readEvidenceRoute = route<Pick<Ports, 'ledger'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/dispute-evidence',
  summary:
    'What speaks for the organiser in a dispute: the payment, the accepted rules, what went back already and for which days.',
  access: ['owner', 'class_head'],
  params: paymentHttp.EnrolmentParams,
  answers: { 200: paymentHttp.DisputeEvidenceBody, 404: refusals('not_found') },
  async handle({ params }, { ledger }) {
    const journal = await ledger.journalOf(params.enrolmentId);
    const evidence = journal && evidenceOf(journal.book, journal.entries);
    return evidence ? present(evidence) : refuse('not_found', 'There is nothing to pay for this enrolment yet.');
  },
});

function present({ payments, rulesAccepted, refunds, disputes, ...evidence }: Evidence) {
  return {
    ...evidence,
    payments: payments.map(({ paidAtMs, ...payment }) => ({ ...payment, paidAt: isoOrNull(paidAtMs) })),
    rulesAccepted: rulesAccepted && {
      rulesVersion: rulesAccepted.rulesVersion,
      acceptedAt: iso(rulesAccepted.acceptedAtMs),
    },
    refunds: refunds.map(({ sentAtMs, arrivedAtMs, days, ...refund }) => ({
      ...refund,
      days: [...days],
      sentAt: isoOrNull(sentAtMs),
      arrivedAt: isoOrNull(arrivedAtMs),
    })),
    disputes: disputes.map(({ openedAtMs, answerByMs, ...dispute }) => ({
      ...dispute,
      openedAt: iso(openedAtMs),
      answerBy: isoOrNull(answerByMs),
    })),
  };
}

function isoOrNull(atMs: number | null): string | null {
  return atMs === null ? null : iso(atMs);
}
