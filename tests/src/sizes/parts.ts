/** Something an app takes from the packages, and the most bytes that it may cost a reader, minified and gzipped. */
export interface Part {
  name: string;
  /** An ES module that leaves what it takes on `globalThis`, so that nothing of it can be dropped. */
  code: string;
  budgetBytes: number;
}

export type MeasuredPart = Omit<Part, 'code'> & { bytes: number };

/** What pages load. The first is on every learner's page and must bring neither the schemas (zod) nor the zones (temporal). */
export const parts: readonly Part[] = [
  {
    name: 'judging and explaining a day',
    code: taken('@daka/rules', 'judgeEntry', 'evaluatePlan', 'dueMinor', 'explainDays'),
    budgetBytes: 3_000,
  },
  {
    name: 'compiling a plan',
    code: taken('@daka/rules', 'compilePlan', 'planDates', 'coolingOffEndsMs'),
    budgetBytes: 25_000,
  },
  {
    name: 'simulating a cohort',
    code: taken('@daka/rules', 'simulateCohort', 'policyWarnings', 'publishingProblems'),
    budgetBytes: 30_000,
  },
  { name: 'the policy schema', code: taken('@daka/rules', 'PolicySchema'), budgetBytes: 55_000 },
  { name: 'what a price may be', code: taken('@daka/rules', 'amountProblems'), budgetBytes: 2_000 },
  { name: 'checking a receipt', code: taken('@daka/proof', 'checkReceipt'), budgetBytes: 5_000 },
];

/** The module that takes these exports of a package. */
export function taken(from: string, ...names: string[]): string {
  return `import { ${names.join(', ')} } from '${from}';\nglobalThis.taken = { ${names.join(', ')} };\n`;
}

/** "compiling a plan: 19.25 kB of 25.00 kB, minified and gzipped" */
export function describePart({ name, bytes, budgetBytes }: MeasuredPart): string {
  const kilobytes = (count: number): string => `${(count / 1_000).toFixed(2)} kB`;
  const verdict = bytes > budgetBytes ? ': TOO LARGE' : '';
  return `${name}: ${kilobytes(bytes)} of ${kilobytes(budgetBytes)}, minified and gzipped${verdict}`;
}

export function isTooLarge({ bytes, budgetBytes }: Pick<MeasuredPart, 'bytes' | 'budgetBytes'>): boolean {
  return bytes > budgetBytes;
}
