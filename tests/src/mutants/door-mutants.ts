import type { Mutant } from './mutant';

const signInTests = ['services/membership/src/features/sign-in/accounts.test.ts'];

/** Who gets in, and with what. */
export const doorMutants: readonly Mutant[] = [
  {
    name: 'anybodys-device',
    bug: 'a device counts as known whoever signed in from it',
    file: 'services/membership/src/features/sign-in/handler.ts',
    find: 'digest !== null && (await devices.knows(account.id, digest))',
    replace: 'digest !== null',
    tests: signInTests,
  },
  {
    name: 'owner-locked-out',
    bug: "the owner's device waits with the strangers",
    file: 'services/membership/src/features/sign-in/handler.ts',
    find: 'const [kind, key] = isKnown ?',
    replace: 'const [kind, key] = isKnown && email === account.id ?',
    tests: signInTests,
  },
  {
    name: 'patient-strangers',
    bug: 'each wait is as long as the first',
    file: 'services/membership/src/adapters/mongo/attempts.ts',
    find: '* 2 ** (times - 1)',
    replace: '* times ** 0',
    tests: signInTests,
  },
  {
    name: 'endless-token',
    bug: 'a token may be valid for ever',
    file: 'packages/service-kit/src/auth/verify.ts',
    find: 'exp - iat <= MAX_TOKEN_SECONDS',
    replace: 'exp > iat',
    tests: ['packages/service-kit/src/auth/verify.test.ts'],
  },
  {
    name: 'ageless-key',
    bug: 'a key signs for ever',
    file: 'services/membership/src/adapters/mongo/signing-keys.ts',
    find: 'newest.createdAt.getTime() + rotateAfterMs <= wallClock.nowMs()',
    replace: 'newest.createdAt.getTime() > wallClock.nowMs()',
    tests: ['services/membership/src/adapters/mongo/signing-keys.test.ts'],
  },
];
