import { spawn } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** An end with one line for the person at the keyboard. */
export class Failure extends Error {
  constructor(line, exitCode = 1) {
    super(line);
    this.exitCode = exitCode;
  }
}

/** Progress goes to stderr: stdout belongs to the command that is run in the end. */
export function progress(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program in the foreground, passes signals on to it and answers its exit code (128 + n for a signal).
 * `quiet` shows its output only when it fails; `channel` lets it notice when this process is gone.
 */
export function runChild(command, args, { quiet = false, channel = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit', ...(channel ? ['ipc'] : [])];
    const child = spawn(command, args, { cwd: root, env, stdio });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const stopForwarding = forwardSignals(child);
    child.once('error', (error) => {
      stopForwarding();
      progress(`${command} cannot be started: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => {
      stopForwarding();
      const exitCode = code ?? 128 + (os.constants.signals[signal] ?? 0);
      if (quiet && exitCode !== 0) process.stderr.write(Buffer.concat(output));
      resolve(exitCode);
    });
  });
}

function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const stopWatching = watchNpm(() => child.kill('SIGTERM'));
  return () => {
    for (const signal of signals) process.off(signal, forward);
    stopWatching();
  };
}

/** npm cannot pass on a signal that kills it outright; what it has started ends then too. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return () => undefined;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}
