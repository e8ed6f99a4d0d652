import type { Mutant } from './mutant';

const tests = ['services/membership/src/features/confirm-second-factor/second-factor.test.ts'];
const requireTests = 'services/membership/src/features/require-second-factor/require.test.ts';
const renewTests = 'services/membership/src/features/renew-seals/renew.test.ts';
const sealedTests = 'services/membership/src/adapters/mongo/sealed-texts.test.ts';
const heldRoles = 'packages/service-kit/src/auth/held-roles.ts';
const stored = 'services/membership/src/adapters/mongo/second-factors.ts';
const signIn = 'services/membership/src/features/sign-in/handler.ts';

/** What a second factor keeps out, and how often each of its codes is good. */
export const factorMutants: readonly Mutant[] = [
  {
    name: 'key-change-locks-out',
    bug: 'another KEY leaves the secrets of second factors under the former one',
    file: 'services/membership/src/adapters/mongo/sealed-texts.ts',
    find: '  SIGNING_KEYS,\n  FACTORS,\n',
    replace: '  SIGNING_KEYS,\n',
    tests: [renewTests, sealedTests],
  },
  {
    name: 'key-change-loses-letters',
    bug: 'a letter that waits while KEY changes is never sent',
    file: 'services/membership/src/adapters/mongo/sealed-texts.ts',
    find: "  letterAt('sign_ups', 'letter'),\n",
    replace: '',
    tests: [sealedTests],
  },
  {
    name: 'key-mistyped',
    bug: 'a mistyped KEY is taken, and locks the owners of second factors out',
    file: 'services/membership/src/features/renew-seals/open-seals.ts',
    find: 'if (!isLost && !(await sealedTexts.isOpen()))',
    replace: 'if (!isLost && isLost && !(await sealedTexts.isOpen()))',
    tests: [renewTests],
  },
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
    find: 'lastStep: step, ...fresh',
    replace: 'lastStep: 0 * step, ...fresh',
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
    find: 'const factor = hasShownCode ? null',
    replace: 'const factor = hasShownCode || id !== null ? null',
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
    name: 'staff-without-factor',
    bug: 'staff work without the second factor that their organisation requires',
    file: heldRoles,
    find: 'return roles.length > 0 && waitsIn(user, organisationId)',
    replace: "return roles.length > 0 && waitsIn(user, 'another')",
    tests: [
      requireTests,
      'services/homework/src/app.test.ts',
      'services/checkin/src/features/roles.test.ts',
      'services/payment/src/features/cohort-money.test.ts',
    ],
  },
  {
    name: 'waits-nowhere',
    bug: 'whoever waits in more organisations than a token can name waits in none',
    file: heldRoles,
    find: 'waits.includes(ALL) ||',
    replace: '',
    tests: ['packages/service-kit/src/auth/held-roles.test.ts'],
  },
  {
    name: 'waits-opens',
    bug: 'a role that waits is taken for one of the route',
    file: 'packages/service-kit/src/http/read-request.ts',
    find: 'role !== WAITS_FOR_FACTOR && access.includes(role)',
    replace: 'role === WAITS_FOR_FACTOR || access.includes(role)',
    tests: ['packages/service-kit/src/http/app.test.ts', requireTests],
  },
  {
    name: 'token-says-nothing',
    bug: 'an access token does not say where its account waits',
    file: 'services/membership/src/features/access-token.ts',
    find: 'const waits = hasFactor ? []',
    replace: 'const waits = !hasFactor ? []',
    tests: [requireTests],
  },
  {
    name: 'role-without-factor',
    bug: 'who has no second factor accepts a role that needs one, and works with the token that they have',
    file: 'services/membership/src/features/accept-invitation/handler.ts',
    find: 'if (await mustHaveFactor(accountId, cohortId))',
    replace: 'if ((await mustHaveFactor(accountId, cohortId)) && nowMs < 0)',
    tests: [requireTests],
  },
  {
    name: 'required-by-a-thief',
    bug: 'whoever finds a device that is signed in lets the staff work without a second factor',
    file: 'services/membership/src/features/require-second-factor/http.ts',
    find: 'if (unproven !== null) return unproven;',
    replace: '',
    tests: [requireTests],
  },
  {
    name: 'draft-without-factor',
    bug: 'staff who wait read a draft',
    file: 'services/membership/src/features/roles.ts',
    find: '!waitsIn(user, organisationId) && ',
    replace: '',
    tests: [requireTests],
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
