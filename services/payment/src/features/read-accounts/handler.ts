import { type Refused, refuse } from '@daka/contracts';
import { creditOf } from '../../domain/ledger/accounts';
import { feesLessCosts, transferredMinor as transferredOf } from '../../domain/transfer';
import type { Ports } from '../../ports';

export interface CohortAccounts {
  currency: string;
  chargedMinor: number;
  feesMinor: number;
  depositsHeldMinor: number;
  depositsFrozenMinor: number;
  payableMinor: number;
  inFlightMinor: number;
  refundedMinor: number;
  forfeitPoolMinor: number;
  bonusPayableMinor: number;
  creditMinor: number;
  organiserMinor: number;
  charityMinor: number;
  cashMinor: number;
  processorFeesMinor: number;
  disputedMinor: number;
  disputeLossesMinor: number;
  transferredMinor: number;
  organiserPayableMinor: number;
  paidOutsideMinor: number;
  ledgerBalanced: boolean;
  enrolments: number;
  workPending: number;
}

/** The operator's view of a cohort's money. */
export function createReadCohortAccounts({ cohortSums, cohortBooks }: Pick<Ports, 'cohortSums' | 'cohortBooks'>) {
  return async function readCohortAccounts(cohortId: string): Promise<Refused<'not_found'> | CohortAccounts> {
    const [sums, shared] = await Promise.all([cohortSums.of(cohortId), cohortBooks.load(cohortId)]);
    if (sums.currency === null) return refuse('not_found', 'Nobody has come to pay in this cohort yet.');
    const { balances, currency, enrolments, workPending, isBalanced: ledgerBalanced } = sums;
    const transferredMinor = transferredOf(balances) + transferredOf(shared?.balances ?? {});
    return {
      currency,
      chargedMinor: sums.capturedMinor,
      feesMinor: creditOf(balances, 'fees_deferred') + creditOf(balances, 'fees_earned'),
      depositsHeldMinor: creditOf(balances, 'deposits_held') + creditOf(balances, 'deposits_frozen'),
      depositsFrozenMinor: creditOf(balances, 'deposits_frozen'),
      payableMinor: creditOf(balances, 'refunds_payable'),
      inFlightMinor: creditOf(balances, 'refunds_in_flight'),
      refundedMinor: sums.refundedMinor,
      forfeitPoolMinor: creditOf(balances, 'forfeit_pool') + creditOf(shared?.balances ?? {}, 'forfeit_pool'),
      bonusPayableMinor: creditOf(balances, 'bonus_payable'),
      creditMinor: creditOf(balances, 'learner_credit'),
      organiserMinor: shared?.organiserMinor ?? 0,
      charityMinor: shared?.charityMinor ?? 0,
      cashMinor: (balances.stripe_cash ?? 0) + (shared?.balances.stripe_cash ?? 0),
      processorFeesMinor: balances.processor_fees ?? 0,
      disputedMinor: balances.disputes_open ?? 0,
      disputeLossesMinor: balances.dispute_losses ?? 0,
      transferredMinor,
      organiserPayableMinor: feesLessCosts(balances) + (shared?.organiserMinor ?? 0) - transferredMinor,
      paidOutsideMinor: creditOf(balances, 'paid_outside'),
      ledgerBalanced,
      enrolments,
      workPending,
    };
  };
}

export type ReadCohortAccounts = ReturnType<typeof createReadCohortAccounts>;
