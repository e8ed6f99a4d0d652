import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { failedChecks, type Report, runReplay } from '@daka/replay';
import {
  compilePlan,
  type Policy,
  type SimulatedCohort,
  simulateCohort,
  simulatedDays,
  type Simulation,
} from '@daka/rules';
import { seededRandom } from '@daka/service-kit/testing';

/** Each is a person who signs up, pays and checks in: a thousand take many minutes, and do so by night (DAKA_SWEEPS=all). */
const LEARNERS = Number(process.env['SIMULATED_LEARNERS'] ?? (process.env['DAKA_SWEEPS'] === 'all' ? 1_000 : 60));
/** Decides who it is that stops when, and when on their days the others check in. */
const SEED = Number(process.env['SIMULATED_SEED'] ?? 1);
const RUN_TIMEOUT_MS = 3_000_000;

/**
 * Nothing divides evenly: 331.07 over seven asked days that rise, and a pool in three parts. Misses of a day are forgiven, so that some complete
 * who are not perfect.
 */
const policy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_907,
  depositMinor: 33_107,
  startsOn: '2026-03-02',
  days: 8,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '03:00',
  restDays: { weekdays: [7], dates: [] },
  checkIn: { minCharacters: 5, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 0, quota: 0 },
  grace: { days: 0 },
  removal: { misses: 2, per: 'cohort' },
  refund: { curve: 'rising', ratio: 3, cadence: 'daily' },
  charity: { name: 'Harbour Library', address: '1 Harbour Road' },
  forfeits: {
    finishersBps: 8_100,
    organiserBps: 1_100,
    charityBps: 800,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

let dir: string;
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-simulated-'));
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

it(
  `says of ${LEARNERS} learners what the whole system makes of them, to the unit`,
  async () => {
    const simulation = { learners: LEARNERS, finishers: Math.round(LEARNERS * 0.6) };
    const simulated = simulateCohort(policy, simulation);
    // Otherwise the figures could agree without meaning anything.
    expect(simulated.completed).toBeGreaterThan(simulated.perfect);
    expect(simulated.completed).toBeLessThan(LEARNERS);
    for (const amountMinor of [simulated.bonusMinor, simulated.organiserMinor, simulated.charityMinor])
      expect(amountMinor).toBeGreaterThan(0);
    expect(simulated.bonusMinor % simulated.sharers).not.toBe(0);

    writeRecord(simulation);
    const report = await runReplay({ dir });
    expect(failedChecks(report, policy.depositMinor)).toEqual([]);
    expect(report.checkInsRefused).toEqual({});
    expect(outcomeOf(report)).toEqual(simulated);
    process.stdout.write(`${LEARNERS} simulated learners replayed in ${report.seconds} s\n`);
  },
  RUN_TIMEOUT_MS,
);

/**
 * As many days for as many people as the simulator plays, as a record that somebody could have kept: who it is that stops when, and at which
 * instant of a day somebody checks in, is drawn.
 */
function writeRecord(simulation: Simulation): void {
  const random = seededRandom(SEED);
  const required = compilePlan(policy, { timeZone: policy.timeZone, excused: [] }).days.filter(
    ({ kind }) => kind === 'required',
  );
  const days = random.shuffle(
    Array.from({ length: simulation.learners }, (_, index) => simulatedDays(index + 1, simulation, required.length)),
  );
  const lines = days.flatMap((count, index) =>
    required.slice(0, count).map(({ day, opensAtMs, closesAtMs }) => {
      const atMs = random.between(opensAtMs, closesAtMs - 1);
      return [nameOf(index), day, new Date(atMs).toISOString(), policy.checkIn.minCharacters].join();
    }),
  );
  const write = (name: string, rows: readonly string[]): void =>
    fs.writeFileSync(path.join(dir, name), `${rows.join('\n')}\n`);
  write('members.csv', ['member,time_zone', ...days.map((_, index) => `${nameOf(index)},${policy.timeZone}`)]);
  write('checkins.csv', ['member,day,submitted_at,characters', ...lines]);
  write('policy.json', [JSON.stringify(policy)]);
}

function nameOf(index: number): string {
  return `learner-${index + 1}`;
}

/** A replay's figures in the simulator's words: what the services, the ledger and the processor say, none of it worked out from the policy. */
function outcomeOf({ members, totals }: Report): SimulatedCohort {
  const completed = members.filter(({ status }) => status === 'completed');
  const bonuses = members.map(({ bonusMinor }) => bonusMinor);
  const depositsMinor = totals.refundedMinor + totals.poolMinor;
  return {
    completed: completed.length,
    perfect: completed.filter(({ missed }) => missed === 0).length,
    feesMinor: totals.chargedMinor - depositsMinor,
    depositsMinor,
    returnedMinor: totals.refundedMinor,
    poolMinor: totals.poolMinor,
    bonusMinor: totals.bonusMinor,
    sharers: bonuses.filter((amountMinor) => amountMinor > 0).length,
    mostBonusMinor: Math.max(...bonuses),
    organiserMinor: totals.organiserMinor,
    charityMinor: totals.charityMinor,
  };
}
