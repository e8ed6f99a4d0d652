import net from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@daka/local';
import { startProxy, type Proxy } from './proxy';

let server: net.Server;
let proxy: Proxy;
let heard = '';

beforeEach(async () => {
  heard = '';
  server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      socket.write(chunk.toString().toUpperCase());
    });
  });
  const targetPort = await freePort();
  server.listen(targetPort, '127.0.0.1');
  await once(server, 'listening');
  proxy = await startProxy({ port: await freePort(), targetPort });
});
afterEach(async () => {
  await proxy.stop();
  await new Promise((resolve) => server.close(resolve));
});

async function connect() {
  const socket = net.connect({ host: '127.0.0.1', port: proxy.port });
  let answered = '';
  let hasEnded = false;
  socket.on('data', (chunk: Buffer) => {
    answered += chunk.toString();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    hasEnded = true;
  });
  await once(socket, 'connect');
  return {
    say: (text: string) => socket.write(text),
    answered: () => answered,
    hasEnded: () => hasEnded,
    end: () => socket.destroy(),
  };
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let look = 0; look < 400 && !holds(); look += 1) await sleep(10);
  expect(holds()).toBe(true);
}

it('carries both ways', async () => {
  const client = await connect();
  client.say('ping');
  await eventually(() => client.answered() === 'PING');
  expect(proxy.carried()).toEqual({ asked: 4, answered: 4 });
});

it('swallows what is answered: the server has done it, and the client learns only that the connection ended', async () => {
  const client = await connect();
  proxy.trouble('swallow');
  client.say('pay');
  await eventually(() => heard === 'pay');
  await sleep(50);
  expect(client.answered()).toBe('');
  proxy.heal();
  await eventually(client.hasEnded);
  expect(client.answered()).toBe('');
});

it.each(['lose', 'half_open'] as const)('with %s the server never hears of it', async (trouble) => {
  const client = await connect();
  proxy.trouble(trouble);
  client.say('pay');
  await sleep(100);
  expect(heard).toBe('');
  proxy.heal();
  await eventually(client.hasEnded);
});

it('cuts what is there and lets nobody in until it heals', async () => {
  const before = await connect();
  proxy.trouble('cut');
  await eventually(before.hasEnded);
  const during = await connect();
  await eventually(during.hasEnded);
  proxy.heal();
  const after = await connect();
  after.say('ping');
  await eventually(() => after.answered() === 'PING');
  after.end();
});

it('delays without losing or mixing anything, also what follows the delay', async () => {
  const client = await connect();
  proxy.trouble('delay');
  for (const letter of 'abcdef') {
    client.say(letter);
    await sleep(5);
  }
  expect(heard).toBe('');
  proxy.heal();
  client.say('g');
  await eventually(() => client.answered() === 'ABCDEFG');
  expect(heard).toBe('abcdefg');
});

it('ends one side when the other ends', async () => {
  const client = await connect();
  client.say('x');
  await eventually(() => client.answered() === 'X');
  await new Promise<void>((resolve) => {
    server.getConnections((_, count) => {
      expect(count).toBe(1);
      resolve();
    });
  });
  client.end();
  let left = 1;
  for (let look = 0; look < 200 && left > 0; look += 1) {
    await sleep(10);
    left = await new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  }
  expect(left).toBe(0);
});
