import RequestQueue from 'kafkajs/src/network/requestQueue';
import { quietenQueues } from './quiet-queues';
import { envelope, openBench, topic, type KafkaBench } from './kafka.fixture';

let bench: KafkaBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.stop());

/** Timers that are set while `ms` pass. */
async function timersWithin(ms: number): Promise<number> {
  const timers = jest.spyOn(globalThis, 'setTimeout');
  await new Promise((resolve) => setInterval(resolve, ms).unref());
  const count = timers.mock.calls.length;
  timers.mockRestore();
  return count;
}

it('a connection on which nothing waits sets no timers', async () => {
  await bench.send('a', [1]);
  expect(await timersWithin(300)).toBeLessThan(5);
});

it('what waits behind a full connection is sent all the same', async () => {
  const producer = bench.kafka.kafka.producer({ maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  const waited = jest.fn();
  producer.on(producer.events.REQUEST_QUEUE_SIZE, ({ payload }) => waited(payload.queueSize));
  const one = (index: number) =>
    producer.send({ topic: bench.prefix + topic, messages: [{ key: `s${index}`, value: envelope(`s${index}`, 1) }] });
  const sent = await Promise.all(Array.from({ length: 40 }, (_, index) => one(index)));
  expect(sent).toHaveLength(40);
  expect(Math.max(...waited.mock.calls.flat())).toBeGreaterThan(10);
  await producer.disconnect();
});

it.each([
  ['nothing waits', [], -1, 0],
  ['the broker has asked for a pause', [], 60_000, 1],
  // A pause may end between the request that is put off for it and the look at the clock here: it would wait for ever.
  ['something waits for a pause that is just over', ['a request'], -1, 1],
])('where %s, the queue is looked at again so often', (_where, pending, throttledForMs, looks) => {
  quietenQueues();
  const timers = jest.spyOn(globalThis, 'setTimeout');
  const throttledUntil = Date.now() + throttledForMs;
  const queue = Object.assign(Object.create(RequestQueue.prototype), { pending, throttledUntil });
  queue.scheduleCheckPendingRequests();
  expect(timers).toHaveBeenCalledTimes(looks);
  clearTimeout(queue.throttleCheckTimeoutId);
  timers.mockRestore();
});
