/** Accounts of the ledger. Debits are positive, credits negative; a book's balances always add up to zero. */
export const ACCOUNTS = [
  /** What the processor holds for us. */
  'stripe_cash',
  'fees_deferred',
  'fees_earned',
  'deposits_held',
  /** The part of a deposit that an open appeal puts in question: still held, neither earned nor forfeited. */
  'deposits_frozen',
  /** Owed to the learner, planned to go back through the charge (or waiting for another way out). */
  'refunds_payable',
  'refunds_in_flight',
  'forfeit_pool',
  'bonus_payable',
  'learner_credit',
  'organiser_earnings',
  /** What went to the organiser's connected account; a reversal brings it back. */
  'organiser_transfers',
  'charity_payable',
  /** Sent before a check-in was rejected: not clawed back, a loss of the organiser. */
  'overpaid_payouts',
  /** What the processor kept for its work: an expense of the organiser. */
  'processor_fees',
  /** What the bank has taken back for a dispute that is not decided. */
  'disputes_open',
  /** What a lost dispute took beyond the learner's own deposit: an expense of the organiser. */
  'dispute_losses',
  /** Paid to learners by hand, from outside the processor. */
  'paid_outside',
  /** Credit on its way from one book to another; over both books it adds up to zero. */
  'credit_transfers',
] as const;

export type Account = (typeof ACCOUNTS)[number];

export interface Line {
  account: Account;
  /** Debit > 0, credit < 0; never zero. */
  amountMinor: number;
}

export type Balances = Readonly<Partial<Record<Account, number>>>;

/** Adds lines to balances. */
export function addLines(balances: Balances, lines: readonly Line[]): Balances {
  const sums: Partial<Record<Account, number>> = { ...balances };
  for (const { account, amountMinor } of lines) sums[account] = (sums[account] ?? 0) + amountMinor;
  return sums;
}

/** What two hold together, account by account. */
export function addBalances(one: Balances, other: Balances): Balances {
  return addLines(
    one,
    ACCOUNTS.map((account) => ({ account, amountMinor: other[account] ?? 0 })),
  );
}

/** What an account with a credit balance holds (positive), such as deposits held. */
export function creditOf(balances: Balances, account: Account): number {
  return 0 - (balances[account] ?? 0);
}

export const debit = (account: Account, amountMinor: number): Line => ({ account, amountMinor });
export const credit = (account: Account, amountMinor: number): Line => ({ account, amountMinor: 0 - amountMinor });
