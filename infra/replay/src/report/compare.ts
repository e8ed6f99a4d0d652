import type { Outcome, Totals } from '../run/collect';
import type { SandboxState } from '../run/sandbox-state';

/** Whether our books and the processor agree to the unit: in all, and charge by charge. */
export function ledgerEqualsStripe(
  { accounts, totals }: Outcome,
  { totals: byCurrency, charges }: SandboxState,
): boolean {
  const currency = accounts.currency.toLowerCase();
  const none = { captured: 0, refunded: 0, refunds_pending: 0, balance: 0 };
  const stripe = byCurrency[currency] ?? none;
  const otherCurrencies = Object.keys(byCurrency).filter((code) => code !== currency);
  const areTotalsEqual =
    stripe.captured === accounts.chargedMinor &&
    stripe.refunded === accounts.refundedMinor &&
    stripe.balance === accounts.cashMinor &&
    stripe.refunds_pending === 0 &&
    accounts.inFlightMinor === 0 &&
    otherCurrencies.length === 0;
  return (
    areTotalsEqual &&
    totals.every((enrolment) => isEnrolmentEqual(enrolment, charges, currency)) &&
    isNobodyElseCharged(totals, charges)
  );
}

type Charge = SandboxState['charges'][number];

function isEnrolmentEqual(enrolment: Totals, charges: readonly Charge[], currency: string): boolean {
  const own = charges.filter((charge) => charge.metadata['enrolmentId'] === enrolment.enrolmentId);
  const captured = own.reduce((sum, charge) => sum + charge.captured, 0);
  const refunded = own.reduce((sum, charge) => sum + charge.refunded, 0);
  return (
    own.every((charge) => charge.currency === currency) &&
    captured === enrolment.paidMinor - enrolment.creditUsedMinor &&
    refunded === enrolment.refundedMinor + enrolment.bonusPaidMinor
  );
}

function isNobodyElseCharged(totals: readonly Totals[], charges: readonly Charge[]): boolean {
  const known = new Set(totals.map(({ enrolmentId }) => enrolmentId));
  return charges.every((charge) => known.has(charge.metadata['enrolmentId'] ?? ''));
}
