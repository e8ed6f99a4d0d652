import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

export interface HttpServer {
  port: number;
  /** Lets running requests end, for a bounded time, and closes. */
  stop(): Promise<void>;
}

const DRAIN_MS = 5_000;
const CLOSE_IDLE_EVERY_MS = 20;

/** Listens on a port (0: any free one) of a host (default: all addresses). @throws when the port is taken. */
export async function startHttpServer(app: Express, port: number, host?: string): Promise<HttpServer> {
  const server = createServer(app);
  server.keepAliveTimeout = 30_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  // A string only for a server on a pipe.
  return { port: (server.address() as AddressInfo).port, stop: () => drain(server) };
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // A connection that is kept alive becomes idle only after the request that runs on it.
  const closingIdle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
  const forced = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(closingIdle);
  clearTimeout(forced);
}
