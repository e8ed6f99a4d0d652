import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import type { AdmitPaid, Ports } from '../../ports';

/** Who paid is admitted; what payment says later of refunds and disputes means nothing here. */
export function createFollowPayment(
  { enrolments }: Pick<Ports, 'enrolments'>,
  admitPaid: AdmitPaid,
): HandlersOn<'payment.enrolment'> {
  const moveOn = (received: Received<'payment.enrolment'>) => enrolments.applyMessage(received, () => []);
  return {
    'payment.received.v1': admitPaid,
    'payment.checkout-tried.v1': moveOn,
    'payment.refund-succeeded.v1': moveOn,
    'payment.refund-failed.v1': moveOn,
    'payment.dispute-opened.v1': moveOn,
    'payment.dispute-closed.v1': moveOn,
    'payment.hand-payment-told.v1': moveOn,
    'payment.hand-payment-answered.v1': moveOn,
    'payment.credit-payout-asked.v1': moveOn,
  };
}
