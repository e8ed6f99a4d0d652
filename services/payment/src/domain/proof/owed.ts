import { owedMinor } from '@daka/proof';
import type { Account, Balances } from '../ledger/accounts';

/** Whether what stands on an account belongs to the learner. A new account must be decided on here; packages/proof names the same ones to learners. */
export const BELONGS_TO_LEARNER: Readonly<Record<Account, boolean>> = {
  deposits_held: true,
  deposits_frozen: true,
  refunds_payable: true,
  refunds_in_flight: true,
  bonus_payable: true,
  learner_credit: true,
  stripe_cash: false,
  fees_deferred: false,
  fees_earned: false,
  forfeit_pool: false,
  organiser_earnings: false,
  organiser_transfers: false,
  charity_payable: false,
  overpaid_payouts: false,
  processor_fees: false,
  disputes_open: false,
  dispute_losses: false,
  paid_outside: false,
  // Credit that a checkout has set aside or used as the next fee: the learner's own order has spent it, until it comes back as credit.
  credit_transfers: false,
};

/** What a book owes to its learner. */
export function owedToLearner(balances: Balances): number {
  return owedMinor(balances);
}
