import { transferShare } from '../../domain/share-transfer';
import type { Ports, SendTransfers } from '../../ports';

type Needs = Pick<Ports, 'cohortBooks' | 'cohorts' | 'accounts'> & { sendTransfers: SendTransfers };

/** The organiser's share of a settled cohort's pool to their account, and back what the cohort turns out to have cost. */
export function createTransferShare({ cohortBooks, cohorts, accounts, sendTransfers }: Needs) {
  return async function transferShareOf(cohortId: string): Promise<void> {
    const found = await cohortBooks.load(cohortId);
    if (found === null) return;
    await sendTransfers({
      name: `cohort:${cohortId}`,
      cohortId,
      currency: found.currency,
      load: () => cohortBooks.load(cohortId),
      change: async (decide) => (await cohortBooks.change(cohortId, decide)).state,
      async plan(now, patience) {
        const organisationId = await cohorts.organisationOf(cohortId);
        const accountId = organisationId === null ? null : await accounts.of(organisationId);
        const money = await cohortBooks.moneyOf(cohortId);
        const { state } = await cohortBooks.change(cohortId, (book) =>
          transferShare(book, money, accountId, now, patience),
        );
        return state;
      },
    });
  };
}
