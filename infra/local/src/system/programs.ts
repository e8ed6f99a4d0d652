import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../paths';
import type { Program } from '../parts/program';
import { spawnLogged } from '../process/logged-child';

const PROBE_TIMEOUT_MS = 2_000;
const MAX_LOG_BYTES = 20_000_000;

/** For glibc, which otherwise keeps freed memory in an arena for each thread: about 10 MB a service. */
export const fewArenas = { MALLOC_ARENA_MAX: '2' } as const;

export interface NodeProgramOptions {
  name: string;
  /** Its main file, below the repository's root. */
  main: string;
  dir: string;
  env: Record<string, string>;
  nodeFlags: readonly string[];
  /** Answers 200 once it serves. */
  readyUrl: string;
}

/**
 * One of our own Node programs. It notices by its channel when the supervisor is gone; the pid file covers one that does not.
 * The state folder among its arguments (which it ignores) marks the process as this system's.
 */
export function nodeProgram({ name, main, dir, env, nodeFlags, readyUrl }: NodeProgramOptions): Program {
  const logFile = logFileOf(dir, name);
  return {
    name,
    spawn: () =>
      spawnLogged({
        command: process.execPath,
        args: [...nodeFlags, path.join(repositoryRoot, main), `--state=${dir}`],
        env,
        logFile,
        cwd: repositoryRoot,
        ipc: true,
        pidFile: { file: pidFileOf(dir, name), marker: `--state=${dir}` },
      }),
    ready: async () => {
      const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
      await answer.arrayBuffer();
      return answer.ok;
    },
  };
}

/** Where a process of a system writes; one earlier file is kept once it has grown large. */
export function logFileOf(dir: string, name: string): string {
  const file = path.join(dir, 'logs', `${name}.log`);
  if (fs.existsSync(file) && fs.statSync(file).size > MAX_LOG_BYTES) fs.renameSync(file, `${file}.1`);
  return file;
}

/** Where a process of a system is remembered while it runs. */
export function pidFileOf(dir: string, name: string): string {
  return path.join(dir, 'pids', `${name}.pid`);
}
