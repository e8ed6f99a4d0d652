import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LIFE, noLife, type Life } from './life';
import { FAULTS } from '../plan/acts';

/** What came of one seed. */
export interface Verdict {
  seed: number;
  isSound: boolean;
  reasons: string[];
  /** Faults by type. */
  acts: Record<string, number>;
  life: Life;
  looks: number;
  seconds: number;
}

const Counts = z.record(z.string(), z.int());
const Line = z.object({
  seed: z.int(),
  isSound: z.boolean(),
  reasons: z.array(z.string()),
  acts: Counts,
  life: Counts.transform((life): Life => ({ ...noLife(), ...life })),
  looks: z.int(),
  seconds: z.number(),
});
/** So many schedules have something of everything. */
const MANY_SCHEDULES = 10;

/** Verdicts of a run that may have been interrupted, one a line; a last line that was torn off says nothing. */
export function readVerdicts(file: string): Verdict[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line, index) => {
    try {
      return [Line.parse(JSON.parse(line))];
    } catch (error) {
      if (index === lines.length - 1) return [];
      throw new Error(`${file} line ${index + 1} is no verdict`, { cause: error });
    }
  });
}

/** On a line of its own, also after one that was torn off. */
export function keepVerdict(file: string, verdict: Verdict): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const isTorn = fs.existsSync(file) && !fs.readFileSync(file, 'utf8').endsWith('\n');
  if (isTorn)
    fs.writeFileSync(
      file,
      readVerdicts(file)
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
  fs.appendFileSync(file, `${JSON.stringify(verdict)}\n`);
}

export interface Sum {
  acts: Record<string, number>;
  life: Life;
  looks: number;
  seconds: number;
  /** Kinds of faults, and of what people do, that did not occur although there were schedules enough. */
  missing: string[];
}

export function sumUp(verdicts: readonly Verdict[]): Sum {
  const sum: Sum = { acts: {}, life: noLife(), looks: 0, seconds: 0, missing: [] };
  for (const { acts, life, looks, seconds } of verdicts) {
    for (const [type, count] of Object.entries(acts)) sum.acts[type] = (sum.acts[type] ?? 0) + count;
    for (const kind of LIFE) sum.life[kind] += life[kind];
    sum.looks += looks;
    sum.seconds += seconds;
  }
  if (verdicts.length >= MANY_SCHEDULES)
    sum.missing = [...FAULTS.filter((type) => !sum.acts[type]), ...LIFE.filter((kind) => sum.life[kind] === 0)];
  return sum;
}
