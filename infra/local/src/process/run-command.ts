import { spawn } from 'node:child_process';

export interface CommandResult {
  /** null: the program is not installed. */
  code: number | null;
  output: string;
}

const MAX_OUTPUT_CHARS = 64_000;

/** Runs a short-lived program and answers its exit code and both outputs together; ended after `timeoutMs`. */
export function runCommand(
  command: string, args: readonly string[], options: { timeoutMs: number; env?: NodeJS.ProcessEnv; cwd?: string },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env, cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: options.timeoutMs,
    });
    let output = '';
    const collect = (chunk: Buffer) => { output = (output + chunk.toString()).slice(-MAX_OUTPUT_CHARS); };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', () => resolve({ code: null, output }));
    child.once('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal} after ${options.timeoutMs} ms` : output }));
  });
}
