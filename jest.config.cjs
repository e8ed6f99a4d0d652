const swc = ['@swc/jest', {
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}];

const workspaces = {
  rules: 'packages/rules', contracts: 'packages/contracts', 'service-kit': 'packages/service-kit',
  membership: 'services/membership', payment: 'services/payment', homework: 'services/homework',
  checkin: 'services/checkin', web: 'services/web',
  local: 'infra/local', 'stripe-sandbox': 'infra/stripe-sandbox', replay: 'infra/replay', tests: 'tests',
};

/** Tests read the TypeScript sources of every workspace, so they need no build (whole-system tests spawn the built services). */
const moduleNameMapper = Object.fromEntries(
  Object.entries(workspaces).flatMap(([name, dir]) => [
    [`^@daka/${name}$`, `<rootDir>/${dir}/src/index.ts`],
    [`^@daka/${name}/(.+)$`, `<rootDir>/${dir}/src/$1`],
  ]),
);

module.exports = {
  projects: Object.entries(workspaces).map(([displayName, dir]) => ({
    displayName,
    rootDir: __dirname,
    testMatch: [`<rootDir>/${dir}/src/**/*.test.ts`],
    testEnvironment: 'node',
    // temporal-* ship as ES modules only, which jest cannot require on Node 20.
    transform: { '^.+\\.ts$': swc, '/node_modules/temporal-[^/]+/.+\\.js$': swc },
    transformIgnorePatterns: ['/node_modules/(?!temporal-)'],
    moduleNameMapper,
    modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.daka/'],
  })),
};
