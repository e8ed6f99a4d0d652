import {
  checkChain,
  checkHeld,
  checkPublished,
  checkReceipt,
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
