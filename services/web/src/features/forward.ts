import { Agent, type ServerResponse } from 'node:http';
import { HttpProblem, problemDocument } from '@daka/service-kit';
import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';

/** The services behind the public origin, by name. */
export type Upstreams = Readonly<Record<'membership' | 'payment' | 'homework' | 'checkin', string>>;

/** What is for operators only stays on the service's own port. */
const INTERNAL = /^\/(metrics|statusz|livez|readyz)(\/|$)/;
const TIMEOUT_MS = 30_000;

/** Forwards requests below one prefix to a service; a service that is away is a 503 problem, not a hanging page. */
export function forwardTo(name: string, url: string): RequestHandler {
  const proxy = createProxyMiddleware({
    target: url,
    agent: new Agent({ keepAlive: true, maxSockets: 128 }),
    xfwd: true,
    proxyTimeout: TIMEOUT_MS,
    on: {
      error: (_error, _req, res) => {
        if ('writeHead' in res) answerUnavailable(name, res);
        else res.destroy();
      },
    },
  });
  return (req, res, next) => {
    if (INTERNAL.test(req.path)) res.status(404).type('application/problem+json').send(JSON.stringify(problemDocument(new HttpProblem(404, 'not_found'))));
    else void proxy(req, res, next);
  };
}

function answerUnavailable(name: string, res: ServerResponse): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const problem = problemDocument(new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`));
  res.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' }).end(JSON.stringify(problem));
}
