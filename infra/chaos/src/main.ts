import { OperatorProblem, describeFailure } from '@daka/local';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { inWords, runChaos, type ChaosReport } from './chaos';

const EXIT = { sound: 0, unsound: 1, badInput: 2 } as const;
const MOST_SCHEDULES = 10_000;
const MOST_SEED = 2_000_000_000;

const program = new Command('npm run chaos --')
  .description(
    'Lets small cohorts live through seeded storms of faults on a real system, and checks that no promise about money is broken.',
  )
  .option('--schedules <n>', 'how many, one after the other', wholeNumber(1, MOST_SCHEDULES), 10)
  .option('--seed <s>', 'of the first; each further one has the next', wholeNumber(0, MOST_SEED), 1)
  .option('--resume <file>', 'verdicts, one a line: what has one is not played again, and each new one is added')
  .option('--keep', 'leaves data and logs even when all is sound', false)
  .allowExcessArguments(false)
  .exitOverride();

/** `npm run chaos`: 0 when every promise was kept and there was something of everything, 1 when not, 2 for bad input. */
async function main(): Promise<number> {
  program.parse();
  const { schedules, seed, resume, keep } = program.opts<{
    schedules: number;
    seed: number;
    resume?: string;
    keep: boolean;
  }>();
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  const report = await runChaos({ schedules, seed, resume, keep, log, signal: abortOnSignals() });
  print(report);
  return report.failed.length + report.missing.length === 0 ? EXIT.sound : EXIT.unsound;
}

function print({ passed, failed, missing, acts, looks, life, seconds, logs }: ChaosReport): void {
  for (const { seed, reasons, file } of failed) {
    process.stdout.write(`FAILED seed ${seed}; again: npm run chaos -- --schedules 1 --seed ${seed}\n  ${file}\n`);
    for (const reason of reasons) process.stdout.write(`  ${reason}\n`);
  }
  if (logs !== null) process.stdout.write(`logs: ${logs}\n`);
  if (missing.length > 0) process.stdout.write(`missing: ${missing.join(', ')}\n`);
  process.stdout.write(
    `${passed} schedules sound, ${failed.length} failed; ${inWords(life)}; ${inWords(acts)}; ${looks} looks during; ${Math.round(seconds)} s\n`,
  );
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };
}

/** The parent of an npm script goes away without a signal. */
function abortOnSignals(): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort(new OperatorProblem('Interrupted.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  return ending.signal;
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? EXIT.sound : EXIT.badInput);
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(EXIT.unsound);
  },
);
