import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { progress, root, runChild } from './child.mjs';
import { buildApp, compile } from './prepare.mjs';
import { filesToRunAgain, withSecondRun } from './second-run.cjs';

/** Projects that run whole systems: one test at a time. Two side by side were no faster on two cores, and missed what they waited for. */
const wholeSystem = ['replay', 'tests'];

/**
 * Runs jest with the given arguments, or everything, and closes with `N passed, N failed` alone on the last line.
 * Failed checks of a CI run before (DAKA_FAILED_CHECKS) are added to the failures.
 */
export async function runTests(args) {
  const total = { passed: 0, failed: Number(process.env.DAKA_FAILED_CHECKS ?? 0), skipped: 0 };
  const unstable = [];
  let exitCode = (await compile()) || (await buildApp()); // whole-system tests start the built services
  if (exitCode !== 0) total.failed++;
  if (exitCode === 0 && args.length === 0) await provideStripeMock();
  for (const jestArgs of exitCode === 0 ? runsFor(args) : []) {
    const run = await runWithSecondTry(jestArgs);
    unstable.push(...run.unstable);
    for (const key of Object.keys(total)) total[key] += run.summary[key];
    exitCode ||= run.exitCode;
    if (run.exitCode > 128) break;
  }
  for (const file of unstable)
    progress(`Unstable, to be mended: ${path.relative(root, file)} passed only when run again`);
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}\n`,
  );
  return exitCode || (total.failed > 0 ? 1 : 0);
}

/** Stripe's own request checker for the tests that compare with it; without it they are skipped, in CI they fail. */
async function provideStripeMock() {
  if (process.env.STRIPE_MOCK_BIN) return;
  const { findStripeMock } = createRequire(import.meta.url)(
    path.join(root, 'infra/local/dist/parts/find-stripe-mock.js'),
  );
  const cacheDir = path.join(root, '.daka/cache');
  try {
    process.env.STRIPE_MOCK_BIN = await findStripeMock({ cacheDir, env: process.env, log: progress });
  } catch (error) {
    progress(`Without stripe-mock: ${error.message}`);
  }
}

function runsFor(args) {
  if (args.length > 0) return [args];
  const names = createRequire(import.meta.url)(path.join(root, 'jest.config.cjs')).projects.map(
    ({ displayName }) => displayName,
  );
  return [
    ['--maxWorkers=2', '--selectProjects', ...names.filter((name) => !wholeSystem.includes(name))],
    ['--runInBand', '--selectProjects', ...wholeSystem],
  ];
}

async function runWithSecondTry(jestArgs) {
  const first = await runJest(jestArgs);
  const files = process.env.DAKA_SECOND_RUN && first.exitCode <= 128 ? filesToRunAgain(first.summary) : [];
  if (files.length === 0) return { ...first, unstable: [] };
  progress(`Failed, so run once more, alone: ${files.map((file) => path.relative(root, file)).join(', ')}`);
  const second = await runJest(['--runInBand', '--runTestsByPath', ...files]);
  const { sum, unstable } = withSecondRun(first.summary, second.summary);
  return { exitCode: second.exitCode, summary: sum, unstable };
}

/** A run that ends without its summary (a broken configuration, a signal) counts as one failure. */
async function runJest(args) {
  const summaryFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'daka-test-')), 'summary.json');
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const exitCode = await runChild(process.execPath, [jest, ...args], {
    env: { ...process.env, DAKA_TEST_SUMMARY: summaryFile },
  });
  const summary = fs.existsSync(summaryFile)
    ? JSON.parse(fs.readFileSync(summaryFile, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  fs.rmSync(path.dirname(summaryFile), { recursive: true });
  if (exitCode !== 0 && summary.failed === 0) summary.failed = 1;
  return { exitCode, summary };
}
