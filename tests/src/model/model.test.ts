import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dakaDir, findSpin, type FoundSpin, repositoryRoot } from '@daka/local';
import { guards, spare } from './guards';
import { read, runModel } from './run-spin';

// Each search takes seconds; compiling it on a busy machine many more.
jest.setTimeout(300_000);

const model = readFileSync(join(repositoryRoot, 'infra/model/protocol.pml'), 'utf8');
const starts = (command: string, option: string) => spawnSync(command, [option]).status === 0;

/** Why the model cannot be searched on this machine; null: it can, and then any failure to is one of the test. */
function reasonAgainst(): string | null {
  const cc = process.env['CC'] || 'cc';
  if (!starts(cc, '--version')) return `no C compiler: ${cc} does not start`;
  if (starts('spin', '-V') || existsSync(join(dakaDir, 'cache/spin-6.5.2'))) return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'spin is not installed';
  return starts('apt-get', '--version') ? null : 'spin is not installed, and there is no apt-get to fetch it';
}

const MEMORY_MB = 1_500;
const reason = reasonAgainst();
const searched = reason === null ? it : it.skip;
const title = (what: string) => (reason === null ? what : `${what} (not looked at: ${reason})`);
if (reason !== null) process.stderr.write(`The model of the protocol is not searched: ${reason}.\n`);

const dir = mkdtempSync(join(tmpdir(), 'daka-model-'));
let spin: FoundSpin;
beforeAll(async () => {
  if (reason !== null) return;
  const log = (line: string) => void process.stderr.write(`${line}\n`);
  spin = await findSpin({ cacheDir: join(dakaDir, 'cache'), env: process.env, log });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

searched(title('nothing is wrong in any state with two acts, a fault and one who pays'), async () => {
  const run = { name: 'sound', faults: 1, acts: 2, payers: 1, memoryMb: MEMORY_MB };
  const found = await runModel(spin, run, dir);
  expect(found).toMatchObject({ isSound: true, error: null });
  expect(found.states).toBeGreaterThan(1_000_000);
});

searched.each(guards)(title('without $name something is'), async ({ name, breaks, bounds }) => {
  const found = await runModel(spin, { name, ...bounds, without: name, memoryMb: MEMORY_MB }, dir);
  expect(found.error).toMatch(breaks);
  expect(readFileSync(join(dir, name, 'steps.txt'), 'utf8')).toContain('protocol.pml');
});

searched(title('nobody waits for ever; without an answer by time somebody does'), async () => {
  const run = { faults: 1, acts: 1, payers: 1, isLiveness: true, memoryMb: MEMORY_MB };
  expect(await runModel(spin, { ...run, name: 'live' }, dir)).toMatchObject({ isSound: true });
  const stuck = await runModel(spin, { ...run, name: 'stuck', without: 'NO_ANSWER_BY_TIME' }, dir);
  expect(stuck.error).toContain('acceptance cycle');
});

searched(title('a search that memory cuts short shows nothing, and says so'), async () => {
  const run = { name: 'cut', faults: 1, acts: 2, payers: 1, memoryMb: 150 };
  await expect(runModel(spin, run, dir)).rejects.toThrow('Spin did not see all states, which shows nothing');
});

it('takes no silence for success', () => {
  expect(() => read('')).toThrow('Spin did not see all states');
  const counts = '     1500 states, stored\n  133.5\ttotal actual memory usage\n';
  expect(read(`State-vector 164 byte, depth reached 84, errors: 0\n${counts}`)).toMatchObject({ isSound: true });
  expect(() => read(`errors: 0\n${counts}error: max search depth too small\n`)).toThrow('did not see all states');
});

it('has a test for every guard that the model can do without', () => {
  const inModel = new Set(model.match(/\bNO_[A-Z]+(?:_[A-Z]+)*/g));
  expect([...guards.map(({ name }) => name), spare.name].sort()).toEqual([...inModel].sort());
});

it('every file that the decision names for an action of the model is there', () => {
  const page = readFileSync(join(repositoryRoot, 'docs/decisions/0023-model-of-the-protocol.md'), 'utf8');
  const files = [...page.matchAll(/`(\w[\w./-]+\.(?:ts|pml))`/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(join(repositoryRoot, file)))).toEqual([]);
  for (const action of page.matchAll(/^\| `(\w+)[^`]*` \|/gm)) expect(model).toContain(action[1]);
});
