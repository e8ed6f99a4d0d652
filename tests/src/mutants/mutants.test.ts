import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@daka/local';
import { mutants } from './mutants';
import { judge } from './run-tests';
import { mutate } from './tree';

const read = (file: string) => fs.readFileSync(path.join(repositoryRoot, file), 'utf8');

it('names at least 25 bugs, each once', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(25);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
  '%s can be planted, and its tests are there',
  (_name, mutant) => {
    const source = read(mutant.file);
    expect(mutate(source, mutant)).not.toBe(source);
    expect(mutant.tests.filter((test) => !fs.existsSync(path.join(repositoryRoot, test)))).toEqual([]);
  },
);

it('refuses a bug whose place is gone or not unique', () => {
  const mutant = { name: 'x', bug: '', file: 'f.ts', find: 'a', replace: 'b', tests: [] };
  expect(() => mutate('b', mutant)).toThrow('stands 0 times');
  expect(() => mutate('aa', mutant)).toThrow('stands 2 times');
});

it('finds its place however the lines are broken', () => {
  const mutant = { name: 'x', bug: '', file: 'f.ts', find: 'if (a.b) return [c, d];', replace: '', tests: [] };
  expect(mutate('x;\nif (\n  a.b\n) return [\n  c,\n  d,\n];\ny;', mutant)).toBe('x;\n\ny;');
  expect(() => mutate('if (ab) return [c, d];', mutant)).toThrow('stands 0 times');
});

it.each([
  ['a failed test', { numFailedTests: 1, numPassedTests: 3, numRuntimeErrorTestSuites: 0 }, 'caught'],
  ['tests that all pass', { numFailedTests: 0, numPassedTests: 3, numRuntimeErrorTestSuites: 0 }, 'survived'],
  ['tests that did not start', { numFailedTests: 0, numPassedTests: 0, numRuntimeErrorTestSuites: 1 }, 'broken'],
  ['no tests at all', { numFailedTests: 0, numPassedTests: 0, numRuntimeErrorTestSuites: 0 }, 'broken'],
] as const)('judges %s', (_what, report, verdict) => {
  expect(judge({ report, output: '' })).toBe(verdict);
});
