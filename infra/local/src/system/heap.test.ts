import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../paths';
import { FIRST_COLLECTION_MB, GROWING_PERCENT, heapFlags, memoryBytes, SEMI_SPACE_MB } from './heap';

const gigabytes = (count: number) => count * 2 ** 30;
const limitOf = (flags: readonly string[]) =>
  Number(flags.find((flag) => flag.startsWith('--max-old-space-size='))?.split('=')[1]);

it.each([
  [0.25, 5, 112],
  [2, 5, 204],
  [2, 1, 512],
  [4, 5, 409],
  [64, 5, 512],
])('of %f GB each of %i processes gets %i MB of heap', (memory, processes, expected) => {
  expect(limitOf(heapFlags(processes, gigabytes(memory)))).toBe(expected);
});

it.each([
  [gigabytes(1), gigabytes(8), gigabytes(1)],
  [0, gigabytes(8), gigabytes(8)],
  [2 ** 64, gigabytes(8), gigabytes(8)],
])("takes the container's memory where it has less than the machine (%d of %d)", (constrained, total, expected) => {
  expect(memoryBytes(constrained, total)).toBe(expected);
});

it('gives flags that node takes', () => {
  const flags = heapFlags(5, gigabytes(2));
  const code = 'process.stdout.write(String(require("node:v8").getHeapStatistics().heap_size_limit))';
  const limitMb = Number(execFileSync(process.execPath, [...flags, '-e', code]).toString()) / 2 ** 20;
  // The young generation counts too.
  expect(limitMb).toBeGreaterThanOrEqual(204);
  expect(limitMb).toBeLessThanOrEqual(204 + 4 * SEMI_SPACE_MB);
});

it('leaves the limit in an image to node, which takes it from the container, and gives containers one', () => {
  const dockerfile = fs.readFileSync(path.join(repositoryRoot, 'infra/images/Dockerfile'), 'utf8');
  const flags = [
    `--max-semi-space-size=${SEMI_SPACE_MB}`,
    `--heap-growing-percent=${GROWING_PERCENT}`,
    `--initial-old-space-size=${FIRST_COLLECTION_MB}`,
  ];
  expect(dockerfile).toContain(`ENTRYPOINT ["node", ${flags.map((flag) => `"${flag}"`).join(', ')}`);
  expect(dockerfile).not.toContain('max-old-space-size');
  expect(fs.readFileSync(path.join(repositoryRoot, 'docker-compose.yml'), 'utf8')).toMatch(
    /mem_limit: \$\{SERVICE_MEMORY:-\d+m\}/,
  );
});
