import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '@daka/contracts';
import { type KafkaBench, openBench, topic } from '../kafka/kafka.fixture';
import { eventually } from '../testing/eventually';
import type { Consumer } from './types';

const MEMBERS = 8;
const WATCHDOG_MS = 3_000;
/** A message takes a part of the watchdog's limit, the backlog of a partition much longer than it. */
const MESSAGE_MS = 500;
const BACKLOG = 12;
const within = { timeoutMs: 40_000 };

let bench: KafkaBench;
jest.setTimeout(120_000);
beforeEach(async () => {
  bench = await openBench();
}, 20_000);
afterEach(() => bench.stop(), 30_000);

it('lets members without a partition live while others work off a backlog, and ends one that is stuck', async () => {
  const groupId = `${bench.prefix}${randomUUID()}`;
  const fatal: number[] = [];
  const done: string[] = [];
  const owners = new Set<number>();
  const release = new AbortController();
  let stuckSubject = '';
  let stuckOwner = -1;

  const start = (member: number) => {
    let turn: Promise<unknown> = Promise.resolve();
    const handle = ({ subject, id }: Received<typeof topic>) => {
      owners.add(member);
      const work = async () => {
        if (subject === stuckSubject) {
          stuckOwner = member;
          await sleep(60_000, undefined, { signal: release.signal }).catch(() => undefined);
        } else await sleep(MESSAGE_MS);
        done.push(id);
        return { outcome: 'applied' } as const;
      };
      // One at a time, as if all of them needed the same thing.
      const worked = turn.then(work);
      turn = worked;
      return worked;
    };
    return bench.consume(handle, { groupId, watchdogMs: WATCHDOG_MS, onFatal: () => fatal.push(member) });
  };
  const consumers: Consumer[] = [];
  for (let member = 0; member < MEMBERS; member++) consumers.push(await start(member));

  const subjects = Array.from({ length: 2 * BACKLOG }, () => randomUUID());
  for (const subject of subjects) await bench.send(subject, [1]);
  await eventually(() => done.length >= subjects.length, within);
  await eventually(async () => (await consumers[0]?.lag()) === 0, within);
  expect(fatal).toEqual([]);
  // As many as there are partitions have one each.
  expect(owners.size).toBe(2);

  stuckSubject = randomUUID();
  await bench.send(stuckSubject, [1]);
  await eventually(() => fatal.length > 0, within);
  expect(fatal).toEqual([stuckOwner]);
  release.abort();
});
