import type { Mutant } from './mutant';

const proof = (file: string) => `packages/proof/src/${file}`;
const payment = (file: string) => `services/payment/src/${file}`;
const tree = proof('tree.test.ts');
const verify = proof('cli/verify.test.ts');

/** Bugs in what learners check their money by. */
export const proofMutants: readonly Mutant[] = [
  {
    name: 'odd-node-doubled', bug: 'a node without a sibling is paired with itself',
    file: proof('tree.ts'), find: 'rest = left && rest ? parentNode(left, rest) : last;', replace: 'rest = last && (left && rest ? parentNode(left, rest) : parentNode(last, last));', tests: [tree],
  },
  {
    name: 'parent-without-sums', bug: 'a parent does not bind the sums below it',
    file: proof('hashes.ts'), find: 'concatBytes(TAG.parent, sums[0], left.hash, sums[1], right.hash)', replace: 'concatBytes(TAG.parent, left.hash, right.hash)', tests: [tree, verify],
  },
  {
    name: 'leaf-without-salt', bug: 'anybody can guess whose leaf stands beside',
    file: proof('hashes.ts'), find: 'text(day), fromHex(salt), text(account), balance', replace: 'text(day), text(account), balance', tests: [verify],
  },
  {
    name: 'path-of-any-length', bug: 'a path may leave out a node',
    file: proof('tree.ts'), find: '|| siblings.length !== path.length) return null', replace: ') return null', tests: [tree],
  },
  {
    name: 'chain-not-checked', bug: 'a rewritten day is taken if its own hash fits',
    file: proof('check-chain.ts'), find: 'if (!before || record.previousDayHash === before.record.dayHash) return [];', replace: 'if (before || !before) return [];', tests: [verify],
  },
  {
    name: 'cut-after-the-fact', bug: 'a proven day shows the books as they are now',
    file: payment('domain/proof/at-cut.ts'), find: 'if (firstEntry === undefined || firstEntry.seq > now.head.seq) return now;', replace: 'if (cutAtMs >= 0 || firstEntry === undefined) return now;',
    tests: [payment('domain/proof/proof.test.ts')],
  },
  {
    name: 'credit-not-owed', bug: 'a learner\'s credit is left out of what is owed',
    file: proof('journal.ts'), find: ", 'learner_credit'] as const", replace: '] as const', tests: [payment('domain/proof/owed.test.ts')],
  },
];
