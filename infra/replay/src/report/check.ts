import type { Report } from './report';

/** What does not hold in a report, in words; empty when the run is sound. */
export function failedChecks({ members, totals }: Report, depositMinor: number): string[] {
  const { poolMinor, bonusMinor, organiserMinor, charityMinor } = totals;
  const parts = bonusMinor + organiserMinor + charityMinor;
  const forfeited = members.reduce((sum, { entitledMinor }) => sum + depositMinor - entitledMinor, 0);
  const wrongRefunds = members.filter(({ entitledMinor, refundedMinor }) => entitledMinor !== refundedMinor);
  return [
    ...wrongRefunds
      .slice(0, 3)
      .map(
        ({ member, entitledMinor, refundedMinor }) =>
          `${member} was refunded ${refundedMinor}, entitled to ${entitledMinor}`,
      ),
    ...(wrongRefunds.length > 3 ? [`and ${wrongRefunds.length - 3} more refunds are not the entitlement`] : []),
    ...(poolMinor === parts ? [] : [`the pool is ${poolMinor}, its parts add up to ${parts}`]),
    ...(poolMinor === forfeited ? [] : [`the pool is ${poolMinor}, forfeited were ${forfeited}`]),
    ...(totals.ledgerBalanced ? [] : ['the ledger is not balanced']),
    ...(totals.ledgerEqualsStripe ? [] : ['ledger and Stripe differ']),
  ];
}
