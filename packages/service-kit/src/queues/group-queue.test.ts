import { createGroupQueue, QueueFullError } from './group-queue';

/** A queue whose groups end when the test says so. */
function heldQueue({ maxWaiting, groupsAtOnce }: { maxWaiting?: number; groupsAtOnce?: number } = {}) {
  const groups: { key: string; works: readonly number[]; end(): void; fail(error: Error): void }[] = [];
  const queue = createGroupQueue<number, number>({
    maxWaiting,
    groupsAtOnce,
    runGroup: (key, works) =>
      new Promise((resolve, reject) =>
        groups.push({ key, works, end: () => resolve(works.map((work) => work * 10)), fail: reject }),
      ),
  });
  return { queue, groups };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('runs together what waits together, in order, and answers each in its place', async () => {
  const { queue, groups } = heldQueue();
  const first = [queue.run('a', 1), queue.run('a', 2)];
  await turn();
  const second = [queue.run('a', 3), queue.run('a', 4)];
  const other = queue.run('b', 5);
  await turn();
  expect(groups.map(({ key, works }) => [key, works])).toEqual([
    ['a', [1, 2]],
    ['b', [5]],
  ]);
  groups[0]?.end();
  groups[1]?.end();
  expect(await Promise.all([...first, other])).toEqual([10, 20, 50]);
  await turn();
  expect(groups[2]?.works).toEqual([3, 4]);
  groups[2]?.end();
  expect(await Promise.all(second)).toEqual([30, 40]);
});

it('goes on after a group that failed', async () => {
  const { queue, groups } = heldQueue();
  const failing = queue.run('a', 1);
  await turn();
  const next = queue.run('a', 2);
  groups[0]?.fail(new Error('away'));
  await expect(failing).rejects.toThrow('away');
  await turn();
  groups[1]?.end();
  expect(await next).toBe(20);
});

it('keeps a group small and refuses more than may wait', async () => {
  const { queue, groups } = heldQueue({ maxWaiting: 40 });
  const all = Array.from({ length: 40 }, (_, n) => queue.run('a', n));
  await expect(queue.run('a', 41)).rejects.toThrow(QueueFullError);
  await turn();
  expect(groups[0]?.works).toHaveLength(32);
  groups[0]?.end();
  await turn();
  groups[1]?.end();
  expect(await Promise.all(all)).toHaveLength(40);
});

it('runs a few groups of a key at once where that is wanted', async () => {
  const { queue, groups } = heldQueue({ groupsAtOnce: 2 });
  const all: Promise<number>[] = [];
  for (const work of [1, 2, 3, 4]) {
    all.push(queue.run('a', work));
    await turn();
  }
  expect(groups.map(({ works }) => works)).toEqual([[1], [2]]);
  groups[1]?.end();
  await turn();
  expect(groups[2]?.works).toEqual([3, 4]);
  groups[0]?.end();
  groups[2]?.end();
  expect(await Promise.all(all)).toEqual([10, 20, 30, 40]);
});
