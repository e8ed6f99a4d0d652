// Lets a spawned node require the TypeScript sources, as jest does: `node -r ./typescript.fixture.cjs file.ts`.
const { transformSync } = require('@swc/core');
const fs = require('node:fs');

require.extensions['.ts'] = (module, filename) => {
  const options = {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  };
  module._compile(transformSync(fs.readFileSync(filename, 'utf8'), options).code, filename);
};
