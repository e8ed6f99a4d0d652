import fs from 'node:fs';
import path from 'node:path';
import { programsDir, tempDir } from '../testing/temp-dir';
import { findSpin } from './find-spin';

const dir = tempDir();
let count = 0;

/** Options whose PATH holds only the given scripts, and an empty cache. */
function machine(scripts: Record<string, string>) {
  const home = path.join(dir, String(count++));
  const lines: string[] = [];
  return {
    cacheDir: path.join(home, 'cache'),
    env: { PATH: programsDir(path.join(home, 'bin'), scripts) },
    log: (line: string) => lines.push(line),
  };
}

const cc = 'exit 0';
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? it : it.skip;

it('takes an installed spin, and fetches nothing', async () => {
  const options = machine({ cc, spin: 'exit 0' });
  expect(await findSpin(options)).toEqual({ spin: 'spin', cc: 'cc', source: 'installed' });
  expect(fs.existsSync(options.cacheDir)).toBe(false);
});

it('takes the one in the cache, once fetched', async () => {
  const options = machine({ cc });
  fs.mkdirSync(path.join(options.cacheDir, 'spin-6.5.2'), { recursive: true });
  expect(await findSpin(options)).toEqual({
    spin: path.join(options.cacheDir, 'spin-6.5.2', 'spin'),
    cc: 'cc',
    source: 'fetched',
  });
});

it('says first that the C compiler is missing', async () => {
  await expect(findSpin(machine({ spin: 'exit 0' }))).rejects.toThrow(
    'Spin writes a C program, and cc does not start. Install a C compiler (gcc or clang), or set CC.',
  );
});

onLinux('says what apt said when it has no such package', async () => {
  const options = machine({ cc, 'apt-get': 'echo "E: Unable to locate package spin" >&2; exit 100' });
  await expect(findSpin(options)).rejects.toThrow(
    "Fetching Spin failed (E: Unable to locate package spin). Check the network and apt's lists (apt-get update). Install spin 6.5 and put it on PATH.",
  );
  expect(fs.readdirSync(options.cacheDir)).toEqual([]);
});

onLinux('runs no package but the one that is pinned', async () => {
  const options = machine({ cc, 'apt-get': 'echo other > spin_6.5.2_amd64.deb', 'dpkg-deb': 'echo unpacked; exit 1' });
  await expect(findSpin(options)).rejects.toThrow(
    "Apt's package of Spin is another than the one known here (SHA-256 7e4fa2eb8c",
  );
  expect(fs.readdirSync(options.cacheDir)).toEqual([]);
});
