import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { guard } from './guard';
import { isAlive } from './pid-file';

const victims: ChildProcess[] = [];
afterAll(() => victims.forEach((victim) => victim.kill('SIGKILL')));

async function idler(script = ''): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', `${script}; console.log("up"); setInterval(() => {}, 1000)`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  victims.push(child);
  await once(child.stdout!, 'data');
  return child as ChildProcess & { pid: number };
}

it('ends the process when its own pipe closes, as it does when the supervisor is killed', async () => {
  const victim = await idler();
  const { process: shell } = guard(victim.pid);
  const ended = once(victim, 'exit');
  shell.stdin!.destroy();
  expect(await ended).toEqual([null, 'SIGTERM']);
  await once(shell, 'exit');
});

it('kills what ignores SIGTERM', async () => {
  const victim = await idler('process.on("SIGTERM", () => {})');
  const { process: shell } = guard(victim.pid);
  const ended = once(victim, 'exit');
  shell.stdin!.destroy();
  expect(await ended).toEqual([null, 'SIGKILL']);
});

it('touches nothing once it is dismissed', async () => {
  const victim = await idler();
  const { process: shell, dismiss } = guard(victim.pid);
  dismiss();
  expect(await once(shell, 'exit')).toEqual([0, null]);
  expect(isAlive(victim.pid)).toBe(true);
});
