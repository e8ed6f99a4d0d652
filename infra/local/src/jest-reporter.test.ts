import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './paths';
import { tempDir } from './testing/temp-dir';

const reporter = path.join(repositoryRoot, 'infra', 'local', 'jest-reporter.cjs');
const jestProgram = path.join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
const dir = tempDir();

function run(name: string, files: Record<string, string>) {
  const rootDir = path.join(dir, name);
  fs.mkdirSync(rootDir);
  fs.writeFileSync(
    path.join(rootDir, 'jest.config.json'),
    JSON.stringify({ reporters: ['default', reporter], passWithNoTests: true, transform: {} }),
  );
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(rootDir, file), text);
  const { DAKA_TEST_SUMMARY: _unused, ...env } = process.env;
  const { stdout, status } = spawnSync(process.execPath, [jestProgram, '--runInBand'], {
    encoding: 'utf8',
    env,
    cwd: rootDir,
  });
  return { lastLine: stdout.trimEnd().split('\n').at(-1), status };
}

it.each([
  ['all pass', { 'a.test.js': 'it("a", () => {}); it("b", () => {});' }, '2 passed, 0 failed', 0],
  [
    'one fails and one is left out',
    { 'a.test.js': 'it("a", () => { throw new Error("no"); }); it.skip("b", () => {}); it("c", () => {});' },
    '1 passed, 1 failed, 1 skipped',
    1,
  ],
  [
    'a suite cannot run',
    { 'a.test.js': 'it("a", () => {});', 'b.test.js': 'require("./nowhere");' },
    '1 passed, 1 failed',
    1,
  ],
  ['there are no tests', {}, '0 passed, 1 failed', 1],
  ['every test is left out', { 'a.test.js': 'it.skip("a", () => {});' }, '0 passed, 1 failed, 1 skipped', 1],
])('sums up a run where %s', (name, files, lastLine, status) => {
  expect(run(name, files)).toEqual({ lastLine, status });
});
