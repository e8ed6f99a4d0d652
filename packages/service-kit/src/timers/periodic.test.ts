import { createLogger } from '../logging';
import { eventually } from '../testing/eventually';
import { startPeriodic } from './index';

const logger = createLogger({ service: 'kit', level: 'silent' });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('runs at once and then again and again, never two at a time', async () => {
  let running = 0;
  let most = 0;
  let rounds = 0;
  const periodic = startPeriodic({
    name: 'p',
    everyMs: 1,
    logger,
    async run() {
      most = Math.max(most, ++running);
      await pause(3);
      running -= 1;
      rounds += 1;
    },
  });
  for (let i = 0; i < 5; i += 1) periodic.nudge();
  await eventually(() => rounds >= 3);
  await periodic.stop();
  expect(most).toBe(1);
});

it('runs soon when nudged, also when nudged during a round', async () => {
  let rounds = 0;
  const periodic = startPeriodic({ name: 'p', everyMs: 60_000, logger, run: async () => void (rounds += 1) });
  await eventually(() => rounds === 1);
  await pause(5);
  periodic.nudge();
  await eventually(() => rounds === 2);
  await periodic.stop();

  let slowRounds = 0;
  const slow = startPeriodic({
    name: 'p',
    everyMs: 60_000,
    logger,
    run: async () => void (await pause(20), (slowRounds += 1)),
  });
  await pause(5);
  slow.nudge();
  await eventually(() => slowRounds === 2);
  await slow.stop();
});

it('survives errors and waits longer each time, nudged or not', async () => {
  let rounds = 0;
  const periodic = startPeriodic({
    name: 'p',
    everyMs: 20,
    logger,
    run: async () => {
      rounds += 1;
      throw new Error('no');
    },
  });
  const nudging = setInterval(() => periodic.nudge(), 2);
  await pause(200);
  clearInterval(nudging);
  await periodic.stop();
  expect(rounds).toBeGreaterThanOrEqual(2);
  expect(rounds).toBeLessThanOrEqual(4);
});

it('stop aborts the signal, waits for the round and begins no other', async () => {
  let ended = 0;
  const periodic = startPeriodic({
    name: 'p',
    everyMs: 1,
    logger,
    run: async (signal) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await pause(5);
      ended += 1;
    },
  });
  await pause(5);
  await periodic.stop();
  expect(ended).toBe(1);
  await pause(20);
  expect(ended).toBe(1);
});
