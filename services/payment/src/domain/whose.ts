import { type Account, type Balances, creditOf } from './ledger/accounts';

/** Whose a cohort's money is: the organiser's in parts, and everybody's. All of it adds up, so that it may be asked of one cohort or of many in one currency. */
export function whoseOf(balances: Balances) {
  const owed = (account: Account) => creditOf(balances, account);
  const spent = (account: Account) => 0 - owed(account);
  const feesDeferredMinor = owed('fees_deferred');
  const organiser = {
    feesEarnedMinor: owed('fees_earned'),
    shareMinor: owed('organiser_earnings'),
    paidOutsideMinor: owed('paid_outside'),
    transferredMinor: spent('organiser_transfers'),
    processorFeesMinor: spent('processor_fees'),
    lossesMinor: spent('dispute_losses'),
    overpaidMinor: spent('overpaid_payouts'),
  };
  const { feesEarnedMinor, shareMinor, paidOutsideMinor, transferredMinor } = organiser;
  const costsMinor = organiser.processorFeesMinor + organiser.lossesMinor + organiser.overpaidMinor;
  const payableMinor = feesEarnedMinor + shareMinor - transferredMinor - costsMinor;
  return {
    organiser: { feesDeferredMinor, ...organiser, payableMinor },
    whose: {
      heldMinor: owed('deposits_held'),
      frozenMinor: owed('deposits_frozen'),
      payableMinor: owed('refunds_payable'),
      inFlightMinor: owed('refunds_in_flight'),
      creditMinor: owed('learner_credit'),
      bonusMinor: owed('bonus_payable'),
      poolMinor: owed('forfeit_pool'),
      charityMinor: owed('charity_payable'),
      organiserMinor: feesDeferredMinor + payableMinor + paidOutsideMinor,
      elsewhereMinor: owed('credit_transfers'),
      disputedMinor: spent('disputes_open'),
    },
  };
}
