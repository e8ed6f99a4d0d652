import { type Refused, refuse } from '@daka/contracts';
import { evidenceOf } from '../../domain/evidence';
import type { Books, Ledger } from '../../ports';

/** Everything that speaks for the organiser when a payment is disputed. */
export function createReadEvidence({ books, ledger }: { books: Pick<Books, 'load'>; ledger: Pick<Ledger, 'entriesOf'> }) {
  return async function readEvidence(enrolmentId: string) {
    const [book, entries] = await Promise.all([books.load(enrolmentId), ledger.entriesOf(enrolmentId)]);
    const evidence = book && evidenceOf(book, entries);
    if (!evidence) return refuse('not_found', 'There is nothing to pay for this enrolment yet.') satisfies Refused<'not_found'>;
    const { payments, rulesAccepted, refunds, disputes } = evidence;
    return {
      ...evidence,
      payments: payments.map(({ paidAtMs, ...payment }) => ({ ...payment, paidAt: iso(paidAtMs) })),
      rulesAccepted: rulesAccepted && { rulesVersion: rulesAccepted.rulesVersion, acceptedAt: new Date(rulesAccepted.acceptedAtMs).toISOString() },
      refunds: refunds.map(({ sentAtMs, arrivedAtMs, days, ...refund }) => ({ ...refund, days: [...days], sentAt: iso(sentAtMs), arrivedAt: iso(arrivedAtMs) })),
      disputes: disputes.map(({ openedAtMs, answerByMs, ...dispute }) => ({ ...dispute, openedAt: new Date(openedAtMs).toISOString(), answerBy: iso(answerByMs) })),
    };
  };
}

function iso(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}
