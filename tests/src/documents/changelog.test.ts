import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const { version } = JSON.parse(text('package.json')) as { version: string };

describe('one version', () => {
  it('is the newest in CHANGELOG.md, with newer ones first and a place for what is not released', () => {
    const headings = [...text('CHANGELOG.md').matchAll(/^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)];
    const [unreleased, ...versions] = headings.map(([, name]) => name);
    expect(unreleased).toBe('Unreleased');
    expect(versions[0]).toBe(version);
    expect(versions).toEqual(versions.toSorted((a = '', b = '') => b.localeCompare(a, 'en', { numeric: true })));
    expect(headings.slice(1).every(([, , day]) => day !== undefined)).toBe(true);
  });

  it('is the lock file’s', () => {
    const lock = JSON.parse(text('package-lock.json')) as { version: string; packages: { '': { version: string } } };
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  const dir = 'packages/contracts/generated';
  it.each(readdirSync(join(root, dir)))('is that of %s', (file) => {
    expect(JSON.parse(text(`${dir}/${file}`)).info.version).toBe(version);
  });
});
