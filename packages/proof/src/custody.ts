/** What the processor has of one account, beside what the books say should be in it; all read at the same instant, in one currency. */
export interface CustodyAccount {
  /** The connected account's id; empty: the platform's own. */
  account: string;
  /** The processor's balance, of which what is pending comes later; negative when it is overdrawn. */
  availableMinor: number;
  pendingMinor: number;
  /** What the books of all organisations say is there, without what is on its way to learners. */
  booksMinor: number;
  /** The part of it that learners have no claim to. */
  freeMinor: number;
  /** The same of this organisation's books alone. */
  ownMinor: number;
  ownFreeMinor: number;
}

export interface Custody {
  /** Cash at the processor by this organisation's books, at the cut. */
  cashMinor: number;
  /** When the processor was asked. */
  readAt: string;
  accounts: readonly CustodyAccount[];
}

/**
 * What is really held for an organisation's learners: what its books say less what the processor has less. What is missing of an account is taken from
 * what learners have no claim to first, and only then from theirs, from each organisation by its part.
 */
export function heldOf({ cashMinor, accounts }: Pick<Custody, 'cashMinor' | 'accounts'>): number {
  return accounts.reduce((held, account) => held - missingOf(account), cashMinor);
}

function missingOf({ booksMinor, freeMinor, ownMinor, ownFreeMinor, ...balance }: CustodyAccount): number {
  const missingMinor = Math.max(0, booksMinor - balance.availableMinor - balance.pendingMinor);
  const fromFreeMinor = Math.min(missingMinor, freeMinor);
  return (
    partOf(fromFreeMinor, ownFreeMinor, freeMinor) +
    partOf(missingMinor - fromFreeMinor, ownMinor - ownFreeMinor, booksMinor - freeMinor)
  );
}

/** Rounded up: what cannot be divided is missing with everybody. */
function partOf(amountMinor: number, ownMinor: number, allMinor: number): number {
  if (amountMinor <= 0 || ownMinor <= 0 || allMinor <= 0) return 0;
  return Number((BigInt(amountMinor) * BigInt(ownMinor) + BigInt(allMinor) - 1n) / BigInt(allMinor));
}

/** Ten-thousandths of what is owed that are held, rounded down; null: nothing is owed. */
export function coverageOf(heldMinor: number, owedMinor: number): number | null {
  if (owedMinor === 0) return null;
  const scaled = BigInt(heldMinor) * 10_000n - (heldMinor < 0 ? BigInt(owedMinor) - 1n : 0n);
  return Number(scaled / BigInt(owedMinor));
}
