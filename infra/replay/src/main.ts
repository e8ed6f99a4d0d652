import fs from 'node:fs';
import path from 'node:path';
import { OperatorProblem, describeFailure } from '@daka/local';
import { Command, CommanderError, Option } from 'commander';
import { createProgressView } from './progress';
import { BadRecord } from './record/bad-record';
import { readRecord } from './record/read-record';
import { failedChecks } from './report/check';
import { formatTable } from './report/table';
import { runReplay } from './replay';
import { webhookModes, type WebhookMode } from './run/start';

interface Switches {
  policy?: string;
  out?: string;
  keep: boolean;
  kill: boolean;
  webhooks: WebhookMode;
}

const EXIT = { sound: 0, unsound: 1, badInput: 2 } as const;

const program = new Command('npm run replay --')
  .description(
    'Replays a recorded cohort (members.csv, checkins.csv, policy.json) through the whole system under a virtual clock.',
  )
  .argument('<dir>', 'folder with the record')
  .option('--policy <file>', 'another policy than <dir>/policy.json')
  .option('--out <file>', 'writes the report as JSON')
  .option('--keep', 'leaves databases, topics and logs of the run', false)
  .addOption(
    new Option('--webhooks <how>', "how the processor's notices arrive").choices(webhookModes).default('normal'),
  )
  .option('--kill', 'kills each service, Kafka and MongoDB once during the run', false)
  .exitOverride();

/** `npm run replay`: 0 when the run's own checks hold, 1 when not, 2 for bad input. */
async function main(): Promise<number> {
  program.parse();
  const [dir = ''] = program.args;
  const switches = program.opts<Switches>();
  const { policy } = readRecord(dir, switches.policy);
  if (switches.out !== undefined) requireFolderOf(switches.out);

  const ending = abortOnSignals();
  const view = createProgressView(process.stderr);
  try {
    const { policy: policyFile, out, ...rest } = switches;
    const report = await runReplay({ dir, policyFile, ...rest, onProgress: view.show, log: view.note, signal: ending });
    view.stop();
    if (out !== undefined) fs.writeFileSync(out, `${JSON.stringify(report, null, 1)}\n`);
    process.stdout.write(`${formatTable(report, policy.currency)}\n`);
    const failures = failedChecks(report, policy.depositMinor);
    for (const failure of failures) process.stderr.write(`FAILED: ${failure}\n`);
    return failures.length === 0 ? EXIT.sound : EXIT.unsound;
  } finally {
    view.stop();
  }
}

/** Before the run, not after minutes of it. */
function requireFolderOf(out: string): void {
  const folder = path.dirname(path.resolve(out));
  if (!fs.existsSync(folder)) throw new BadRecord({ file: '--out' }, `there is no folder ${folder}`);
}

/** The parent of an npm script goes away without a signal. */
function abortOnSignals(): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort(new OperatorProblem('Interrupted.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  return ending.signal;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.sound : EXIT.badInput;
  return error instanceof BadRecord ? EXIT.badInput : EXIT.unsound;
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    const isSaid = error instanceof CommanderError;
    if (!isSaid) process.stderr.write(`${error instanceof BadRecord ? error.message : describeFailure(error)}\n`);
    process.exit(exitCodeOf(error));
  },
);
