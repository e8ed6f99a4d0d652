import {
  checkChain,
  checkDecisions,
  checkHeld,
  checkPublished,
  checkReceipt,
  type Decisions,
  type Fault,
  type PublicProof,
  type Receipt,
  ReceiptSchema,
  type SourcedDay,
} from '@daka/proof';

/** The checks of packages/proof as pages ask for them; loaded when something is to be checked. */
export function checkOwn(receipt: Receipt): Fault[] {
  return firstFaults(
    () => checkReceipt(receipt),
    () => checkChain(daysOf(receipt)),
  );
}

/** All published days are what their hashes say, and follow one another. */
export function checkDays(proof: PublicProof): Fault[] {
  return [...checkChain(pageDays(proof)), ...checkHeld(proof)];
}

/** A receipt that somebody kept, against itself and against what is published now. @throws where it is no receipt. */
export function checkKept(file: string, proof: PublicProof): { receipt: Receipt; faults: Fault[] } {
  const receipt = ReceiptSchema.parse(JSON.parse(file));
  const faults = firstFaults(
    () => checkReceipt(receipt),
    () => checkPublished(receipt, [proof]),
    () => checkChain([...daysOf(receipt), ...pageDays(proof)]),
  );
  return { receipt, faults };
}

/** What is wrong first; what follows from it need not be said. */
function firstFaults(...checks: (() => Fault[])[]): Fault[] {
  for (const check of checks) {
    const faults = check();
    if (faults.length > 0) return faults;
  }
  return [];
}

function daysOf({ day, earlier }: Receipt): SourcedDay[] {
  return [day, ...earlier].map((record) => ({ source: 'receipt', record }));
}

function pageDays({ items }: PublicProof): SourcedDay[] {
  return items.map((record) => ({ source: 'page', record }));
}

export interface CheckedLog {
  faults: Fault[];
  /** The newest proven day that names this log, and how many of its entries; null: none does yet. */
  proven: { day: string; length: number } | null;
}

/** A cohort's decision log, as far as its pages are here, against itself and against the days that are published. */
export function checkLog(pages: readonly Decisions[], proof: PublicProof | null): CheckedLog {
  const days = proof?.items ?? [];
  const cohortId = pages[0]?.cohortId;
  const named = days.flatMap(({ day, decisions }) =>
    (decisions ?? []).filter((log) => log.cohortId === cohortId).map(({ length }) => ({ day, length })),
  );
  const [proven = null] = named.sort((left, right) => right.day.localeCompare(left.day));
  return { faults: checkDecisions(pages, days), proven };
}
