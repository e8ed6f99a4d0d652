import { fork } from 'node:child_process';
import net from 'node:net';
import { freePort, isPortFree, requireFreePort } from './ports';

const listen = (port: number) =>
  new Promise<net.Server>((resolve) => {
    const server = net.createServer().listen(port, '127.0.0.1', () => resolve(server));
  });

it('never gives the same port twice, however many ask at once', async () => {
  const ports = await Promise.all(Array.from({ length: 60 }, freePort));
  expect(new Set(ports).size).toBe(60);
});

it('keeps a port from another process while the first one lives, though nothing listens on it', async () => {
  const mine = await Promise.all(Array.from({ length: 40 }, freePort));
  const free = await Promise.all(mine.map(isPortFree));
  expect(free.every(Boolean)).toBe(true);

  const other = fork(
    '-e',
    [
      `
    const net = require('node:net');
    const taken = ${JSON.stringify(mine)}.map((port) => new Promise((resolve) => net.createServer()
      .once('error', () => resolve(true)).listen({ port: port + 6000, host: '127.0.0.1' }, () => resolve(false))));
    Promise.all(taken).then((all) => { process.send(all.every(Boolean)); process.exit(); });
  `,
    ],
    { execPath: process.execPath, execArgv: [] },
  );
  expect(await new Promise((resolve) => other.once('message', resolve))).toBe(true);
});

it('says in one line who wants a busy port, and which setting changes it', async () => {
  const server = await listen(await freePort());
  const { port } = server.address() as net.AddressInfo;
  await expect(requireFreePort(port, 'web', 'WEB_PORT')).rejects.toThrow(
    `Port ${port} for web is in use by another program. Stop it, or set WEB_PORT to another port.`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort(port, 'web', 'WEB_PORT')).resolves.toBeUndefined();
});
