import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem, type System } from '@daka/local';
import { failedChecks, runReplay, type Step } from '@daka/replay';
import { benchPolicy, planDays } from './learners';
import { printMemory } from './resident';

const LEARNERS = Number(process.env['BENCH_LEARNERS'] ?? 2_000);
const DAYS = Number(process.env['BENCH_DAYS'] ?? 100);
const CHARACTERS = 200;
/** Two bytes a character for V8, three in the database. */
const LETTERS = '今天早起读书打卡';
const STARTS_ON = '2026-03-02';
const SAID_EVERY_DAYS = 10;

/**
 * A replay of many learners over many days with texts of some length, through the services as they are shipped:
 * what is resident of each, and whether any of them died. Other sizes: BENCH_LEARNERS, BENCH_DAYS.
 */
export async function benchMemory(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-memory-'));
  try {
    const record = join(dir, 'record');
    writeRecord(record);
    const system = await startSystem({ dir: join(dir, 'system'), virtualClock: true });
    try {
      console.log(`\nMemory, a replay of ${LEARNERS} learners x ${DAYS} days x ${CHARACTERS} Chinese characters`);
      await replay(system, record);
    } finally {
      await system.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function replay(system: System, record: string): Promise<void> {
  const say = sayEvery(LEARNERS * SAID_EVERY_DAYS, () => printMemory(system));
  const report = await runReplay({ dir: record, system, letters: LETTERS, onProgress: say });
  printMemory(system);
  const died = Object.entries(system.restarts()).filter(([, times]) => times > 0);
  console.log(
    `  started again: ${died.map(([name, times]) => `${name} ${times} times`).join(', ') || 'none'} (wanted: none)`,
  );
  for (const failure of failedChecks(report, policy.depositMinor)) console.log(`  FAILED ${failure}`);
  console.log(`  ${report.seconds} s in all`);
}

function sayEvery(steps: number, say: () => void): (step: Step) => void {
  let phase = '';
  return (step) => {
    const isNew = step.phase !== phase;
    phase = step.phase;
    if (!isNew && (step.phase !== 'checking in' || step.done % steps !== 0)) return;
    console.log(`  ${step.phase}${step.total > 0 ? ` ${step.done} of ${step.total}` : ''}`);
    if (!isNew) say();
  };
}

const policy = benchPolicy({ startsOn: STARTS_ON, days: DAYS });

/** Everybody does every day. */
function writeRecord(dir: string): void {
  mkdirSync(dir);
  const members = Array.from({ length: LEARNERS }, (_, index) => `learner-${index + 1}`);
  const weekly = { ...policy, refund: { ...policy.refund, cadence: 'weekly' } };
  const lines = planDays(policy).flatMap((day) =>
    members.map((member) => `${member},${day},${day}T08:00Z,${CHARACTERS}`),
  );
  writeFileSync(join(dir, 'policy.json'), JSON.stringify(weekly));
  writeFileSync(
    join(dir, 'members.csv'),
    ['member,time_zone', ...members.map((name) => `${name},+08:00`), ''].join('\n'),
  );
  writeFileSync(join(dir, 'checkins.csv'), ['member,day,submitted_at,characters', ...lines, ''].join('\n'));
}
