import type { Mutant } from './mutant';

const accountTests = [
  'services/membership/src/features/erase-account/erasure.test.ts',
  'services/membership/src/domain/erasure.test.ts',
];

/** Who may have an account erased, when, and what is left of it. */
export const erasureMutants: readonly Mutant[] = [
  {
    name: 'erased-with-open-money',
    bug: 'an account is erased while a deposit of theirs is not settled',
    file: 'services/membership/src/domain/erasure.ts',
    find: 'return settledAtMs === null;',
    replace: 'return false;',
    tests: accountTests,
  },
  {
    name: 'erased-without-a-code',
    bug: 'the password alone erases an account that has a second factor',
    file: 'services/membership/src/features/prove-again.ts',
    find: 'if (!isOn(factor)) return null;',
    replace: 'if (!isOn(factor) || code === undefined) return null;',
    tests: accountTests,
  },
  {
    name: 'erased-but-named',
    bug: 'others still see what an erased account was called',
    file: 'services/membership/src/adapters/mongo/erasures.ts',
    find: 'displayName: NOBODY, ',
    replace: 'displayName: account.displayName, ',
    tests: accountTests,
  },
  {
    name: 'erased-texts-stay',
    bug: 'the calendar of an erased account still names its texts and pictures',
    file: 'services/checkin/src/domain/evolve.ts',
    find: 'textId: null }));\n  const leave',
    replace: 'textId: entry.textId }));\n  const leave',
    tests: ['services/checkin/src/features/follow-enrolment/erasure.test.ts'],
  },
  {
    name: 'erased-homework-stays',
    bug: 'what an erased account handed in can still be read',
    file: 'services/homework/src/features/follow-enrolment/consumer.ts',
    find: '      await portfolios.eraseTexts(received.subject);\n',
    replace: '',
    tests: ['services/homework/src/app.test.ts'],
  },
];
