import type { Mutant } from './mutant';

const tests = ['services/membership/src/features/confirm-second-factor/second-factor.test.ts'];
const stored = 'services/membership/src/adapters/mongo/second-factors.ts';
const signIn = 'services/membership/src/features/sign-in/handler.ts';

/** What a second factor keeps out, and how often each of its codes is good. */
export const factorMutants: readonly Mutant[] = [
  {
    name: 'code-used-twice',
    bug: 'who sees a code over a shoulder signs in with it too',
    file: stored,
    find: 'lastStep: { $lt: step } }',
    replace: 'lastStep: { $lt: Infinity } }',
    tests,
  },
  {
    name: 'first-code-used-twice',
    bug: 'the code that turned it on signs in once more',
    file: stored,
    find: 'lastStep: step, recoveryHashes',
    replace: 'lastStep: 0 * step, recoveryHashes',
    tests,
  },
  {
    name: 'recovery-code-used-twice',
    bug: 'a recovery code is good as often as it is used',
    file: stored,
    find: '{ $pull: { recoveryHashes: hash } }',
    replace: '{ $set: { lastStep: 1 } }',
    tests,
  },
  {
    name: 'factor-skipped',
    bug: 'the password alone signs in',
    file: signIn,
    find: 'isOn(factor) ? await refuseWithoutCode(factor, code, key) : null',
    replace: 'isOn(factor) && code ? await refuseWithoutCode(factor, code, key) : null',
    tests,
  },
  {
    name: 'factor-before-the-password',
    bug: 'a stranger learns who has a second factor',
    file: signIn,
    find: "if (account === null || !isRight) return refuse('wrong_credentials');",
    replace:
      "if (account === null || (!isRight && !isOn(await secondFactors.load(account.id)))) return refuse('wrong_credentials');",
    tests,
  },
  {
    name: 'factor-overtaken',
    bug: 'a sign-in by the password alone that ends just after it was turned on stays',
    file: signIn,
    find: 'return hasShownCode || !isOn(await secondFactors.load(id)) ? null',
    replace: 'return hasShownCode || id !== null ? null',
    tests: ['services/membership/src/features/sign-in/overtaken.test.ts'],
  },
  {
    name: 'thief-stays-beside-the-factor',
    bug: 'whoever is in by the password alone stays in when it is turned on',
    file: 'services/membership/src/features/confirm-second-factor/handler.ts',
    find: 'sessions.revokeOthers(id, kept,',
    replace: "sessions.revokeOthers('nobody', kept,",
    tests,
  },
  {
    name: 'factor-off-by-the-password',
    bug: 'who knows the password turns it off',
    file: 'services/membership/src/features/change-second-factor.ts',
    find: 'return unproven ?? takeCode(',
    replace: 'if (unproven === null) return null;\n  return takeCode(',
    tests,
  },
  {
    name: 'codes-guessed-without-end',
    bug: 'who knows the password tries all codes',
    file: 'services/membership/src/features/codes.ts',
    find: "await attempts.take('code', guesser)",
    replace: "guesser === '' ? await attempts.take('code', guesser) : null",
    tests,
  },
];
