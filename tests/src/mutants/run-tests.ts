import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Verdict } from './mutant';

export interface TestRun {
  /** Null: jest gave no report. */
  report: { numFailedTests: number; numPassedTests: number; numRuntimeErrorTestSuites: number } | null;
  output: string;
}

const TIMEOUT_MS = 300_000;

/** Runs these test files of a tree; the servers are given, so that they need not be started for each bug. */
export async function runTests(
  dir: string,
  tests: readonly string[],
  env: Record<string, string>,
  options: { bail: boolean },
): Promise<TestRun> {
  const outputFile = path.join(dir, '.daka/report.json');
  fs.rmSync(outputFile, { force: true });
  const args = [
    path.join(dir, 'node_modules/jest/bin/jest.js'),
    ...tests.map((test) => path.join(dir, test)),
    '--runTestsByPath',
    '--runInBand',
    '--silent',
    '--json',
    `--outputFile=${outputFile}`,
    ...(options.bail ? ['--bail'] : []),
  ];
  const output = await run(args, dir, env);
  const report = fs.existsSync(outputFile)
    ? (JSON.parse(fs.readFileSync(outputFile, 'utf8')) as TestRun['report'])
    : null;
  return { report, output };
}

/** A bug that ends the process, or hangs it, is found as well; one that does not compile proves nothing. */
export function judge({ report, output }: TestRun): Verdict {
  if (report === null) return output.includes('SyntaxError') ? 'broken' : 'caught';
  if (report.numFailedTests > 0) return 'caught';
  return report.numRuntimeErrorTestSuites > 0 || report.numPassedTests === 0 ? 'broken' : 'survived';
}

function run(args: string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env, CI: '', DAKA_TEST_SUMMARY: path.join(cwd, '.daka/summary.json') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-20_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}
