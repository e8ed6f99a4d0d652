import path from 'node:path';
import { root, runChild } from './child.mjs';

const bin = (file) => path.join(root, 'node_modules', file);

/** In this order; types also build what the last step runs. */
const steps = [
  ['lint', bin('oxlint/bin/oxlint'), '--deny-warnings', '--format=unix'],
  ['types', bin('typescript/bin/tsc'), '-b', root],
  ['architecture', bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'services', 'packages', 'infra', 'tests'],
  ['generated files', path.join(root, 'tests/dist/generate/main.js'), '--check'],
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
