import type { Mutant } from './mutant';

const signInTests = ['services/membership/src/features/sign-in/accounts.test.ts'];

const sessionTests = ['services/membership/src/features/list-sessions/sessions.test.ts'];

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
    name: 'anybodys-sign-in',
    bug: "one ends another account's sign-in",
    file: 'services/membership/src/features/end-session/http.ts',
    find: 'if (session?.accountId !== user.id)',
    replace: 'if (session?.accountId === undefined)',
    tests: sessionTests,
  },
  {
    name: 'thief-stays',
    bug: 'whoever is signed in with the old password stays in after it was changed',
    file: 'services/membership/src/features/change-password/handler.ts',
    find: 'await sessions.revokeOthers(id,',
    replace: "await sessions.revokeOthers('nobody',",
    tests: sessionTests,
  },
  {
    name: 'late-thief',
    bug: 'a sign-in with the old password that ends just after it was changed stays',
    file: 'services/membership/src/features/sign-in/handler.ts',
    find: '?.passwordHash === account.passwordHash)',
    replace: '?.passwordHash !== undefined)',
    tests: ['services/membership/src/features/sign-in/overtaken.test.ts'],
  },
  {
    name: 'open-device',
    bug: 'an open device is enough to set another password',
    file: 'services/membership/src/features/change-password/handler.ts',
    find: 'if (!isRight) return wrong();',
    replace: 'if (isRight === null) return wrong();',
    tests: sessionTests,
  },
  {
    name: 'guesses-behind-the-door',
    bug: 'the password can be guessed without end by who is signed in',
    file: 'services/membership/src/features/change-password/handler.ts',
    find: "await attempts.take('password', id)",
    replace: "id === '' ? await attempts.take('password', id) : null",
    tests: sessionTests,
  },
  {
    name: 'known-passwords',
    bug: 'a password that everybody tries first is taken',
    file: 'services/membership/src/adapters/zxcvbn/is-guessable.ts',
    find: '.score < LEAST_SCORE',
    replace: '.score < LEAST_SCORE - LEAST_SCORE',
    tests: ['services/membership/src/adapters/zxcvbn/is-guessable.test.ts'],
  },
  {
    name: 'session-for-ever',
    bug: 'a sign-in that is used never ends',
    file: 'services/membership/src/domain/session.ts',
    find: 'Math.min(usedAtMs + idleMs, startedAtMs + longestMs)',
    replace: 'Math.max(usedAtMs + idleMs, Math.min(0, startedAtMs + longestMs))',
    tests: ['services/membership/src/domain/session.test.ts'],
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
  {
    name: 'titles-unescaped',
    bug: 'what an organiser writes as a title becomes part of the page that everybody is sent',
    file: 'services/web/src/features/app-shell/cohort-cards.ts',
    find: 'content="${escaped(value)}"',
    replace: 'content="${value}"',
    tests: ['services/web/src/features/app-shell/cohort-cards.test.ts'],
  },
];
