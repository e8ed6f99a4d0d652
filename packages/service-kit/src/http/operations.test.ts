import { Counter, Registry } from 'prom-client';
import supertest from 'supertest';
import type { ReadyReport } from './options';
import { startOperations } from './operations';
import type { HttpServer } from './server';

const quiet = { outboxPending: 0, consumerLag: 0, parked: 0, parkedNewer: 0, workPending: 0 };
const metrics = new Registry();
const coins = new Counter({ name: 'coins_total', help: 'Coins', registers: [metrics] });
let report: ReadyReport = { ready: true, parts: { mongo: true } };
let server: HttpServer;
const http = () => supertest(`http://127.0.0.1:${server.port}`);

beforeAll(async () => {
  server = await startOperations({ metrics, ready: async () => report, status: async () => quiet }, 0, '127.0.0.1');
});
afterAll(() => server.stop());

it('answers operators: whether it lives and is ready, what waits, and the metrics, to be kept by nobody', async () => {
  await http().get('/livez').expect(200, { live: true }).expect('Cache-Control', 'no-store');
  await http().get('/readyz').expect(200, report);
  await http().get('/statusz').expect(200, quiet);
  coins.inc(3);
  const { text } = await http()
    .get('/metrics')
    .expect(200)
    .expect('Content-Type', /^text\/plain/);
  expect(text).toContain('coins_total 3');
});

it('says 503 while a part is away, and still lives', async () => {
  report = { ready: false, parts: { mongo: false } };
  await http().get('/readyz').expect(503, report);
  await http().get('/livez').expect(200);
});

it('answers nothing else', async () => {
  for (const path of ['/', '/openapi.json', '/metrics/x']) await http().get(path).expect(404);
  await http().post('/metrics').expect(404);
});
