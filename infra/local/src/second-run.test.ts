import path from 'node:path';
import { repositoryRoot } from './paths';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
type Summary = Counts & { failedFiles?: (Counts & { path: string })[] };

const { filesToRunAgain, withSecondRun }: SecondRun = jest.requireActual<SecondRun>(
  path.join(repositoryRoot, 'infra', 'local', 'bootstrap', 'second-run.cjs'),
);
interface SecondRun {
  filesToRunAgain(summary: Summary): string[];
  withSecondRun(first: Summary, second: Summary): { sum: Counts; unstable: string[] };
}

const file = (name: string, failed = 1) => ({ path: name, passed: 4, failed, skipped: 0 });
const first: Summary = { passed: 100, failed: 2, skipped: 1, failedFiles: [file('a.test.ts'), file('b.test.ts')] };

it('runs a few failed files again', () => {
  expect(filesToRunAgain(first)).toEqual(['a.test.ts', 'b.test.ts']);
});

it.each<[string, Summary]>([
  ['all is well', { passed: 3, failed: 0, skipped: 0, failedFiles: [] }],
  [
    'too many failed',
    { passed: 3, failed: 4, skipped: 0, failedFiles: ['a', 'b', 'c', 'd'].map((name) => file(name)) },
  ],
  ['the run was cut short besides', { ...first, failed: 3 }],
  ['there is no summary of files', { passed: 0, failed: 1, skipped: 0 }],
])('runs nothing again where %s', (_name, summary) => {
  expect(filesToRunAgain(summary)).toEqual([]);
});

it('counts each test once, and names who passed only at the second time', () => {
  const second = { passed: 9, failed: 1, skipped: 0, failedFiles: [file('b.test.ts')] };
  expect(withSecondRun(first, second)).toEqual({
    sum: expect.objectContaining({ passed: 101, failed: 1, skipped: 1 }),
    unstable: ['a.test.ts'],
  });
});

it('clears nobody by a second run that did not come to its end', () => {
  expect(withSecondRun(first, { passed: 0, failed: 1, skipped: 0 })).toMatchObject({
    sum: { failed: 1 },
    unstable: [],
  });
});
