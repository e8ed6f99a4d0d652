import type { CustodyAccount } from '@daka/proof';

/** What the books of one organisation in one account of the processor add up to. */
export interface AccountBooks {
  /** Empty: the platform's own. */
  account: string;
  organisationId: string;
  currency: string;
  /** Cash by the books, without what is on its way to learners. */
  cashMinor: number;
  /** Owed to learners, without the same. */
  owedMinor: number;
  /** What is left when fees in the cooling-off and what is not shared yet of the pool are taken off too: what may go to the organiser's bank. */
  organisersMinor: number;
}

export interface ProcessorBalance {
  currency: string;
  availableMinor: number;
  pendingMinor: number;
}

/** An organisation's accounts in one currency: what the processor has in each, beside all books and its own. */
export function custodyOf(
  { organisationId, currency }: { organisationId: string; currency: string },
  books: readonly AccountBooks[],
  balances: ReadonlyMap<string, readonly ProcessorBalance[]>,
): CustodyAccount[] {
  const inCurrency = books.filter((one) => one.currency === currency);
  const accounts = inCurrency.filter((one) => one.organisationId === organisationId).map(({ account }) => account);
  return [...new Set(accounts)].sort().map((account) => {
    const all = inCurrency.filter((one) => one.account === account);
    const own = all.filter((one) => one.organisationId === organisationId);
    const balance = balances.get(account)?.find((one) => one.currency === currency);
    return {
      account,
      availableMinor: balance?.availableMinor ?? 0,
      pendingMinor: balance?.pendingMinor ?? 0,
      booksMinor: sum(all, cashOf),
      freeMinor: sum(all, freeOf),
      ownMinor: sum(own, cashOf),
      ownFreeMinor: sum(own, freeOf),
    };
  });
}

/** What payouts to a bank may have taken out of an account; by it, what is missing there is no loss of anybody's. */
export function organisersIn(account: string, currency: string, books: readonly AccountBooks[]): number {
  return sum(
    books.filter((one) => one.account === account && one.currency === currency),
    ({ organisersMinor }) => organisersMinor,
  );
}

const cashOf = ({ cashMinor }: AccountBooks): number => Math.max(0, cashMinor);
const freeOf = ({ cashMinor, owedMinor }: AccountBooks): number => Math.max(0, cashMinor - owedMinor);

function sum(books: readonly AccountBooks[], of: (one: AccountBooks) => number): number {
  return books.reduce((total, one) => total + of(one), 0);
}
