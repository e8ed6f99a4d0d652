import { Agent, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HttpProblem, problemDocument, sendProblem } from '@daka/service-kit';
import type { Request, RequestHandler, Response } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';
import { knownRoutesOf } from './known-routes';
import { readWhole } from './read-whole';

const TIMEOUT_MS = 30_000;
/** A service takes as many bodies at once; see MOST_AT_ONCE of the kit's files. */
const MOST_STREAMS = 200;

/** Forwards the requests that a service is there for, below one prefix; nothing else of it can be reached from outside. A service that is away is a 503 problem, not a hanging page. */
export function forwardTo(name: string, url: string): RequestHandler {
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  const proxy = createProxyMiddleware({
    target: url,
    agent: new Agent({ keepAlive: true, maxSockets: 128 }),
    xfwd: true,
    proxyTimeout: TIMEOUT_MS,
    on: {
      proxyReq: (outgoing, req) => sendBody(outgoing, bodies.get(req)),
      error: (_error, _req, res) => answerAway(name, res),
    },
  });
  // Files: their bytes go through as they come, over connections of their own, so that who sends slowly holds up nobody who asks.
  const streamed = createProxyMiddleware({
    target: url,
    agent: new Agent({ keepAlive: true, maxSockets: MOST_STREAMS }),
    xfwd: true,
    timeout: TIMEOUT_MS,
    proxyTimeout: TIMEOUT_MS,
    on: { error: (_error, _req, res) => answerAway(name, res) },
  });
  const known = knownRoutesOf(name);
  return async (req, res, next): Promise<void> => {
    const answer = known(req.method, req.path);
    if (answer === 'streamed') await streamed(req, res, next);
    else if (answer === 'yes') {
      const body = await wholeBody(req, res);
      if (body === null) return;
      bodies.set(req, body);
      await proxy(req, res, next);
    } else if (answer === 'no') sendProblem(res, new HttpProblem(404, 'not_found'));
    else {
      res.set('Allow', answer.allowed.join(', '));
      sendProblem(res, new HttpProblem(405, 'method_not_allowed', `Allowed: ${answer.allowed.join(', ')}.`));
    }
  };
}

/** Null: it did not come, and that has been answered. */
async function wholeBody(req: Request, res: Response): Promise<Buffer | null> {
  try {
    return await readWhole(req);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    // What is still under way would be read as the next request.
    res.set('Connection', 'close');
    sendProblem(res, error);
    return null;
  }
}

/** The body has been read, so nothing is left of it to be passed on by itself. */
function sendBody(outgoing: ClientRequest, body: Buffer | undefined): void {
  if (body === undefined || body.length === 0) return;
  outgoing.removeHeader('transfer-encoding');
  outgoing.setHeader('content-length', body.length);
  outgoing.write(body);
}

function answerAway(name: string, res: ServerResponse | Socket): void {
  if ('writeHead' in res) answerUnavailable(name, res);
  else res.destroy();
}

function answerUnavailable(name: string, res: ServerResponse): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const problem = problemDocument(
    new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`),
  );
  res.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '1' }).end(JSON.stringify(problem));
}
