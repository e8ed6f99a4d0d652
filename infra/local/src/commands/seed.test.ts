import fs from 'node:fs';
import path from 'node:path';
import type { System } from '../system/options';
import { tempDir } from '../testing/temp-dir';
import { seed } from './seed';

const seedDemo = jest.fn();
jest.mock('@daka/replay', () => ({ seedDemo }), { virtual: true });

const signIn = { role: 'owner', email: 'owner@example.org', password: 'correct horse', what: 'runs the business' };
const root = tempDir();
let count = 0;

function started(firstStart: boolean) {
  const setClock = jest.fn();
  return {
    system: { firstStart, origin: 'http://127.0.0.1:1', urls: {}, operationsUrls: {}, setClock } as unknown as System,
    setClock,
  };
}

const stateDir = () => path.join(root, String(count++));
const quiet = () => undefined;

it('makes the demo on the first start, gives the clock back, and remembers the sign-ins', async () => {
  const dir = stateDir();
  seedDemo.mockResolvedValueOnce({ signIns: [signIn], cohorts: [] });
  const { system, setClock } = started(true);
  expect(await seed(system, dir, quiet)).toEqual([signIn]);
  expect(setClock).toHaveBeenLastCalledWith('system');
  expect(await seed(started(false).system, dir, quiet)).toEqual([signIn]);
  expect(seedDemo).toHaveBeenCalledTimes(1);
});

it('gives the clock back when the demo fails, and says so at the next start', async () => {
  const dir = stateDir();
  seedDemo.mockRejectedValueOnce(new Error('payment does not answer'));
  const { system, setClock } = started(true);
  await expect(seed(system, dir, quiet)).rejects.toThrow('payment does not answer');
  expect(setClock).toHaveBeenLastCalledWith('system');
  await expect(seed(started(false).system, dir, quiet)).rejects.toThrow(
    'an earlier start was stopped while making it.',
  );
});

it('knows no sign-ins where the first start left the demo out', async () => {
  expect(await seed(started(false).system, stateDir(), quiet)).toEqual([]);
  expect(fs.existsSync(path.join(root, String(count - 1)))).toBe(false);
});
