import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../testing/temp-dir';
import { makeKeyFile } from './key-file';

const dir = tempDir();

it('makes a key once, for its owner alone', () => {
  const file = path.join(dir, 'data', 'some.key');
  makeKeyFile(file);
  const first = fs.readFileSync(file, 'utf8');
  expect(Buffer.from(first, 'base64')).toHaveLength(32);
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  expect(fs.statSync(path.dirname(file)).mode & 0o077).toBe(0);
  makeKeyFile(file);
  expect(fs.readFileSync(file, 'utf8')).toBe(first);
  expect(fs.readdirSync(path.dirname(file))).toEqual(['some.key']);
});
