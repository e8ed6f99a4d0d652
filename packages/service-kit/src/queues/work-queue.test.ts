import { createWorkQueue } from './work-queue';

const logger = { warn: jest.fn() } as unknown as Parameters<typeof createWorkQueue>[0]['logger'];
const turn = () => new Promise((resolve) => setImmediate(resolve));

function gate() {
  const started: [string, boolean][] = [];
  const waiting: (() => void)[] = [];
  return {
    started,
    run: (id: string, isFresh: boolean) =>
      new Promise<void>((resolve) => {
        started.push([id, isFresh]);
        waiting.push(resolve);
      }),
    release: async () => {
      waiting.shift()?.();
      await turn();
    },
  };
}

it('runs so many at once, the others in the order of arrival', async () => {
  const { run, started, release } = gate();
  const queue = createWorkQueue({ run, concurrency: 2, logger });
  for (const id of ['a', 'b', 'c']) queue.add(id, false);
  expect(started.map(([id]) => id)).toEqual(['a', 'b']);
  await release();
  expect(started.map(([id]) => id)).toEqual(['a', 'b', 'c']);
});
it('never works twice at once on the same id, but once more when it was added meanwhile', async () => {
  const { run, started, release } = gate();
  const queue = createWorkQueue({ run, concurrency: 4, logger });
  queue.add('a', false);
  queue.add('a', false);
  queue.add('a', true);
  expect(started).toEqual([['a', false]]);
  await release();
  expect(started).toEqual([
    ['a', false],
    ['a', true],
  ]);
  await release();
  expect(started).toHaveLength(2);
});
it('goes on after an error', async () => {
  const seen: string[] = [];
  const queue = createWorkQueue({
    run: async (id) => {
      seen.push(id);
      if (id === 'a') throw new Error('no');
    },
    concurrency: 1,
    logger,
  });
  queue.add('a', false);
  queue.add('b', false);
  await turn();
  expect(seen).toEqual(['a', 'b']);
});
it('stops: what runs is waited for, what waits is dropped', async () => {
  const { run, started, release } = gate();
  const queue = createWorkQueue({ run, concurrency: 1, logger });
  queue.add('a', false);
  queue.add('b', false);
  const stopped = queue.stop();
  queue.add('c', false);
  await release();
  await stopped;
  expect(started.map(([id]) => id)).toEqual(['a']);
  expect(queue.size()).toBe(0);
});
