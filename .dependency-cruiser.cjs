/**
 * The rooms of ARCHITECTURE.md as rules. Each rule has a planted violation in
 * tests/src/architecture, which proves that the rule can fail.
 */
const test = '[.]test[.]ts$|/testing/|[.]fixture[.]ts$';
const room = (name) => `^services/([^/]+)/src/${name}/`;
const workspace = (name) => `^(node_modules/@daka|packages)/${name}(/|$)`;
const drivers = '(^|/)node_modules/(mongoose|mongodb|kafkajs|stripe|express|jsonwebtoken)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one; between workspaces it stops the build.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that does not resolve works on one machine only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'service-never-imports-service',
      comment: 'Services meet on Kafka; each keeps the copies that it needs.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services/|node_modules/@daka/(membership|payment|homework|checkin|web)(/|$))', pathNot: '^services/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain code knows the rules, the proofs, the words of the contracts and itself: no clock, no I/O, no framework.',
      severity: 'error',
      from: { path: room('domain'), pathNot: test },
      to: { pathNot: `^services/$1/src/domain/|${workspace('rules')}|${workspace('proof')}|${workspace('contracts')}|^packages/(rules|proof|contracts)/` },
    },
    {
      name: 'features-know-no-adapters',
      comment: 'A use case speaks to ports; app.ts decides what stands behind them.',
      severity: 'error',
      from: { path: room('features'), pathNot: test },
      to: { path: '^services/[^/]+/src/(adapters/|app[.]ts|main[.]ts)' },
    },
    {
      name: 'only-app-wires-adapters',
      comment: 'app.ts is the only file that sees both sides of a port.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/', pathNot: `^services/[^/]+/src/(adapters/|app[.]ts|commands/)|${test}` },
      to: { path: '^services/[^/]+/src/adapters/' },
    },
    {
      name: 'adapters-decide-nothing',
      comment: 'Adapters implement ports; a use case inside one would hide a decision.',
      severity: 'error',
      from: { path: room('adapters'), pathNot: test },
      to: { path: '^services/[^/]+/src/(features/.*/(handler|http|consumer)[.]ts|app[.]ts|main[.]ts)' },
    },
    {
      name: 'drivers-stay-in-adapters',
      comment: 'A driver outside adapters and the kit ties a use case to a product.',
      severity: 'error',
      from: { path: '^services/(membership|payment|homework|checkin)/src/', pathNot: `^services/[^/]+/src/adapters/|${test}` },
      to: { path: drivers, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-run-in-the-browser',
      comment: 'packages/rules is shown to learners in their browser: nothing of Node in it but its command line.',
      severity: 'error',
      from: { path: '^packages/rules/src/', pathNot: `^packages/rules/src/cli/|${test}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'proofs-are-checked-anywhere',
      comment: 'A learner checks a proof without us, in a browser or offline: only the rules and hashes, nothing of Node but in its command line.',
      severity: 'error',
      from: { path: '^packages/proof/src/', pathNot: `^packages/proof/src/cli/|${test}` },
      to: { pathNot: `^packages/proof/src/|(^|/)node_modules/(zod|@noble/hashes)/|${workspace('rules')}` },
    },
    {
      name: 'contracts-hold-no-machinery',
      comment: 'What crosses a boundary must be readable by both sides: schemas, and the rules and proofs they name, nothing else.',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: test },
      to: { pathNot: `^packages/contracts/src/|(^|/)node_modules/zod/|${workspace('rules')}|${workspace('proof')}` },
    },
    {
      name: 'kit-has-no-business-word',
      comment: 'The kit serves every service alike; business rules in it would couple them all.',
      severity: 'error',
      from: { path: '^packages/service-kit/src/' },
      to: { path: `${workspace('rules')}|^services/` },
    },
    {
      name: 'infra-and-packages-never-import-services',
      comment: 'Infrastructure starts services as processes; packages are below them.',
      severity: 'error',
      from: { path: '^(infra|packages)/' },
      to: { path: '^(services/|node_modules/@daka/(membership|payment|homework|checkin|web)(/|$))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|^[.]daka/' },
    includeOnly: undefined,
    moduleSystems: ['cjs', 'es6'],
    preserveSymlinks: true,
    combinedDependencies: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      // Without it './testing' of the kit does not resolve.
      exportsFields: ['exports'],
      conditionNames: ['types', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
