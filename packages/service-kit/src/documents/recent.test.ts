import { createRecent } from './recent';

let nowMs = 0;
const monotonic = { nowMs: () => nowMs };
beforeEach(() => {
  nowMs = 0;
});

it('looks once a second for each id, however many ask', async () => {
  const looks: string[] = [];
  const recent = createRecent(async (id) => looks.push(id), monotonic);
  const found = await Promise.all([recent('a'), recent('a'), recent('b')]);
  nowMs = 999;
  expect([...found, await recent('a')]).toEqual([1, 1, 2, 1]);
  nowMs = 1_000;
  expect(await recent('a')).toBe(3);
  expect(looks).toEqual(['a', 'b', 'a']);
});

it('keeps a later look when an earlier one fails at last, and none that failed', async () => {
  const fail: (() => void)[] = [];
  let looks = 0;
  const recent = createRecent((_id) => {
    looks += 1;
    return looks === 1
      ? new Promise<number>((_, reject) => fail.push(() => reject(new Error('gone'))))
      : Promise.resolve(looks);
  }, monotonic);
  const first = recent('a');
  nowMs = 1_000;
  expect(await recent('a')).toBe(2);
  fail.forEach((now) => now());
  await expect(first).rejects.toThrow('gone');
  expect(await recent('a')).toBe(2);

  const failing = createRecent<number>(() => ((looks += 1), Promise.reject(new Error('down'))), monotonic);
  await expect(failing('a')).rejects.toThrow('down');
  await expect(failing('a')).rejects.toThrow('down');
  expect(looks).toBe(4);
});
