import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const proof = (file: string) => `packages/proof/src/${file}`;
const LOG = payment('features/read-decisions/decisions.test.ts');

/** Bugs that would let somebody decide without being seen. */
export const decisionMutants: readonly Mutant[] = [
  {
    name: 'decision-dropped',
    bug: 'removals by hand do not enter the decision log',
    file: payment('domain/decisions.ts'),
    find: 'if (byHand === undefined) return null;',
    replace: 'if (byHand !== null) return null;',
    tests: [LOG],
  },
  {
    name: 'change-untold',
    bug: 'what the owner changes of a published cohort enters no log',
    file: payment('features/follow-cohort/consumer.ts'),
    find: "'membership.cohort-changed.v1': async (received) => noteDecision(received, await cohorts.apply(received)),",
    replace: "'membership.cohort-changed.v1': cohorts.apply,",
    tests: [LOG],
  },
  {
    name: 'seats-grow-unseen',
    bug: 'a change of a published cohort is not told field by field',
    file: 'services/membership/src/domain/edit-cohort.ts',
    find: '.filter(({ from, to }) => from !== to);',
    replace: ".filter(({ field, from, to }) => from !== to && field !== 'capacity');",
    tests: ['services/membership/src/domain/cohort.test.ts'],
  },
  {
    name: 'who-left-reads-on',
    bug: 'who left with everything back goes on reading what is decided about the members',
    file: payment('features/read-decisions/http.ts'),
    find: "(!isCancelled || cancelledFor === 'cohort_cancelled')",
    replace: '(!isCancelled || cancelledFor !== null)',
    tests: [LOG],
  },
  {
    name: 'decider-shown-to-members',
    bug: 'members see the accounts behind roles and numbers',
    file: payment('features/read-decisions/http.ts'),
    find: 'documentOf(book, query, decisions, withoutAccounts)',
    replace: 'documentOf(book, query, decisions, (entry) => entry)',
    tests: [LOG],
  },
  {
    name: 'decider-shown-to-the-arbiter',
    bug: 'the arbiter sees the accounts behind roles and numbers',
    file: payment('features/read-decisions/http.ts'),
    find: 'isStaff ? (entry) => entry : withoutAccounts',
    replace: '(entry) => entry',
    tests: [LOG],
  },
  {
    name: 'arbiter-is-anybody',
    bug: "who is no arbiter reads every cohort's decision log",
    file: payment('features/roles.ts'),
    find: 'arbiters.has(id) && ',
    replace: '',
    tests: [LOG],
  },
  {
    name: 'decisions-for-strangers',
    bug: 'who has not paid reads what a cohort decides',
    file: payment('features/read-decisions/http.ts'),
    find: 'return paidAtMs !== null && ',
    replace: 'return paidAtMs !== undefined && ',
    tests: [LOG],
  },
  {
    name: 'decision-hash-unchecked',
    bug: 'verify takes an entry of a decision log for what it says',
    file: proof('check-decisions.ts'),
    find: 'if (decisionHash({ cohortId, ...entry }) !== entry.hash)',
    replace: "if (decisionHash({ cohortId, ...entry }) === '')",
    tests: [proof('check-decisions.test.ts')],
  },
  {
    name: 'decision-head-unchecked',
    bug: 'verify does not compare a decision log with the days that had proven it',
    file: proof('check-decisions.ts'),
    find: 'return wrong === null ? checkHeads(own, entries, days) : [wrong];',
    replace: 'return wrong === null ? checkHeads(own, entries, days.slice(days.length)) : [wrong];',
    tests: [proof('check-decisions.test.ts')],
  },
  {
    name: 'decisions-not-hashed',
    bug: 'the decision logs that a day names are not in its hash',
    file: proof('hashes.ts'),
    find: 'if (decisions !== undefined) putDecisions(input, decisions);',
    replace: 'if (decisions === null) putDecisions(input, decisions);',
    tests: [proof('check-decisions.test.ts')],
  },
];
