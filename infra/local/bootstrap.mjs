// The one entry of every npm script. Plain Node without dependencies, because it also works on a fresh clone:
// it installs and builds what is out of date, then hands over to the command.
import path from 'node:path';
import { Failure, progress, root, runChild } from './bootstrap/child.mjs';
import { runChecks } from './bootstrap/checks.mjs';
import { installIfNeeded, build, requireNode } from './bootstrap/prepare.mjs';
import { runTests } from './bootstrap/run-tests.mjs';

/** What a command runs, and which workspace that needs built; without one, all of them. */
const programs = {
  start: { main: 'infra/local/dist/commands/start.js' },
  bench: { main: 'tests/dist/bench/main.js' },
  replay: { main: 'infra/replay/dist/main.js' },
  evaluate: { main: 'packages/rules/dist/cli/evaluate.js', workspace: 'packages/rules' },
  parked: { main: 'infra/local/dist/commands/parked.js', workspace: 'infra/local' },
  generate: { main: 'tests/dist/generate/main.js' },
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
  const { main, workspace } = programs[command];
  await build(workspace);
  return runChild(process.execPath, [path.join(root, main), ...programArgs], { channel: true });
}
