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
  'charity_payable',
  /** Sent before a check-in was rejected: not clawed back, a loss of the organiser. */
  'overpaid_payouts',
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

/** What an account with a credit balance holds (positive), such as deposits held. */
export function creditOf(balances: Balances, account: Account): number {
  return 0 - (balances[account] ?? 0);
}

export const debit = (account: Account, amountMinor: number): Line => ({ account, amountMinor });
export const credit = (account: Account, amountMinor: number): Line => ({ account, amountMinor: 0 - amountMinor });
