import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tempDir } from '../testing/temp-dir';
import { requireDiskSpace } from './disk-space';
import { fetchOnce } from './fetch-once';

const dir = tempDir();

function download(name: string, fill: (staging: string) => Promise<void>) {
  const lines: string[] = [];
  return {
    title: 'Thing 1.0',
    sizeMb: 1,
    neededMb: 1,
    dir: path.join(dir, name, 'thing'),
    log: (line: string) => lines.push(line),
    fill,
    lines,
  };
}

it('fetches once, and says so', async () => {
  const thing = download('once', async (staging) => fs.writeFileSync(path.join(staging, 'file'), 'whole'));
  await fetchOnce(thing);
  await fetchOnce(thing);
  expect(fs.readFileSync(path.join(thing.dir, 'file'), 'utf8')).toBe('whole');
  expect(thing.lines[0]).toBe('Fetching Thing 1.0 (1 MB) ...');
  expect(thing.lines[1]).toMatch(/^Fetched Thing 1\.0 in \d+\.\d s$/);
  expect(thing.lines).toHaveLength(2);
});

it('lets two fetch at once: both end with the same whole thing', async () => {
  const slow = (text: string, ms: number) =>
    download('race', async (staging) => {
      await sleep(ms);
      fs.writeFileSync(path.join(staging, 'file'), text);
    });
  const [first, second] = await Promise.all([fetchOnce(slow('quick', 10)), fetchOnce(slow('slow', 60))]);
  expect(first).toBe(second);
  expect(fs.readFileSync(path.join(first, 'file'), 'utf8')).toBe('quick');
  expect(fs.readdirSync(path.dirname(first))).toEqual(['thing']);
});

it('leaves nothing behind when it is cut off', async () => {
  const broken = download('broken', async (staging) => {
    fs.writeFileSync(path.join(staging, 'file'), 'ha');
    throw new Error('cut off');
  });
  await expect(fetchOnce(broken)).rejects.toThrow('cut off');
  expect(fs.readdirSync(path.dirname(broken.dir))).toEqual([]);
});

it('says how much disk space is missing, also for a folder that does not exist yet', async () => {
  const nearlyFull = async () => 12_000_000;
  const folder = path.join(dir, 'a', 'b', 'c');
  await expect(requireDiskSpace(folder, 400, 'MongoDB 6.0.5', nearlyFull)).rejects.toThrow(
    `Not enough disk space in ${folder}: MongoDB 6.0.5 needs 400 MB, 12 MB are free.`,
  );
  await expect(requireDiskSpace(folder, 12, 'MongoDB 6.0.5', nearlyFull)).resolves.toBeUndefined();
});
