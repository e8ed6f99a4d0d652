import path from 'node:path';
import { root, runChild } from './child.mjs';

const bin = (file) => path.join(root, 'node_modules', file);

/** In this order; types also build what the steps after them run. */
const steps = [
  ['format', bin('oxfmt/bin/oxfmt'), '--check'],
  ['lint', bin('oxlint/bin/oxlint'), '--deny-warnings', '--format=unix'],
  ['unused', bin('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors'],
  ['types', bin('typescript/bin/tsc'), '-b', root],
  [
    'architecture',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    'services',
    'packages',
    'infra',
    'tests',
  ],
  ['browser app', path.join(root, 'infra/local/bootstrap/build-app.mjs')],
  ['sizes for the browser', path.join(root, 'tests/dist/sizes/main.js')],
  ['old browsers', path.join(root, 'tests/dist/old-browsers/main.js')],
  ['generated files', path.join(root, 'tests/dist/generate/main.js'), '--check'],
  ['names', path.join(root, 'tests/dist/names/main.js')],
  ['documents', path.join(root, 'tests/dist/documents/main.js')],
  ['bill of materials', path.join(root, 'tests/dist/sbom/main.js')],
];

/** One line per step, and the output of what failed. Answers the number of failed steps as the exit code. */
export async function runChecks() {
  let failures = 0;
  for (const [name, program, ...args] of steps) {
    const startedAtMs = Date.now();
    const exitCode = await runChild(process.execPath, [program, ...args], { quiet: true });
    if (exitCode > 128) return exitCode;
    const took = `${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`;
    process.stdout.write(exitCode === 0 ? `${name}: ok (${took})\n` : `${name}: FAILED (${took})\n`);
    if (exitCode !== 0) failures++;
  }
  return failures;
}
