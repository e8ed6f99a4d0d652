import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClock } from './index';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-clock-'));
const CLOCK_FILE = path.join(dir, 'clock');
afterAll(() => fs.rmSync(dir, { recursive: true }));
afterEach(() => fs.rmSync(CLOCK_FILE, { force: true }));

const clock = createClock({ CLOCK_FILE, NODE_ENV: 'test' });
const isNow = (ms: number) => Math.abs(ms - Date.now()) < 1_000;

it('shows the instant in the file, as it is at each call', () => {
  fs.writeFileSync(CLOCK_FILE, '2026-03-01T00:00:00Z\n');
  expect(clock.nowMs()).toBe(Date.UTC(2026, 2, 1));
  fs.writeFileSync(CLOCK_FILE, '2026-03-02T00:00:00Z');
  expect(clock.nowMs()).toBe(Date.UTC(2026, 2, 2));
});

it('shows the time of the system where the file says so or is absent, or none is named', () => {
  expect(isNow(clock.nowMs())).toBe(true);
  fs.writeFileSync(CLOCK_FILE, 'system\n');
  expect(isNow(clock.nowMs())).toBe(true);
  expect(isNow(createClock({ CLOCK_FILE: '', NODE_ENV: 'production' }).nowMs())).toBe(true);
});

it.each(['', 'tomorrow'])('throws on a file that holds %j: a wrong time costs money', (content) => {
  fs.writeFileSync(CLOCK_FILE, content);
  expect(() => clock.nowMs()).toThrow(/no instant/);
});

it('is refused in production', () => {
  expect(() => createClock({ CLOCK_FILE, NODE_ENV: 'production' })).toThrow(/production/);
});
