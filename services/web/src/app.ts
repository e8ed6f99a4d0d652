import { createLogger, hostOf, HttpProblem, sendProblem, startHttpServer, type ConfigOf } from '@daka/service-kit';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { settings } from './config';
import { apiReference } from './features/api-reference';
import { exportEnrolment } from './features/export-enrolment';
import { forwardTo, type Upstreams } from './features/forward';
import { startPage } from './features/start-page';

/** Starts the public origin: forwards /api/<service>/..., shows the API reference. */
export async function startWeb(config: ConfigOf<typeof settings>) {
  const logger = createLogger({ service: 'web', level: config.LOG_LEVEL });
  const upstreams: Upstreams = {
    membership: config.MEMBERSHIP_URL,
    payment: config.PAYMENT_URL,
    homework: config.HOMEWORK_URL,
    checkin: config.CHECKIN_URL,
  };
  const server = await startHttpServer(createWeb(upstreams), config.PORT, hostOf(config));
  logger.info({ port: server.port }, 'ready');
  return { ...server, url: `http://127.0.0.1:${server.port}` };
}

function createWeb(upstreams: Upstreams): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/livez', (_req, res) => void res.json({ live: true }));
  app.get('/readyz', async (_req, res) => {
    const parts = await readiness(upstreams);
    const ready = Object.values(parts).every(Boolean);
    res.status(ready ? 200 : 503).json({ ready, parts });
  });
  for (const [name, url] of Object.entries(upstreams)) app.use(`/api/${name}`, forwardTo(name, url));
  app.use(helmet());
  app.get('/api/export/enrolments/:enrolmentId', exportEnrolment(upstreams));
  app.use('/docs', apiReference(Object.keys(upstreams)));
  app.get('/', startPage(Object.keys(upstreams)));
  app.use((_req, res) => sendProblem(res, new HttpProblem(404, 'not_found')));
  return app;
}

async function readiness(upstreams: Upstreams): Promise<Record<string, boolean>> {
  const checks = Object.entries(upstreams).map(async ([name, url]) => [name, await isReady(url)] as const);
  return Object.fromEntries(await Promise.all(checks));
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
