import type { Mutant } from './mutant';

const tests = ['services/membership/src/features/add-passkey/passkeys.test.ts'];
const checkTests = ['services/membership/src/adapters/simplewebauthn/passkey-checks.test.ts'];
const challenges = 'services/membership/src/adapters/mongo/passkey-challenges.ts';
const checks = 'services/membership/src/adapters/simplewebauthn/passkey-checks.ts';

/** What a passkey is worth, where, and for how long. */
export const passkeyMutants: readonly Mutant[] = [
  {
    name: 'passkey-answer-twice',
    bug: 'whoever overhears the answer of a passkey signs in with it too',
    file: challenges,
    find: 'findOneAndDelete({ _id: digest })',
    replace: 'findOne({ _id: digest })',
    tests,
  },
  {
    name: 'passkey-challenge-for-ever',
    bug: 'a challenge that nobody answered is good until MongoDB forgets it',
    file: challenges,
    find: 'nowMs < taken.expiresAtMs',
    replace: 'nowMs < Infinity',
    tests,
  },
  {
    name: 'passkey-without-https',
    bug: 'what a page without https had a passkey sign is taken, whoever changed that page on its way',
    file: checks,
    find: 'expectedOrigin: origin,',
    replace: "expectedOrigin: [origin, origin.replace('https:', 'http:')],",
    tests: checkTests,
  },
  {
    name: 'passkey-of-another-name',
    bug: "a passkey of somebody else's name is taken for one of ours",
    file: checks,
    find: '    expectedRPID,\n',
    replace: '    expectedRPID: undefined as never,\n',
    tests: checkTests,
  },
  {
    name: 'passkey-of-a-thief',
    bug: 'who holds the authenticator signs in, though it does not know them',
    file: checks,
    find: 'requireUserVerification: true',
    replace: 'requireUserVerification: false',
    tests: checkTests,
  },
  {
    name: 'passkey-asks-outside',
    bug: 'certificates that somebody sends along are checked, at the addresses that stand in them',
    file: checks,
    find: 'attestationObject: withoutAttestation(attestationObject)',
    replace: 'attestationObject',
    tests,
  },
  {
    name: 'passkey-in-a-frame',
    bug: 'somebody signs in to a page that another page hides',
    file: 'services/membership/src/domain/passkey.ts',
    find: 'said.crossOrigin !== false',
    replace: "said.crossOrigin === 'true'",
    tests,
  },
  {
    name: 'passkey-copied',
    bug: 'a copy of a passkey signs in beside the original, and nobody is told',
    file: 'services/membership/src/features/passkeys.ts',
    find: 'if (isCopy(passkey.counter, counter))',
    replace: 'if (isCopy(passkey.counter, counter) && nowMs < 0)',
    tests,
  },
  {
    name: 'passkey-by-the-password',
    bug: 'who knows the password of an account with a second factor adds a passkey of their own, which is both',
    file: 'services/membership/src/features/begin-passkey/handler.ts',
    find: 'if (unproven !== null) return unproven;',
    replace: "if (unproven !== null && unproven.refused !== 'second_factor_needed') return unproven;",
    tests,
  },
  {
    name: 'passkey-begun-before-the-factor',
    bug: 'a passkey that was begun by the password alone is added after the owner has a second factor',
    file: 'services/membership/src/adapters/mongo/passkeys.ts',
    find: 'if (await has(on(accountId), session)) return false;',
    replace: '',
    tests,
  },
  {
    name: 'passkey-removed-by-a-thief',
    bug: 'whoever finds a device that is signed in removes the passkeys',
    file: 'services/membership/src/features/remove-passkey/http.ts',
    find: 'if (unproven !== null) return unproven;',
    replace: '',
    tests,
  },
  {
    name: 'passkey-proof-elsewhere',
    bug: 'a code that a passkey was exchanged for is good from another sign-in, and to sign in',
    file: 'services/membership/src/features/codes.ts',
    find: ' && proof.sessionId === sessionId',
    replace: '',
    tests,
  },
  {
    name: 'passkey-proof-signs-in',
    bug: 'a passkey that was shown for one act, by who left the device open since, signs in elsewhere',
    file: 'services/membership/src/features/sign-in-by-passkey/handler.ts',
    find: "taken?.purpose.kind !== 'sign_in'",
    replace: 'taken === null',
    tests,
  },
];
