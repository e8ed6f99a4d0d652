import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../testing/temp-dir';
import { setClockFile } from './clock-file';

const file = path.join(tempDir(), 'state', 'clock');

it("holds an instant or the word for the system's clock, and nothing between", () => {
  setClockFile(file, '2025-03-01T08:00:00Z');
  expect(fs.readFileSync(file, 'utf8')).toBe('2025-03-01T08:00:00Z');
  setClockFile(file, 'system');
  expect(fs.readFileSync(file, 'utf8')).toBe('system');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['clock']);
});

it('refuses what is no instant, and keeps the time it has', () => {
  setClockFile(file, 'system');
  expect(() => setClockFile(file, 'tomorrow')).toThrow('not an ISO instant: tomorrow');
  expect(fs.readFileSync(file, 'utf8')).toBe('system');
});
