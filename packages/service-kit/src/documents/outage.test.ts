import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { createAggregateStore } from './aggregate-store';
import { connectMongo } from './connect';
import { isTransient } from './errors';
import { addCoin, jarOptions, openTestMongo, quiet } from './jar.fixture';
import type { MongoConnection } from './types';
import { archiveAndClear } from '../outbox/pending';

jest.setTimeout(30_000);

/** Stands before MongoDB, and ends every connection that speaks of a word. */
interface Relay {
  port: number;
  endsAt: string | null;
  stop(): void;
}

let relay: Relay;
let direct: MongoConnection;
let behind: MongoConnection;

beforeAll(async () => {
  direct = await openTestMongo();
  const url = new URL(process.env['MONGO_URL'] ?? '');
  relay = await startRelay({ host: url.hostname, port: Number(url.port) });
  url.host = `127.0.0.1:${relay.port}`;
  url.searchParams.delete('replicaSet');
  url.searchParams.set('directConnection', 'true');
  behind = await connectMongo({ url: url.href, db: direct.connection.name, logger: quiet });
});
afterAll(async () => {
  await behind?.stop();
  relay?.stop();
  await direct?.stop();
});
afterEach(() => {
  relay.endsAt = null;
});

const stored = (name: string, id: string) => direct.connection.collection(name).findOne({ _id: id } as object);
const storeWith = (jars: string, ahead: boolean) =>
  createAggregateStore({
    ...jarOptions(behind, jars),
    alongside: ({ events }) => [
      { collection: 'outage_texts', documents: events.map(({ coin }) => ({ _id: coin }) as object), ahead },
    ],
  });

it.each([
  ['before it', 'outage_ahead', true],
  ['together with it', 'outage_together', false],
])('what is stored %s and cannot be: nothing is written, and it may be tried again', async (_, jars, ahead) => {
  const id = randomUUID();
  const store = storeWith(jars, ahead);
  relay.endsAt = 'outage_texts';
  const failure: unknown = await store.change(id, addCoin(id)).catch((error: unknown) => error);
  expect(isTransient(failure)).toBe(true);
  expect(await stored(jars, id)).toBeNull();

  relay.endsAt = null;
  await store.change(id, addCoin(id));
  expect(await stored(jars, id)).toMatchObject({ version: 1 });
  expect(await stored('outage_texts', id)).toEqual({ _id: id });
});

it('events leave the outbox only once the archive has them', async () => {
  const id = randomUUID();
  const store = createAggregateStore(jarOptions(behind, 'outage_jars'));
  await store.change(id, addCoin('a'));
  const before = await stored('outage_jars', id);
  const events = (before?.['outbox'] ?? []) as never[];
  relay.endsAt = 'outage_jars_events';
  await expect(archiveAndClear(store.outbox, [{ subject: id, events }])).rejects.toThrow('closed');
  expect(await stored('outage_jars', id)).toEqual(before);
  expect(events).toHaveLength(1);
});

async function startRelay(target: { host: string; port: number }): Promise<Relay> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(target);
    const end = () => [client, upstream].forEach((socket) => socket.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    upstream.on('data', (chunk) => client.write(chunk));
    client.on('data', (chunk: Buffer) => {
      if (made.endsAt !== null && chunk.includes(made.endsAt)) end();
      else upstream.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const made: Relay = {
    port: (server.address() as net.AddressInfo).port,
    endsAt: null,
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return made;
}
