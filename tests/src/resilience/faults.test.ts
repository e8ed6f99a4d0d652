import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@daka/local';
import { runReplay, type Report, type ReplayOptions } from '@daka/replay';

const sharedDir = process.env.DAKA_SHARED ?? path.join(repositoryRoot, '../shared');
const recorded = path.join(sharedDir, 'records/epf3_2025');
/** By night the recorded cohort where it is present (DAKA_SWEEPS=all), else the made-up one: the faults must change nothing in either. */
const isRecorded = process.env['DAKA_SWEEPS'] === 'all' && fs.existsSync(recorded);
const dir = isRecorded ? recorded : path.join(repositoryRoot, 'examples/morning-pages');
const RUN_TIMEOUT_MS = 900_000;

async function report(faults: Partial<ReplayOptions>): Promise<Omit<Report, 'seconds'>> {
  const { seconds: _, ...comparable } = await runReplay({ dir, ...faults });
  return comparable;
}

describe(`faults during the replay of ${path.basename(dir)} leave the report the same to the unit`, () => {
  let calm: Omit<Report, 'seconds'>;
  let reversed: Omit<Report, 'seconds'>;
  let unheard: Omit<Report, 'seconds'>;

  // Side by side, each on a system of its own; the one that kills servers comes alone.
  beforeAll(async () => {
    [calm, reversed, unheard] = await Promise.all([
      report({}),
      report({ webhooks: 'reversed' }),
      report({ webhooks: 'none' }),
    ]);
    expect(calm.totals).toMatchObject({ ledgerBalanced: true, ledgerEqualsStripe: true });
  }, RUN_TIMEOUT_MS);

  it(
    'kill -9 of each service, of Kafka and of MongoDB in the middle',
    async () => {
      expect(await report({ kill: true })).toEqual(calm);
    },
    RUN_TIMEOUT_MS,
  );

  it('every webhook twice and in reverse order', () => {
    expect(reversed).toEqual(calm);
  });

  it('no webhook at all', () => {
    expect(unheard).toEqual(calm);
  });
});
