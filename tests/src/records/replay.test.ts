import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@daka/local';
import { failedChecks, readRecord, runReplay, type Report } from '@daka/replay';
import { expectedOf } from './expected';

const sharedDir = process.env['DAKA_SHARED'] ?? path.join(repositoryRoot, '../shared');
const inCi = !['', 'false', undefined].includes(process.env['CI']);
/** How fast a replay is, is a matter of the bench; here it may take its time. */
const RUN_TIMEOUT_MS = 1_500_000;

const known = new Map<string, Omit<Report, 'seconds'>>();

/** The report that the rules alone expect, to the unit; worked out once for each record. */
function expectedReport(dir: string, policyFile?: string): Omit<Report, 'seconds'> {
  const key = `${dir} ${policyFile}`;
  const report = known.get(key) ?? makeExpectedReport(dir, policyFile);
  known.set(key, report);
  return report;
}

function makeExpectedReport(dir: string, policyFile?: string): Omit<Report, 'seconds'> {
  const record = readRecord(dir, policyFile);
  const { evaluations, settlement, refused } = expectedOf(record);
  const { entryFeeMinor, depositMinor } = record.policy;
  const members = record.members.map(({ member }, index): Report['members'][number] => {
    const { removedOn, done, missed, entitledMinor } = evaluations.get(member)!;
    const bonusMinor = settlement.bonusMinor[index]!;
    return {
      member,
      memberNumber: index + 1,
      status: removedOn === null ? 'completed' : 'removed',
      removedOn,
      done,
      missed,
      entitledMinor,
      refundedMinor: entitledMinor,
      bonusMinor,
    };
  });
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    members,
    totals: {
      chargedMinor: members.length * (entryFeeMinor + depositMinor),
      refundedMinor: sum(members.map(({ entitledMinor }) => entitledMinor)),
      poolMinor: settlement.poolMinor,
      bonusMinor: sum(settlement.bonusMinor),
      organiserMinor: settlement.organiserMinor,
      charityMinor: settlement.charityMinor,
      ledgerBalanced: true,
      ledgerEqualsStripe: true,
    },
    checkInsSent: record.lines.length,
    checkInsRefused: refused,
  };
}

async function expectExactReplay(dir: string, policyFile?: string): Promise<void> {
  const { seconds, ...report } = await runReplay({ dir, policyFile });
  expect(report).toEqual(expectedReport(dir, policyFile));
  expect(failedChecks({ ...report, seconds }, readRecord(dir, policyFile).policy.depositMinor)).toEqual([]);
}

it(
  'replays the made-up record of the examples to the unit',
  async () => {
    const dir = path.join(repositoryRoot, 'examples/morning-pages');
    const report = expectedReport(dir);
    expect(Object.keys(report.checkInsRefused).length).toBeGreaterThan(4);
    expect(new Set(report.members.map(({ status }) => status))).toEqual(new Set(['completed', 'removed']));
    await expectExactReplay(dir);
  },
  RUN_TIMEOUT_MS,
);

/** The larger record takes minutes: through the services by night (DAKA_SWEEPS=all), by the rules alone in CI. */
const inFull = process.env['DAKA_SWEEPS'] === 'all';
const recorded = [
  { name: 'epf3_2025', policyName: 'policy.json', column: 2, removals: 14 },
  { name: 'epf3_2025', policyName: 'policy-strict.json', column: 3, removals: 16 },
  { name: 'web3_internship_2025', policyName: 'policy.json', column: 2, removals: 363, inFullOnly: true },
  { name: 'web3_internship_2025', policyName: 'policy-strict.json', column: 3, removals: 369, inFullOnly: true },
];

describe.each(recorded)(
  'the recorded cohort $name with $policyName',
  ({ name, policyName, column, removals, inFullOnly = false }) => {
    const dir = path.join(sharedDir, 'records', name);
    if (!fs.existsSync(dir)) {
      if (inCi)
        it('is present in CI', () => {
          throw new Error(`the records are missing: ${dir}`);
        });
      // oxlint-disable-next-line jest/no-disabled-tests -- the records may not be published, so they are not everywhere
      else it.skip(`is skipped: there is no folder ${dir}`, () => undefined);
      return;
    }
    const policyFile = path.join(dir, policyName);

    it('expects the removals that the organisers recorded', () => {
      const removed = expectedReport(dir, policyFile).members.map(({ member, removedOn }) => [member, removedOn ?? '']);
      const rows = fs
        .readFileSync(path.join(dir, 'expected.csv'), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','));
      expect(removed).toEqual(rows.map((cells) => [cells[0], cells[column - 1]]));
      expect(removed.filter(([, removedOn]) => removedOn !== '').length).toBe(removals);
    });

    if (!inFullOnly || inFull) it('is replayed to the unit', () => expectExactReplay(dir, policyFile), RUN_TIMEOUT_MS);
  },
);
