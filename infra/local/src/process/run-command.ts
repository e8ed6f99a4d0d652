import { spawn, type ChildProcess } from 'node:child_process';

export interface CommandResult {
  /** null: the program is not installed. */
  code: number | null;
  output: string;
}

/** Commands under way end with this process, so that an interrupted fetch leaves nothing behind. */
const underWay = new Set<ChildProcess>();
process.once('exit', () => underWay.forEach((child) => child.kill('SIGKILL')));

const MAX_OUTPUT_CHARS = 64_000;

/** Runs a short-lived program and answers its exit code and both outputs together; killed after `timeoutMs`. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { timeoutMs: number; env?: NodeJS.ProcessEnv; cwd?: string },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    underWay.add(child);
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-MAX_OUTPUT_CHARS);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    // spawn's own timeout option keeps the process alive when the program does not exist.
    const timer = setTimeout(() => {
      collect(Buffer.from(`\nended after ${options.timeoutMs} ms`));
      child.kill('SIGKILL');
    }, options.timeoutMs);
    const finish = (code: number | null) => {
      clearTimeout(timer);
      underWay.delete(child);
      resolve({ code, output });
    };
    child.once('error', () => finish(null));
    child.once('close', (code) => finish(code ?? 1));
  });
}
