import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { eventually } from '../testing/eventually';

/** Starts the fixture as a process of its own, with an IPC channel as a supervisor would. */
function spawnService(...args: string[]) {
  const child: ChildProcess = fork(path.join(__dirname, 'process.fixture.ts'), args, {
    execArgv: ['-r', path.join(__dirname, 'typescript.fixture.cjs')],
    silent: true,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  // Not 'close': it never comes after the parent has disconnected.
  const ended = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'end'));
  const exited = Promise.all([once(child, 'exit'), ...ended]).then(([[code]]) => code as number | null);
  const up = () => eventually(() => output.stdout.includes('up\n'), { timeoutMs: 25_000 });
  return { child, output, exited, up };
}

jest.setTimeout(30_000);

it.each<[string, (child: ChildProcess) => unknown]>([
  ['SIGTERM', (child) => child.kill('SIGTERM')],
  ['SIGINT', (child) => child.kill('SIGINT')],
  ['a parent that went away', (child) => child.disconnect()],
  ['two signals', (child) => child.kill('SIGTERM') && child.kill('SIGINT')],
])('stops and exits 0 on %s', async (_what, end) => {
  const { child, output, exited, up } = spawnService('well');
  await up();
  end(child);
  expect(await exited).toBe(0);
  expect(output.stdout).toBe('up\nstopped\n');
});

it('names every bad setting in one line and exits 2', async () => {
  const { output, exited } = spawnService('config');
  expect(await exited).toBe(2);
  expect(output.stderr.trim().split('\n')).toHaveLength(1);
  expect(output.stderr).toMatch(
    /^fixture: bad settings: PORT "x".*LOG_LEVEL "loud".*MONGO_URL is missing.*KAFKA_BROKERS is missing.*JWKS_URL is missing/,
  );
  expect(output.stdout).toBe('');
});

it('says in one line which port is taken, and exits 1', async () => {
  const other = http.createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { output, exited } = spawnService('busy', String(port));
  expect(await exited).toBe(1);
  expect(output.stderr).toBe(
    `fixture: port ${port} is taken by another program; set PORT or OPERATIONS_PORT, or stop that program\n`,
  );
  other.close();
});

it.each(['broken', 'uncaught', 'rejected'])('logs what it cannot survive and exits 1: %s', async (fate) => {
  const { output, exited } = spawnService(fate);
  expect(await exited).toBe(1);
  expect(output.stdout).toContain('"level":"fatal"');
  expect(output.stdout).not.toContain('hunter2');
});

it('exits 1 when stopping fails', async () => {
  const { child, exited, up } = spawnService('stuck');
  await up();
  child.kill('SIGTERM');
  expect(await exited).toBe(1);
});
