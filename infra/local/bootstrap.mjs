// The one entry of every npm script. Plain Node without dependencies, because it also works on a fresh clone:
// it installs and builds what is out of date, then hands over to the command.
import path from 'node:path';
import { Failure, progress, root, runChild } from './bootstrap/child.mjs';
import { runChecks } from './bootstrap/checks.mjs';
import { installIfNeeded, build, requireNode } from './bootstrap/prepare.mjs';
import { runTests } from './bootstrap/run-tests.mjs';

/** infra/replay refers to what the seed and a replay need; the services and the sandboxes are started by path. */
const wholeSystem = [
  'infra/replay',
  'infra/local',
  'infra/stripe-sandbox',
  'infra/mail-sandbox',
  'services/membership',
  'services/payment',
  'services/homework',
  'services/checkin',
  'services/web',
];

/** What a command runs, and which workspaces that needs built; without them, all. */
const programs = {
  start: { main: 'infra/local/dist/commands/start.js', workspaces: wholeSystem },
  bench: { main: 'tests/dist/bench/main.js' },
  replay: { main: 'infra/replay/dist/main.js', workspaces: wholeSystem },
  chaos: { main: 'infra/chaos/dist/main.js', workspaces: [...wholeSystem, 'infra/chaos'] },
  evaluate: { main: 'packages/rules/dist/cli/evaluate.js', workspaces: ['packages/rules'] },
  verify: { main: 'packages/proof/dist/cli/verify.js', workspaces: ['packages/proof'] },
  'ledger:verify': {
    main: 'infra/local/dist/commands/ledger-verify.js',
    workspaces: ['infra/local', 'services/payment'],
  },
  reconcile: {
    main: 'infra/local/dist/commands/reconcile.js',
    workspaces: ['infra/local', 'infra/stripe-sandbox', 'services/payment'],
  },
  'rotate-keys': {
    main: 'infra/local/dist/commands/rotate-keys.js',
    workspaces: ['infra/local', 'services/membership'],
  },
  'remove-second-factor': {
    main: 'infra/local/dist/commands/remove-second-factor.js',
    workspaces: ['infra/local', 'services/membership'],
  },
  'end-sign-ins': {
    main: 'infra/local/dist/commands/end-sign-ins.js',
    workspaces: ['infra/local', 'services/membership'],
  },
  republish: { main: 'infra/local/dist/commands/republish.js', workspaces: ['infra/local', 'packages/service-kit'] },
  parked: { main: 'infra/local/dist/commands/parked.js', workspaces: ['infra/local'] },
  mutants: { main: 'tests/dist/mutants/main.js' },
  fuzz: { main: 'tests/dist/fuzz/main.js' },
  model: { main: 'tests/dist/model/main.js', workspaces: ['tests'] },
  // Without the browser app: what it is compiled against is made here.
  generate: { main: 'tests/dist/generate/main.js', workspaces: ['tests'] },
};

const [command, ...args] = process.argv.slice(2);
const commands = {
  ...Object.fromEntries(Object.keys(programs).map((name) => [name, runProgram])),
  test: runTests,
  check: runChecks,
};

try {
  if (!Object.hasOwn(commands, command ?? ''))
    throw new Failure(`Usage: node infra/local/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`, 2);
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
  const { main, workspaces } = programs[command];
  await build(workspaces);
  return runChild(process.execPath, [path.join(root, main), ...programArgs], { channel: true });
}
