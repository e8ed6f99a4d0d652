import { randomUUID } from 'node:crypto';
import type { MongoConnection } from '../documents';
import { openTestMongo, quiet } from '../documents/jar.fixture';
import { eventually } from '../testing/eventually';
import { createLeases, type Leases, startPeriodic, type Periodic } from './index';

const LEASE_MS = 600;
const EVERY_MS = 20;
const within = { timeoutMs: 15_000 };

let mongo: MongoConnection;
let instances: Instance[] = [];

interface Instance {
  leases: Leases;
  periodics: Periodic[];
  /** Ends it as a kill would: nothing is given back. */
  vanish(): Promise<void>;
}

jest.setTimeout(30_000);
beforeEach(async () => {
  mongo = await openTestMongo();
  instances = [];
});
afterEach(async () => {
  for (const { periodics, leases } of instances) {
    await Promise.all(periodics.map((periodic) => periodic.stop()));
    await leases.stop();
  }
  await mongo.stop();
});

function startInstance(
  job: string,
  slots: number,
  run: (owner: string, slots: readonly number[]) => Promise<void>,
  owner: string = randomUUID(),
): Instance {
  const leases = createLeases({ connection: mongo.connection, owner, leaseMs: LEASE_MS });
  const lease = leases.of(job, slots);
  const periodic = startPeriodic({
    name: job,
    everyMs: EVERY_MS,
    logger: quiet,
    lease,
    run: (_signal, held) => run(owner, held),
  });
  const instance = {
    leases,
    periodics: [periodic],
    async vanish() {
      await periodic.stop();
      await lease.stop();
    },
  };
  instances.push(instance);
  return instance;
}

const leaseOf = (id: string) =>
  mongo.connection.collection<{ _id: string; owner: string }>('leases').findOne({ _id: id });

it.each([2, 8])('%i instances do the work of one: only one of them runs', async (count) => {
  const runs: string[] = [];
  for (let n = 0; n < count; n++) startInstance('sweep', 1, async (owner) => void runs.push(owner));
  // Long enough for several renewals by whoever holds it.
  const start = performance.now();
  await eventually(() => runs.length >= 60 && performance.now() - start > 3 * LEASE_MS, within);
  expect(new Set(runs).size).toBe(1);
});

it.each(['vanishes', 'stops'])('another takes over when the holder %s', async (end) => {
  const runs: string[] = [];
  const first = startInstance('sweep', 1, async (owner) => void runs.push(owner), 'first');
  await eventually(() => runs.length > 0, within);
  startInstance('sweep', 1, async (owner) => void runs.push(owner), 'second');

  await first.vanish();
  if (end === 'vanishes') expect(await leaseOf('sweep/0')).toMatchObject({ owner: 'first' });
  else {
    await first.leases.stop();
    // Given back; whoever has it now is not the one that stopped.
    expect((await leaseOf('sweep/0'))?.owner).not.toBe('first');
  }
  await eventually(() => runs.includes('second'), within);
  const taken = runs.indexOf('second');
  expect(runs.slice(taken)).not.toContain('first');
});

it('finds its lease again under its old name, before it has expired', async () => {
  const runs: string[] = [];
  const first = startInstance('sweep', 1, async () => undefined, 'one');
  await eventually(async () => (await leaseOf('sweep/0'))?.owner === 'one', within);
  await first.vanish();
  startInstance('sweep', 1, async (owner) => void runs.push(owner), 'one');
  await eventually(() => runs.length > 0, within);
  expect(await leaseOf('sweep/0')).toMatchObject({ owner: 'one' });
});

it('divides the slots of a job, each to one instance, and gives those of one that is gone to the others', async () => {
  const latest = new Map<string, readonly number[]>();
  const start = (owner: string) => startInstance('roll', 16, async (name, held) => void latest.set(name, held), owner);
  const divided = (...owners: string[]) => {
    const all = owners.flatMap((owner) => latest.get(owner) ?? []);
    const share = Math.ceil(16 / owners.length);
    return (
      all.length === 16 &&
      new Set(all).size === 16 &&
      owners.every((owner) => (latest.get(owner)?.length ?? 0) <= share)
    );
  };
  start('a');
  await eventually(() => divided('a'), within);
  const b = start('b');
  await eventually(() => divided('a', 'b'), within);
  await b.vanish();
  latest.delete('b');
  await eventually(() => divided('a'), within);
});

it('runs on every slot where it was nudged, whoever holds the lease', async () => {
  startInstance('sweep', 4, async () => undefined, 'holder');
  await eventually(async () => (await leaseOf('sweep/3'))?.owner === 'holder', within);
  const nudged: (readonly number[])[] = [];
  const leases = createLeases({ connection: mongo.connection, owner: 'other', leaseMs: 60_000 });
  const periodic = startPeriodic({
    name: 'sweep',
    everyMs: 60_000,
    logger: quiet,
    lease: { ...leases.of('sweep', 4), held: async () => [] },
    run: async (_signal, slots) => void nudged.push(slots),
  });
  instances.push({ leases, periodics: [periodic], vanish: async () => undefined });
  periodic.nudge();
  await eventually(() => nudged.length > 0, within);
  expect(nudged[0]).toEqual([0, 1, 2, 3]);
});
