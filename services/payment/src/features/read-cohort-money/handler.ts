import { iso, type paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import { type Flows, totalOf } from '../../domain/day-flows';
import { addBalances } from '../../domain/ledger/accounts';
import { whoseOf } from '../../domain/whose';
import type { CohortBook } from '../../domain/cohort-book';
import type { CohortSums, Payables, Ports } from '../../ports';
import { coverageOf, reconciliationOf } from './checked';

type Shown = z.input<typeof paymentHttp.CohortMoneyBody>;
type Needs = Pick<Ports, 'cohortSums' | 'cohortDays' | 'cohortBooks' | 'cohorts' | 'proofs' | 'reconciliations'> & {
  accounts: Pick<Ports['accounts'], 'of'>;
  books: Pick<Ports['books'], 'payablesOf' | 'openDisputesOf'>;
};

/** What every cent of a cohort is doing, by the ledger: nothing of it is another's word but coverage and reconciliation. */
export function createReadCohortMoney({ books, cohortSums, cohortDays, cohortBooks, cohorts, ...checked }: Needs) {
  return async function readCohortMoney(cohortId: string): Promise<Shown> {
    const [sums, days, shared, known, payables, openDisputes] = await Promise.all([
      cohortSums.of(cohortId),
      cohortDays.of(cohortId),
      cohortBooks.load(cohortId),
      cohorts.organisationAndCurrencyOf(cohortId),
      books.payablesOf(cohortId),
      books.openDisputesOf(cohortId),
    ]);
    const currency = sums.currency ?? known?.currency ?? null;
    const organisationId = known?.organisationId ?? null;
    const flows = totalOf(days);
    return {
      cohortId,
      currency,
      enrolments: sums.enrolments,
      ledgerBalanced: sums.isBalanced,
      where: whereOf(flows),
      ...sharesOf(sums, shared, flows, await isConnected(organisationId)),
      payables: presentPayables(payables),
      openDisputes,
      coverage: await coverageOf(checked.proofs, organisationId, currency),
      reconciliation: await reconciliationOf(checked.reconciliations, organisationId, cohortId),
    };
  };

  async function isConnected(organisationId: string | null): Promise<boolean> {
    return organisationId !== null && (await checked.accounts.of(organisationId)) !== null;
  }
}
export type ReadCohortMoney = ReturnType<typeof createReadCohortMoney>;

function presentPayables({ dueSinceMs, ...payables }: Payables): Shown['payables'] {
  return { ...payables, dueSince: dueSinceMs === null ? null : iso(dueSinceMs) };
}

function whereOf(flows: Required<Flows>): Shown['where'] {
  const { chargedMinor, cashMinor, refundedMinor, processorFeesMinor, withdrawnMinor, transferredMinor } = flows;
  return { chargedMinor, cashMinor, refundedMinor, processorFeesMinor, withdrawnMinor, transferredMinor };
}

function sharesOf(
  { balances }: CohortSums,
  shared: CohortBook | null,
  { forfeitedMinor, bonusMinor }: Required<Flows>,
  isConnected: boolean,
): Pick<Shown, 'whose' | 'organiser' | 'pool'> {
  const { whose, organiser } = whoseOf(addBalances(balances, shared?.balances ?? {}));
  return {
    organiser: { ...organiser, isConnected },
    whose,
    pool: {
      forfeitedMinor,
      bonusesMinor: bonusMinor,
      organiserMinor: shared?.organiserMinor ?? 0,
      charityMinor: shared?.charityMinor ?? 0,
      unsharedMinor: whose.poolMinor,
    },
  };
}
