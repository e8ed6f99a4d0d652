import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../paths';
import { describeFailure } from '../problem';

/** Could not look: neither well nor wrong. */
const COULD_NOT_LOOK = 2;

/** Runs a command of payment in the foreground and answers its exit code. */
export function runPaymentCommand(name: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  return runNode(path.join(repositoryRoot, 'services/payment/dist/commands', `${name}.js`), args, env);
}

/** Runs a program of Node in the foreground and answers its exit code. */
export function runNode(main: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal: NodeJS.Signals) => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const one of signals) process.off(one, forward);
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]));
    });
  });
}

/** Ends this process with what the command answers; what keeps it from looking is one line and exit code 2. */
export function endWith(command: Promise<number>): void {
  command.then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${describeFailure(error)}\n`);
      process.exit(COULD_NOT_LOOK);
    },
  );
}
