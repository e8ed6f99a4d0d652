/**
 * The rooms of ARCHITECTURE.md as rules. Each rule has a planted violation in
 * tests/src/architecture, which proves that the rule can fail.
 */
const swc = require('@swc/core');
const { parseFileSync } = swc;
// dependency-cruiser asks swc for TypeScript without JSX, also where a file's name says that it has some.
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const test = '[.]test[.]ts$|/testing/|[.]fixture[.]ts$';
const room = (name) => `^services/([^/]+)/src/${name}/`;
const workspace = (name) => `^(node_modules/@daka|packages)/${name}(/|$)`;
const drivers = '(^|/)node_modules/(mongoose|mongodb|kafkajs|stripe|express|jsonwebtoken|nodemailer)/';

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
      to: {
        path: '^(services/|node_modules/@daka/(membership|payment|homework|checkin|web)(/|$))',
        pathNot: '^services/$1/',
      },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Domain code knows the rules, the proofs, the words of the contracts and itself: no clock, no I/O, no framework.',
      severity: 'error',
      from: { path: room('domain'), pathNot: test },
      to: {
        pathNot: `^services/$1/src/domain/|${workspace('rules')}|${workspace('proof')}|${workspace('contracts')}|^packages/(rules|proof|contracts)/`,
      },
    },
    {
      name: 'features-know-no-adapters',
      comment: 'A use case speaks to ports; app.ts decides what stands behind them.',
      severity: 'error',
      from: { path: room('features'), pathNot: test },
      to: { path: '^services/[^/]+/src/(adapters/|app[.]ts|main[.]ts)' },
    },
    {
      name: 'features-know-no-siblings',
      comment:
        'A use case that another one needs is handed to it by app.ts; what two share is domain, a port, or shown alike (present/).',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/features/([^/]+)/', pathNot: test },
      to: { path: '^services/[^/]+/src/features/[^/]+/', pathNot: '^services/$1/src/features/($2|present)/' },
    },
    {
      name: 'tests-keep-to-themselves',
      comment: 'What only tests need must not run in a service.',
      severity: 'error',
      from: { path: '^(services|packages|infra)/[^/]+/src/', pathNot: test },
      to: { path: '(^|/)testing/|[.]fixture[.]ts$|[.]test[.]ts$' },
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
      from: {
        path: '^services/(membership|payment|homework|checkin)/src/',
        pathNot: `^services/[^/]+/src/adapters/|${test}`,
      },
      to: { path: drivers, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'services-start-no-process',
      comment: 'No command of the operating system is ever made of what somebody sent.',
      severity: 'error',
      from: { path: '^(services|packages)/', pathNot: test },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'the-app-asks-over-http',
      comment:
        'The browser app imports the rules, the proofs and the types of its client; a server or the kit would end in a page.',
      severity: 'error',
      from: { path: '^services/web/app/', pathNot: test },
      to: {
        path: `^(services|infra|tests)/|${workspace('(contracts|service-kit)')}|^node_modules/@daka/(?!rules|proof)`,
        pathNot: '^services/web/app/',
      },
    },
    {
      name: 'the-app-has-no-node',
      comment: 'Nothing of Node is in a browser.',
      severity: 'error',
      from: { path: '^services/web/app/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the-server-knows-no-page',
      comment: 'The server hands the built app out as files; what a page is, the app decides.',
      severity: 'error',
      from: { path: '^services/web/src/' },
      to: { path: '^services/web/app/' },
    },
    {
      name: 'pages-know-no-siblings',
      comment: 'What two pages need is a feature or a shared piece; a page that imports another loads both.',
      severity: 'error',
      from: { path: '^services/web/app/routes/([^/]+)/' },
      to: { path: '^services/web/app/routes/', pathNot: '^services/web/app/routes/$1/' },
    },
    {
      name: 'shared-pieces-know-no-features',
      comment: 'ui/, api/ and texts/ are below the features and the pages.',
      severity: 'error',
      from: { path: '^services/web/app/(ui|texts)/' },
      to: { path: '^services/web/app/(features|routes|api)/' },
    },
    {
      name: 'features-of-the-app-know-no-pages',
      comment: 'A feature serves several pages.',
      severity: 'error',
      from: { path: '^services/web/app/features/' },
      to: { path: '^services/web/app/routes/' },
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
      comment:
        'A learner checks a proof without us, in a browser or offline: only the rules and hashes, nothing of Node but in its command line.',
      severity: 'error',
      from: { path: '^packages/proof/src/', pathNot: `^packages/proof/src/cli/|${test}` },
      to: { pathNot: `^packages/proof/src/|(^|/)node_modules/(zod|@noble/hashes)/|${workspace('rules')}` },
    },
    {
      name: 'contracts-hold-no-machinery',
      comment:
        'What crosses a boundary must be readable by both sides: schemas, and the rules and proofs they name, nothing else.',
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
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      // Without it './testing' of the kit does not resolve.
      exportsFields: ['exports'],
      conditionNames: ['types', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
