import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { kafkaAccessSettings, loadConfig } from '@daka/service-kit';
import mongoose from 'mongoose';
import { startWeb } from '../app';
import type { Config } from '../config';

/** A service behind the origin that answers as it is told. */
export interface Upstream {
  url: string;
  stop(): Promise<void>;
}

export interface Reply {
  status: number;
  body?: object;
  headers?: Record<string, string | string[]>;
}

export async function startUpstream(
  reply: (req: IncomingMessage, body: string) => Reply | Promise<Reply>,
): Promise<Upstream> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => void answer(Buffer.concat(chunks).toString()));
    const answer = async (text: string) => {
      const { status, body, headers } = await reply(req, text);
      const type = status < 300 ? 'application/json' : 'application/problem+json';
      res.writeHead(status, { 'content-type': type, ...headers }).end(body && JSON.stringify(body));
    };
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Nobody listens there. */
export const AWAY = 'http://127.0.0.1:9';
export const ORIGIN = 'http://localhost:8080';

/** The public origin with a database of its own; several with the same `db` are instances of one. */
export async function startOrigin(changes: Partial<Config>) {
  const mongoUrl = process.env['MONGO_URL'] ?? '';
  const db = changes.MONGO_DB ?? `t_${randomUUID().slice(0, 8)}_web`;
  const web = await startWeb({
    HOST: '',
    PORT: 0,
    OPERATIONS_PORT: 0,
    OPERATIONS_HOST: '',
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    MONGO_URL: mongoUrl,
    MONGO_DB: db,
    ...loadConfig(kafkaAccessSettings, {}),
    KAFKA_BROKERS: '',
    TOPIC_PREFIX: '',
    INSTANCE_ID: '',
    JWKS_URL: `${AWAY}/jwks.json`,
    PUBLIC_ORIGIN: ORIGIN,
    CLOCK_FILE: '',
    MEMBERSHIP_URL: AWAY,
    PAYMENT_URL: AWAY,
    HOMEWORK_URL: AWAY,
    CHECKIN_URL: AWAY,
    ...changes,
  });
  return {
    url: web.url,
    operationsUrl: web.operationsUrl,
    db,
    async stop() {
      await web.stop();
      const connection = await mongoose.createConnection(mongoUrl, { dbName: db }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
