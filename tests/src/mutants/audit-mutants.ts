import type { Mutant } from './mutant';

const tests = ['services/membership/src/features/list-acts/acts.test.ts'];

/** What is written down of acts, together with them, and who reads it. */
export const auditMutants: readonly Mutant[] = [
  {
    name: 'unlogged-staff',
    bug: 'who gives or takes a role leaves no entry',
    file: 'services/membership/src/adapters/mongo/cohorts.ts',
    find: 'change: (id, decide, by) => store.change(id, signed(decide, by)),',
    replace: 'change: (id, decide) => store.change(id, decide),',
    tests,
  },
  {
    name: 'unlogged-account',
    bug: 'sign-ins, passwords and invitations leave no entry',
    file: 'services/membership/src/adapters/mongo/audit-log.ts',
    find: 'await writeActs(mongo, entries, session);',
    replace: '',
    tests,
  },
  {
    name: 'flooded-log',
    bug: 'a stranger fills the log of an account with wrong passwords',
    file: 'services/membership/src/adapters/mongo/audit-log.ts',
    find: '.map((stored) => ({ ...stored, once }))',
    replace: '.map((stored) => ({ ...stored, once: once + randomUUID() }))',
    tests,
  },
  {
    name: 'decliner-named',
    bug: 'the owner learns who has the address that they invited and who declined',
    file: 'services/membership/src/features/present/acts.ts',
    find: 'const seen = isHidden ? null : by;',
    replace: 'const seen = by;',
    tests,
  },
  {
    name: 'log-of-everybody',
    bug: 'an account reads what others did',
    file: 'services/membership/src/adapters/mongo/audit-log.ts',
    find: 'page({ shownTo: accountId }, place)',
    replace: 'page({}, place)',
    tests,
  },
];
