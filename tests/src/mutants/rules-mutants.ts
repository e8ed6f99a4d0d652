import type { Mutant } from './mutant';

const rules = (file: string) => `packages/rules/src/${file}`;

/** Bugs in what a check-in is worth and who shares what. */
export const rulesMutants: readonly Mutant[] = [
  {
    name: 'rounded-entitlement',
    bug: 'an entitlement is rounded up instead of down',
    file: rules('entitlement.ts'),
    find: '(product - (product % whole)) / whole',
    replace: 'Math.ceil(product / whole)',
    tests: [rules('vectors.test.ts')],
  },
  {
    name: 'rounded-share',
    bug: 'the odd units of a pool are left out',
    file: rules('settle.ts'),
    find: 'among.slice(0, toMinor(left))',
    replace: 'among.slice(0, 0)',
    tests: [rules('settle.test.ts')],
  },
  {
    name: 'closing-instant-counts',
    bug: 'the closing instant itself is on time',
    file: rules('judge.ts'),
    find: 'entry.acceptedAtMs < planDay.closesAtMs',
    replace: 'entry.acceptedAtMs <= planDay.closesAtMs',
    tests: [rules('judge.test.ts'), rules('evaluate.test.ts')],
  },
  {
    name: 'same-day-twice',
    bug: 'a day that is done takes a second check-in',
    file: rules('judge.ts'),
    find: "if (done[index] !== undefined) return { refused: 'already_checked_in' };",
    replace: '',
    tests: [rules('judge.test.ts'), rules('evaluate.test.ts')],
  },
  {
    name: 'pool-by-order-of-input',
    bug: 'odd units go by the order of the input, not by member number',
    file: rules('settle.ts'),
    find: '.sort((left, right) => numberAt(sharers, left) - numberAt(sharers, right))',
    replace: '',
    tests: [rules('settle.test.ts')],
  },
  {
    name: 'cooling-off-without-end',
    bug: 'who pays late may leave with everything back after the plan is over',
    file: rules('cooling-off.ts'),
    find: 'Math.min(endsAfterPayingMs, opensAtMs(terms.days))',
    replace: 'endsAfterPayingMs',
    tests: [rules('cooling-off.test.ts')],
  },
  {
    name: 'cooling-off-at-midnight',
    bug: "the cooling-off ends by the cohort's zone where the learner's own counts",
    file: rules('compile-plan.ts'),
    find: "terms.dayBoundary === 'learner' ? learnersZone : terms.timeZone",
    replace: 'terms.timeZone',
    tests: [rules('cooling-off.test.ts')],
  },
  {
    name: 'three-decimals-to-the-last-unit',
    bug: 'three-decimal currencies are charged to the last unit, which the processor refuses',
    file: rules('currencies.ts'),
    find: '...rows(THREE_DECIMAL, 3, 10)',
    replace: '...rows(THREE_DECIMAL, 3, 1)',
    tests: [rules('currencies.test.ts')],
  },
];
