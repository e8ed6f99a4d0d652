import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const trust = readFileSync(join(root, 'docs/trust.md'), 'utf8');
/** The last cell of each row: what the attempt is shown by. */
const shownBy = trust.split('\n').flatMap((line) => /^\|.*\| (?<cell>[^|]+) \|$/u.exec(line)?.groups?.['cell'] ?? []);
const rows = shownBy.filter((cell) => cell !== 'shown by' && !cell.startsWith('-'));

describe('docs/trust.md', () => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows)('names what is there: %s', (cell) => {
    const named = [...cell.matchAll(/`(?<name>[^`]+)`/gu)].map(({ groups }) => groups?.['name'] ?? '');
    const paths = named.filter((name) => name.includes('/'));
    const commands = named.filter((name) => name.startsWith('npm run '));
    const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);
    expect(paths.length + commands.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(commands.filter((command) => !scripts.includes(command.slice('npm run '.length)))).toEqual([]);
  });

  it('names every journey against the operator', () => {
    const journeys = readdirSync(join(root, 'tests/src/journeys/operator'));
    expect(journeys.filter((file) => !trust.includes(`tests/src/journeys/operator/${file}`))).toEqual([]);
  });
});
