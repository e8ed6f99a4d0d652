import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { Histogram, type Registry } from 'prom-client';
import { currentTrace, traceIdOf, withTrace, type Logger } from '../logging';
import { problemFor } from './failures';
import { createHandler } from './handle-route';
import { HttpProblem, sendProblem } from './problem';
import type { HttpAppOptions } from './options';
import type { RouteDefinition } from './route';

/** Named ranges of Express: loopback, link-local and those that no packet from the internet comes from. */
export const PRIVATE_ADDRESSES = ['loopback', 'linklocal', 'uniquelocal'];

/** The Express application of one service: its routes, with problem documents; how it fares is told elsewhere (operations.ts). */
export function createHttpApp<Ports>(options: HttpAppOptions<Ports>): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  // Web, or a balancer before it, says whom it speaks for; nobody else from outside is believed.
  app.set('trust proxy', PRIVATE_ADDRESSES);
  app.use(tracing());
  const { openApi } = options;
  if (openApi) app.get('/openapi.json', (_req, res) => void res.json(openApi));
  app.use(securityHeaders());
  const seconds = requestSeconds(options.metrics);
  const routes = options.routes.toSorted(literalFirst);
  for (const route of routes) app[route.method](route.path, measure(seconds, route), createHandler(route, options));
  addMethodNotAllowed(app, routes);
  app.use((_req, res) => sendProblem(res, new HttpProblem(404, 'not_found')));
  app.use(failures(options.logger));
  return app;
}

/** Every request runs under the caller's traceparent or a new one, and the answer names it. */
function tracing(): RequestHandler {
  return (req, res, next) =>
    withTrace(oneOf(req.headers.traceparent), () => {
      const trace = currentTrace();
      if (trace) res.set({ 'X-Correlation-Id': traceIdOf(trace), traceparent: trace, 'Cache-Control': 'no-store' });
      next();
    });
}

/** What helmet sets is the same for every answer: it is asked once, instead of its fourteen handlers at each request. */
function securityHeaders(): RequestHandler {
  const request = new IncomingMessage(new Socket());
  const asked = new ServerResponse(request);
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
  });
  set(request, asked, (error?: unknown) => {
    if (error !== undefined) throw error;
  });
  const headers = asked.getHeaderNames().map((name) => [name, asked.getHeader(name) ?? ''] as const);
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

/** '/submissions/mine' goes before '/submissions/:submissionId', whatever their order in the list. */
function literalFirst(one: RouteDefinition, other: RouteDefinition): number {
  const [a, b] = [one, other].map(({ path }) => path.replaceAll(/:\w+/g, '\uFFFF'));
  return a === b ? 0 : String(a) < String(b) ? -1 : 1;
}

function requestSeconds(metrics: Registry): Histogram<'route' | 'status'> {
  return new Histogram({
    name: 'daka_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [metrics],
  });
}

function measure(seconds: Histogram<'route' | 'status'>, { method, path }: RouteDefinition): RequestHandler {
  const name = `${method.toUpperCase()} ${path}`;
  return (_req, res, next) => {
    const started = performance.now();
    res.once('finish', () =>
      seconds.observe({ route: name, status: res.statusCode }, (performance.now() - started) / 1000),
    );
    next();
  };
}

function addMethodNotAllowed(app: Express, routes: readonly RouteDefinition[]): void {
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    app.all(path, (_req, res) => {
      res.set('Allow', allowed.join(', '));
      sendProblem(res, new HttpProblem(405, 'method_not_allowed', `Allowed: ${allowed.join(', ')}.`));
    });
  }
}

function failures(logger: Logger): express.ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const problem = problemFor(error);
    if (problem.status === 500)
      logger.error({ err: error, method: req.method, path: String(req.route?.path) }, 'a request failed');
    if (problem.status === 503) {
      logger.warn({ err: error }, 'a part that the service needs is away');
      res.set('Retry-After', '1');
    }
    sendProblem(res, problem);
  };
}
