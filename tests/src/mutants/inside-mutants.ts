import type { Mutant } from './mutant';

const kit = (file: string) => `packages/service-kit/src/${file}`;

/** Bugs about who may do what behind the doors. */
export const insideMutants: readonly Mutant[] = [
  {
    name: 'everybody-writes-all-topics',
    bug: 'homework may tell of payments',
    file: kit('kafka/rights.ts'),
    find: '...writes.map((topic)',
    replace: '...allTopics.map((topic)',
    tests: [kit('kafka/rights.test.ts')],
  },
  {
    name: 'rights-are-for-ever',
    bug: 'a right that the table does not name any more stays',
    file: kit('kafka/rights.ts'),
    find: 'const stale = without(found, wanted);',
    replace: 'const stale: AclEntry[] = [];',
    tests: [kit('kafka/rights.test.ts')],
  },
  {
    name: 'open-without-rules',
    bug: 'a topic that nobody wrote a rule for is everybody’s',
    file: 'infra/local/src/parts/kafka-settings.ts',
    find: "'allow.everyone.if.no.acl.found': false",
    replace: "'allow.everyone.if.no.acl.found': true",
    tests: ['infra/local/src/parts/real-parts.test.ts'],
  },
  {
    name: 'database-of-all',
    bug: 'a service reads and writes the databases of the others',
    file: 'infra/local/src/parts/mongo-access.ts',
    find: "    roles: ['readWrite'],",
    replace: "    roles: [{ role: 'readWriteAnyDatabase', db: 'admin' }],",
    tests: ['tests/src/security/inside.test.ts'],
  },
  {
    name: 'other-hosts-in-clear',
    bug: 'production sends passwords and events to another host without TLS',
    file: kit('config/elsewhere.ts'),
    find: "return !(host === 'localhost'",
    replace: "return !(host !== '' || host === 'localhost'",
    tests: [kit('config/settings.test.ts')],
  },
];
