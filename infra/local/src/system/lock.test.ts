import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../testing/temp-dir';
import { acquireLock } from './lock';

const dir = tempDir();

it('is refused in one line while its holder lives, and free after the release', () => {
  const file = path.join(dir, 'held.lock');
  const lock = acquireLock(file);
  expect(() => acquireLock(file)).toThrow(
    `Daka already runs from this folder (process ${process.pid}). Stop that one first.`,
  );
  lock.release();
  acquireLock(file).release();
  expect(fs.existsSync(file)).toBe(false);
});

it('is taken over from a holder that was killed', () => {
  const file = path.join(dir, 'stale.lock');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  fs.writeFileSync(file, String(pid));
  acquireLock(file);
  expect(fs.readFileSync(file, 'utf8')).toBe(String(process.pid));
});

it('is taken over when its file is damaged', () => {
  const file = path.join(dir, 'damaged.lock');
  fs.writeFileSync(file, '');
  acquireLock(file);
  expect(fs.readFileSync(file, 'utf8')).toBe(String(process.pid));
});

it('leaves a lock alone that another process has taken since', () => {
  const file = path.join(dir, 'lost.lock');
  const lock = acquireLock(file);
  fs.writeFileSync(file, '1');
  lock.release();
  expect(fs.readFileSync(file, 'utf8')).toBe('1');
});
