import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FAULTS } from '../plan/acts';
import { LIFE, noLife, type Life } from './life';
import { keepVerdict, readVerdicts, sumUp, type Verdict } from './verdicts';

let file: string;
beforeEach(() => {
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'verdicts-')), 'of', 'a-run.jsonl');
});
afterEach(() => fs.rmSync(path.dirname(path.dirname(file)), { recursive: true }));

const everything = (): Pick<Verdict, 'acts' | 'life'> => ({
  acts: Object.fromEntries(FAULTS.map((type) => [type, 1])),
  life: Object.fromEntries(LIFE.map((kind) => [kind, 2])) as Life,
});
const verdict = (seed: number, more: Partial<Verdict> = {}): Verdict => ({
  seed,
  isSound: true,
  reasons: [],
  ...everything(),
  looks: 3,
  seconds: 12.5,
  ...more,
});

it('are kept a line each, and read again', () => {
  expect(readVerdicts(file)).toEqual([]);
  const broken = verdict(6_001, { isSound: false, reasons: ['balanced: ada: off\nby one'] });
  keepVerdict(file, verdict(6_000));
  keepVerdict(file, broken);
  expect(fs.readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  expect(readVerdicts(file)).toEqual([verdict(6_000), broken]);
});

it('outlast a run that was killed while it wrote: the seed without a whole line is played again', () => {
  keepVerdict(file, verdict(6_000));
  fs.appendFileSync(file, JSON.stringify(verdict(6_001)).slice(0, 40));
  expect(readVerdicts(file).map(({ seed }) => seed)).toEqual([6_000]);
  keepVerdict(file, verdict(6_001));
  expect(readVerdicts(file)).toEqual([verdict(6_000), verdict(6_001)]);
});

it('say which line is none', () => {
  keepVerdict(file, verdict(6_000));
  fs.appendFileSync(file, '{"seed": 1}\n');
  keepVerdict(file, verdict(6_002));
  expect(() => readVerdicts(file)).toThrow('a-run.jsonl line 2 is no verdict');
});

it('add up, and name what never occurred once there are ten', () => {
  const some = (count: number, more: Partial<Verdict> = {}) =>
    Array.from({ length: count }, (_, index) => verdict(index, more));
  expect(sumUp(some(10))).toMatchObject({ looks: 30, seconds: 125, missing: [] });
  expect(sumUp(some(10)).life.payments).toBe(20);
  const { acts, life } = everything();
  delete acts['overtake'];
  const without = { acts, life: { ...life, rulings: 0, disputesWon: 0 } };
  expect(sumUp(some(10, without)).missing).toEqual(['overtake', 'rulings', 'disputesWon']);
  expect(sumUp(some(9, without)).missing).toEqual([]);
  expect(sumUp([...some(9, without), verdict(9)]).missing).toEqual([]);
  expect(sumUp([]).life).toEqual(noLife());
});
