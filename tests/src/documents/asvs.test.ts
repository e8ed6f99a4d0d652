import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const document = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8');
const rows = [...document.matchAll(/^\| (V[\d.]+) \| ([12]) \| ([a-z ]+) \| (.+) \| (.+) \|$/gmu)].map(
  ([, number = '', level = '', state = '', how = '', shownBy = '']) => ({ number, level, state, how, shownBy }),
);
/** Requirements of level 1, and of levels 1 and 2, in version 5.0.0. */
const COUNTS = { one: 70, both: 253 };

describe('docs/security/asvs.md', () => {
  it('has each requirement of levels 1 and 2 once', () => {
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(COUNTS.one);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(COUNTS.both);
    expect(rows).toHaveLength(COUNTS.both);
  });

  it('says of each whether it is met, and sums that up', () => {
    const states = ['met', 'in part', 'open', 'not applicable'];
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
    for (const state of states)
      expect(document).toContain(`| ${state} | ${rows.filter((row) => row.state === state).length} |\n`);
  });

  it('names what is there, and something for each that is met', () => {
    const paths = rows.flatMap(({ number, state, shownBy }) => {
      const named = [...shownBy.matchAll(/`([^`]+)`/gu)].map(([, path = '']) => path);
      if (state === 'met' && named.length === 0) return [`${number} is met, shown by nothing`];
      return named.filter((path) => !existsSync(join(root, path))).map((path) => `${number}: ${path}`);
    });
    expect(paths).toEqual([]);
  });
});
