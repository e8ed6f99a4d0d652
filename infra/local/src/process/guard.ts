import { spawn, type ChildProcess } from 'node:child_process';

const SCRIPT = `
read -r word && exit 0
kill -TERM "$1" || exit 0
for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 "$1" || exit 0; done
kill -KILL "$1"
`;

export interface Guard {
  readonly process: ChildProcess;
  /** The guarded process has ended by itself. */
  dismiss(): void;
}

/**
 * Ends another process once this one is gone, even by kill -9: a shell waits on a pipe that the system closes then.
 * For programs that cannot notice it themselves, such as mongod.
 */
export function guard(pid: number): Guard {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'daka-guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.once('error', () => undefined); // without a shell the pid file still lets the next start clean up
  shell.stdin.once('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  return { process: shell, dismiss: () => void shell.stdin.end('ended\n') };
}
