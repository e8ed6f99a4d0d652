const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, sourceMaps: 'inline' },
];

const workspaces = {
  rules: 'packages/rules',
  proof: 'packages/proof',
  contracts: 'packages/contracts',
  'service-kit': 'packages/service-kit',
  membership: 'services/membership',
  payment: 'services/payment',
  homework: 'services/homework',
  checkin: 'services/checkin',
  web: 'services/web',
  'web-app': 'services/web/app',
  local: 'infra/local',
  'stripe-sandbox': 'infra/stripe-sandbox',
  'mail-sandbox': 'infra/mail-sandbox',
  replay: 'infra/replay',
  chaos: 'infra/chaos',
  tests: 'tests',
};

/** Nothing imports the whole-system tests, nor the browser app. */
const { tests: _, 'web-app': _app, ...packages } = workspaces;

/** Tests read the TypeScript sources of every workspace, so they need no build (whole-system tests spawn the built services). */
const moduleNameMapper = Object.fromEntries(
  Object.entries(packages).flatMap(([name, dir]) => [
    [`^@daka/${name}$`, `<rootDir>/${dir}/src/index.ts`],
    [`^@daka/${name}/(.+)$`, `<rootDir>/${dir}/src/$1`],
  ]),
);

/** Projects without I/O; the others get a real MongoDB and Kafka (jest starts them only if such a project has tests to run). */
const pure = new Set(['rules', 'proof', 'contracts', 'stripe-sandbox', 'mail-sandbox', 'local', 'chaos', 'web-app']);

const servers = {
  globalSetup: '<rootDir>/infra/local/src/jest/global-setup.ts',
  globalTeardown: '<rootDir>/infra/local/src/jest/global-teardown.ts',
};

module.exports = {
  // Tests with real processes are slow on a busy machine; none is allowed to hang.
  testTimeout: 30_000,
  // Without tests the reporter still has its say: it counts that as a failure.
  passWithNoTests: true,
  reporters: ['default', '<rootDir>/infra/local/jest-reporter.cjs'],
  projects: Object.entries(workspaces).map(([displayName, dir]) => ({
    displayName,
    ...(pure.has(displayName) ? {} : servers),
    rootDir: __dirname,
    testMatch: [`<rootDir>/${dir}/${displayName === 'web-app' ? '' : 'src/'}**/*.test.ts`],
    testEnvironment: 'node',
    // temporal-* ship as ES modules only, and MongoDB's driver loads `os` by import(): jest can do neither on Node 20.
    transform: { '^.+\\.ts$': swc, '/node_modules/(temporal-[^/]+/.+|mongodb/lib/runtime_adapters)\\.js$': swc },
    transformIgnorePatterns: ['/node_modules/(?!temporal-|mongodb/lib/runtime_adapters)'],
    moduleNameMapper,
    modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.daka/'],
  })),
};
