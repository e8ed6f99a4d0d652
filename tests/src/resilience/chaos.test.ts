import { runChaos, type ChaosReport } from '@daka/chaos';

/** The seeds of CI; a nightly run takes 200 others. */
const SEED = 1;
const SCHEDULES = 10;
/** About three minutes alone on two cores. */
const RUN_TIMEOUT_MS = 1_800_000;

describe(`${SCHEDULES} seeded storms`, () => {
  let report: ChaosReport;

  beforeAll(async () => {
    report = await runChaos({ schedules: SCHEDULES, seed: SEED });
  }, RUN_TIMEOUT_MS);

  it('break no promise', () => {
    expect(report.failed).toEqual([]);
    expect(report.passed).toBe(SCHEDULES);
  });

  it('had something to break, and were looked at while they raged', () => {
    expect(report.missing).toEqual([]);
    expect(report.life.payments).toBeGreaterThan(3 * SCHEDULES);
    expect(report.life.checkIns).toBeGreaterThan(5 * SCHEDULES);
    expect(report.life.appeals).toBeGreaterThan(0);
    expect(report.life.refunds).toBeGreaterThan(5 * SCHEDULES);
    expect(Object.keys(report.acts).sort()).toEqual([
      'clock_back',
      'freeze',
      'kill',
      'network',
      'overtake',
      'processor',
      'resend',
    ]);
    expect(report.looks).toBeGreaterThan(5 * SCHEDULES);
  });
});
