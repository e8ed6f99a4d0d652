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
