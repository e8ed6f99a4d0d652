import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guard } from './guard';
import { removePidFile, writePidFile } from './pid-file';

export interface LoggedChildOptions {
  command: string;
  args: readonly string[];
  /** Both outputs are appended here. */
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Opens a channel, so that the child notices (event "disconnect") when this process is killed outright. */
  ipc?: boolean;
  /** Remembered here until it ends, so that a later start can end a leftover. The marker must be in their arguments. */
  pidFile?: { file: string; marker: string };
  /** Lets the child outlive this process. */
  background?: boolean;
}

export interface ChildExit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface LoggedChild {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<ChildExit>;
  running(): boolean;
  /** SIGTERM, then SIGKILL once `graceMs` is over; resolves when it has ended. */
  stop(graceMs: number): Promise<ChildExit>;
  kill(signal: NodeJS.Signals): Promise<ChildExit>;
}

/**
 * Starts a program with its output in a log file. It gets its own process group: a Ctrl-C in the terminal reaches only the
 * supervisor, which then stops everything in order.
 */
export async function spawnLogged(options: LoggedChildOptions): Promise<LoggedChild> {
  fs.mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = fs.openSync(options.logFile, 'a');
  const child = spawn(options.command, options.args, {
    env: options.env ?? process.env,
    cwd: options.cwd,
    detached: true,
    stdio: options.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
  });
  const exited = exitOf(child);
  await spawned(child).finally(() => fs.closeSync(log));
  void rememberPid(child, options, exited);
  if (options.background) child.unref();
  return asLoggedChild(child, options.logFile, exited);
}

/** The last lines of a log, for a message about a failed start. */
export function lastLines(logFile: string, count: number): string {
  if (!fs.existsSync(logFile)) return '';
  const text = fs.readFileSync(logFile, 'utf8').trimEnd();
  return text.split('\n').slice(-count).join('\n');
}

function asLoggedChild(child: ChildProcess, logFile: string, exited: Promise<ChildExit>): LoggedChild {
  const running = () => child.exitCode === null && child.signalCode === null;
  const send = (signal: NodeJS.Signals) => {
    if (running()) child.kill(signal);
    return exited;
  };
  return {
    pid: child.pid as number,
    logFile,
    exited,
    running,
    kill: send,
    async stop(graceMs) {
      void send('SIGTERM');
      const patience = new AbortController();
      const tooLate = sleep(graceMs, 'late' as const, { signal: patience.signal }).catch(() => 'late' as const);
      const first = await Promise.race([exited, tooLate]);
      patience.abort();
      return first === 'late' ? send('SIGKILL') : first;
    },
  };
}

/** A child with a channel notices by itself that this process is gone; another is guarded, unless it is to live on. */
async function rememberPid(
  child: ChildProcess,
  { pidFile, ipc, background }: LoggedChildOptions,
  exited: Promise<ChildExit>,
): Promise<void> {
  if (!pidFile) return;
  const pid = child.pid as number;
  writePidFile(pidFile.file, { pid, marker: pidFile.marker });
  const guarding = ipc || background ? null : guard(pid);
  await exited;
  guarding?.dismiss();
  removePidFile(pidFile.file);
}

function exitOf(child: ChildProcess): Promise<ChildExit> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}
