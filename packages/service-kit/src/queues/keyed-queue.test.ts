import { setTimeout as sleep } from 'node:timers/promises';
import { QueueFullError } from './group-queue';
import { createKeyedQueue } from './keyed-queue';

it('runs the work of one key in order, past a failure, while other keys go on', async () => {
  const queue = createKeyedQueue();
  const log: string[] = [];
  const work = (name: string, ms: number) => async () => {
    await sleep(ms);
    log.push(name);
    if (name === 'a1') throw new Error('a1');
    return name;
  };
  const failing = queue.run('a', work('a1', 30));
  const following = queue.run('a', work('a2', 0));
  await queue.run('b', work('b1', 0));

  await expect(failing).rejects.toThrow('a1');
  await expect(following).resolves.toBe('a2');
  expect(log).toEqual(['b1', 'a1', 'a2']);
});

it('refuses more than may wait for one key, and takes work again when there is room', async () => {
  const queue = createKeyedQueue(1);
  const running = queue.run('a', () => sleep(5));
  await Promise.resolve();
  const waiting = [running, queue.run('a', () => sleep(5))];
  await expect(queue.run('a', async () => 'too much')).rejects.toThrow(QueueFullError);
  await expect(queue.run('b', async () => 'other key')).resolves.toBe('other key');
  await Promise.all(waiting);
  await expect(queue.run('a', async () => 'room')).resolves.toBe('room');
});
