import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../testing/temp-dir';
import { isAlive, reapLeftover, reapLeftovers, writePidFile } from './pid-file';

const dir = tempDir();
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGKILL')));

/** A process that, like a server, carries its data folder among its arguments. */
async function idler(marker: string, whenAskedToStop = 'process.exit(0)'): Promise<ChildProcess & { pid: number }> {
  const script = `process.on('SIGTERM', () => { ${whenAskedToStop} }); console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['-e', script, marker], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout!, 'data');
  return child as ChildProcess & { pid: number };
}

it('ends the leftover that the file names', async () => {
  const child = await idler('/state/one');
  const file = path.join(dir, 'one.pid');
  writePidFile(file, { pid: child.pid, marker: '/state/one' });
  const ended = once(child, 'exit');

  expect(await reapLeftover(file)).toBe(true);
  await ended;
  expect(fs.existsSync(file)).toBe(false);
});

it('leaves a process alone whose command line is not ours: its pid was reused', async () => {
  const child = await idler('/state/of-somebody-else');
  const file = path.join(dir, 'two.pid');
  writePidFile(file, { pid: child.pid, marker: '/state/two' });

  expect(await reapLeftover(file)).toBe(false);
  expect(isAlive(child.pid)).toBe(true);
  expect(fs.existsSync(file)).toBe(false);
});

it('reaps a whole folder, and survives a file that is damaged', async () => {
  const folder = path.join(dir, 'pids');
  const child = await idler('/state/three');
  writePidFile(path.join(folder, 'three.pid'), { pid: child.pid, marker: '/state/three' });
  fs.writeFileSync(path.join(folder, 'torn.pid'), '{"pid": 1');
  const ended = once(child, 'exit');

  expect(await reapLeftovers(folder)).toBe(1);
  await ended;
});
