// The one entry of every npm script. Plain Node without dependencies, because it also works on a fresh clone:
// it installs and builds what is out of date, then hands over to the command.
import path from 'node:path';
import { Failure, progress, root, runChild } from './bootstrap/child.mjs';
import { runChecks } from './bootstrap/checks.mjs';
import { installIfNeeded, build, requireNode } from './bootstrap/prepare.mjs';
import { runTests } from './bootstrap/run-tests.mjs';

const programs = {
  start: 'infra/local/dist/commands/start.js',
  bench: 'tests/dist/bench/main.js',
  replay: 'infra/replay/dist/main.js',
  evaluate: 'packages/rules/dist/cli/evaluate.js',
  parked: 'infra/local/dist/commands/parked.js',
  generate: 'tests/dist/generate/main.js',
};

const [command, ...args] = process.argv.slice(2);
const commands = { ...Object.fromEntries(Object.keys(programs).map((name) => [name, runProgram])), test: runTests, check: runChecks };

try {
  if (!Object.hasOwn(commands, command ?? '')) throw new Failure(`Usage: node infra/local/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`, 2);
  requireNode();
  await installIfNeeded();
  process.exitCode = await commands[command](args);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  progress(error.message);
  if (command === 'test') process.stdout.write('0 passed, 1 failed\n');
  process.exitCode = error.exitCode;
}

async function runProgram(programArgs) {
  await build();
  return runChild(process.execPath, [path.join(root, programs[command]), ...programArgs], { channel: true });
}
