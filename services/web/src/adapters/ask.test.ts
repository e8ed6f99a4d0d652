import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAsk } from './ask';

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('brings status and body, on one connection for one after the other', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((req, res) => {
    ports.add(req.socket.remotePort);
    res.writeHead(req.url === '/gone' ? 404 : 200).end(`${req.headers.authorization} 押金`);
  });
  const ask = createAsk({ url, timeoutMs: 5_000 });
  expect(await ask('/there', { authorization: 'Bearer mine' })).toEqual({ status: 200, body: 'Bearer mine 押金' });
  expect(await ask('/gone', { authorization: 'Bearer mine' })).toMatchObject({ status: 404 });
  expect(ports.size).toBe(1);
});

it.each<[string, RequestListener]>([
  ['nothing comes', () => undefined],
  ['it stops half-way', (_req, res) => void res.writeHead(200).write('{"half":')],
])('rejects in time where %s', async (_name, listener) => {
  const ask = createAsk({ url: await serve(listener), timeoutMs: 300 });
  await expect(ask('/', {})).rejects.toThrow(/did not answer in 300 ms|aborted/);
});

it('rejects where nobody listens, or the connection breaks', async () => {
  const url = await serve((_req, res) => void res.destroy());
  await expect(createAsk({ url, timeoutMs: 5_000 })('/', {})).rejects.toThrow(/socket hang up|ECONNRESET/);
  await expect(createAsk({ url: 'http://127.0.0.1:1', timeoutMs: 5_000 })('/', {})).rejects.toThrow('ECONNREFUSED');
});
