import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Entry, PolicySchema, evaluate, policyWarnings } from './index.ts';

const LONG_AFTER = '2100-01-01T00:00:00Z';
const sharedDir = process.env.DAKA_SHARED ?? resolve(__dirname, '../../../../shared');
const cohorts = [
  { name: 'epf3_2025', members: 21, removed: 14, removedStrictly: 16 },
  { name: 'web3_internship_2025', members: 466, removed: 363, removedStrictly: 369 },
];
const inCi = !['', 'false', undefined].includes(process.env.CI);

describe.each(cohorts)('the recorded cohort $name', ({ name, members, removed, removedStrictly }) => {
  const dir = join(sharedDir, 'records', name);
  if (!existsSync(dir)) {
    if (inCi)
      it('is present in CI', () => {
        throw new Error(`the records are missing: ${dir}`);
      });
    // oxlint-disable-next-line jest/no-disabled-tests -- the records may not be published, so they are not everywhere
    else it.skip(`is skipped: there is no folder ${dir}`, () => undefined);
    return;
  }

  it.each([
    ['policy.json', 'removed_on', removed],
    ['policy-strict.json', 'removed_on_strict', removedStrictly],
  ] as const)('removes with %s exactly those of the column %s', (policyFile, column, removals) => {
    const policy = PolicySchema.parse(JSON.parse(readFileSync(join(dir, policyFile), 'utf8')));
    const checkIns = readCsv(join(dir, 'checkins.csv'));
    const outcomes = readCsv(join(dir, 'members.csv')).map(({ member = '', time_zone: timeZone = '' }) => {
      const entries = checkIns.filter((row) => row.member === member).map(toEntry);
      return { member, removedOn: evaluate(policy, { timeZone, excused: [] }, entries, LONG_AFTER).removedOn ?? '' };
    });

    expect(outcomes).toEqual(
      readCsv(join(dir, 'expected.csv')).map((row) => ({ member: row.member, removedOn: row[column] })),
    );
    expect([outcomes.length, outcomes.filter((outcome) => outcome.removedOn !== '').length]).toEqual([
      members,
      removals,
    ]);
  });

  it.each(['policy.json', 'policy-strict.json'])('has nothing in %s to warn of', (policyFile) => {
    const policy = PolicySchema.parse(JSON.parse(readFileSync(join(dir, policyFile), 'utf8')));
    const paidFromMs = Date.parse(`${policy.startsOn}T00:00:00Z`) - 30 * 86_400_000;
    expect(policyWarnings({ policy, appealDays: 3, paidFromMs })).toEqual([]);
  });
});

type Row = Record<string, string>;

function toEntry({ day = '', submitted_at: acceptedAt = '', characters = '' }: Row): Entry {
  return { day, acceptedAt, characters: Number(characters) };
}

function readCsv(path: string): Row[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [columns[index] ?? '', value])));
}
