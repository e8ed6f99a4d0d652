import type { ModelRun } from './run-spin';

/** What `npm run model` looks at: a minute. */
export const everyday: readonly ModelRun[] = [
  { name: 'safety-1-2-1', faults: 1, acts: 2, payers: 1, memoryMb: 1_500 },
  { name: 'liveness-1-1-1', faults: 1, acts: 1, payers: 1, isLiveness: true, memoryMb: 1_500 },
];

/** What `.ci/nightly` looks at: two members who pay, and more faults, acts and time. Times and sizes seen are in docs/decisions/0023. */
export const nightly: readonly ModelRun[] = [
  { name: 'safety-2-3-1', faults: 2, acts: 3, payers: 1, memoryMb: 4_000 },
  { name: 'safety-1-2-2', faults: 1, acts: 2, payers: 2, memoryMb: 6_000 },
  { name: 'liveness-1-2-1', faults: 1, acts: 2, payers: 1, isLiveness: true, memoryMb: 2_000 },
  { name: 'liveness-1-1-2', faults: 1, acts: 1, payers: 2, isLiveness: true, memoryMb: 3_000 },
];
