import type { Mutant } from './mutant';

const proof = (file: string) => `packages/proof/src/${file}`;
const payment = (file: string) => `services/payment/src/${file}`;
const tree = proof('tree.test.ts');
const verify = proof('cli/run-verify.test.ts');

/** Bugs in what learners check their money by. */
export const proofMutants: readonly Mutant[] = [
  {
    name: 'books-believed',
    bug: 'what the processor has less than the books counts as held',
    file: proof('custody.ts'),
    find: 'Math.max(0, booksMinor - balance.availableMinor - balance.pendingMinor)',
    replace: 'Math.min(0, booksMinor - balance.availableMinor - balance.pendingMinor)',
    tests: [verify, payment('features/publish-proof/handler.test.ts')],
  },
  {
    name: 'balance-not-hashed',
    bug: "the processor's balance can be changed afterwards",
    file: proof('hashes.ts'),
    find: 'if (custody !== undefined) putCustody(input, custody);',
    replace: 'if (custody === null) putCustody(input, custody);',
    tests: [verify],
  },
  {
    name: 'shown-held-believed',
    bug: 'the page may show more as held than what was hashed gives',
    file: proof('check-chain.ts'),
    find: 'if (item.heldMinor !== heldMinor)',
    replace: 'if (item.heldMinor < heldMinor)',
    tests: [verify],
  },
  {
    name: 'shortage-not-told',
    bug: 'a day on which less is held than is owed is said to nobody',
    file: payment('domain/proof/coverage.ts'),
    find: 'bps !== null && bps < WHOLE_BPS',
    replace: 'bps !== null && bps < WHOLE_BPS - WHOLE_BPS * 2',
    tests: [payment('features/publish-proof/proofs.test.ts')],
  },
  {
    name: 'payouts-unbounded',
    bug: "a payout of learners' money is no difference",
    file: payment('domain/reconcile/payouts.ts'),
    find: 'if (0 - netMinor <= allowedMinor) return [];',
    replace: 'if (0 - netMinor <= allowedMinor + 1e12) return [];',
    tests: [payment('features/reconcile/reconcile.test.ts')],
  },
  {
    name: 'odd-node-doubled',
    bug: 'a node without a sibling is paired with itself',
    file: proof('tree.ts'),
    find: 'rest = left && rest ? parentOf(left, rest) : last;',
    replace: 'rest = last && (left && rest ? parentOf(left, rest) : parentOf(last, last));',
    tests: [tree],
  },
  {
    name: 'parent-without-sums',
    bug: 'a parent does not bind the sums below it',
    file: proof('hashes.ts'),
    find: ".number(left.sumMinor, 'a sum').hash(left.hash).number(right.sumMinor, 'a sum').hash(right.hash)",
    replace: '.hash(left.hash).hash(right.hash)',
    tests: [tree, verify],
  },
  {
    name: 'leaf-without-salt',
    bug: 'anybody can guess whose leaf stands beside',
    file: proof('hashes.ts'),
    find: '.text(day).hex(salt).text(account)',
    replace: '.text(day).text(account)',
    tests: [verify],
  },
  {
    name: 'path-of-any-length',
    bug: 'a path may leave out a node',
    file: proof('tree.ts'),
    find: '|| siblings.length !== path.length) return null',
    replace: ') return null',
    tests: [tree],
  },
  {
    name: 'chain-not-checked',
    bug: 'a rewritten day is taken if its own hash fits',
    file: proof('check-chain.ts'),
    find: 'if (record.previousDayHash === before.record.dayHash) return checkNamed(',
    replace: "if (record.previousDayHash !== '') return checkNamed(",
    tests: [verify],
  },
  {
    name: 'cut-after-the-fact',
    bug: 'a proven day shows the books as they are now',
    file: payment('domain/proof/at-cut.ts'),
    find: 'if (firstEntry === undefined || firstEntry.seq > now.head.seq) return now;',
    replace: 'if (cutAtMs >= 0 || firstEntry === undefined) return now;',
    tests: [payment('domain/proof/proof.test.ts')],
  },
  {
    name: 'credit-not-owed',
    bug: "a learner's credit is left out of what is owed",
    file: proof('journal.ts'),
    find: ", 'learner_credit'] as const",
    replace: '] as const',
    tests: [payment('domain/proof/owed.test.ts')],
  },
];
