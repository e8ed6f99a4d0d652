import mongoose from 'mongoose';
import type { Logger } from 'pino';
import type { MongoConnection } from './types';

const CONNECT_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 30_000;

/**
 * Connects a service to its own database; acknowledged writes are on a majority of the servers.
 * @throws MongooseServerSelectionError when no server answers in time (`timeoutMs`, default 5,000).
 */
export async function connectMongo(options: {
  url: string;
  db: string;
  logger: Logger;
  timeoutMs?: number;
}): Promise<MongoConnection> {
  const { url, db, logger, timeoutMs = CONNECT_TIMEOUT_MS } = options;
  const connection = mongoose.createConnection(url, {
    dbName: db,
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
    waitQueueTimeoutMS: timeoutMs,
    maxPoolSize: 20,
    writeConcern: { w: 'majority' },
    ignoreUndefined: true,
    bufferCommands: false,
  });
  // Without a listener a lost connection would be an unhandled error; operations report it themselves.
  connection.on('error', (error: unknown) => logger.warn({ err: error }, 'MongoDB connection'));
  await connection.asPromise();
  return { connection, logger, stop: () => connection.close() };
}
