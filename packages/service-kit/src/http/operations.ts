import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import { startHttpServer, type HttpServer } from './server';
import type { OperatorReports } from './options';

export interface OperationsOptions extends OperatorReports {
  metrics: Registry;
}

/**
 * What supervisors and operators ask: `/livez`, `/readyz` (503 while a part is away), `/statusz` and `/metrics`. It listens on a
 * port of its own, so that whoever may use a service is not thereby told how it fares, whatever stands before it.
 * @throws when the port is taken.
 */
export function startOperations(options: OperationsOptions, port: number, host?: string): Promise<HttpServer> {
  return startHttpServer(createOperationsApp(options), port, host);
}

function createOperationsApp({ metrics, ready, status }: OperationsOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    next();
  });
  app.get('/livez', (_req, res) => void res.json({ live: true }));
  app.get('/readyz', async (_req, res) => {
    const report = await ready();
    res.status(report.ready ? 200 : 503).json(report);
  });
  app.get('/statusz', async (_req, res) => void res.json(await status()));
  app.get('/metrics', async (_req, res) => void res.type(metrics.contentType).send(await metrics.metrics()));
  return app;
}
