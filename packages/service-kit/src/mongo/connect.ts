import mongoose from 'mongoose';
import type { Logger } from 'pino';
import type { MongoConnection } from './types';

const CONNECT_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 30_000;

/**
 * Connects a service to its own database; acknowledged writes are on a majority of the servers.
 * @throws MongooseServerSelectionError when no server answers within five seconds.
 */
export async function connectMongo({ url, db, logger }: { url: string; db: string; logger: Logger }): Promise<MongoConnection> {
  const connection = mongoose.createConnection(url, {
    dbName: db,
    serverSelectionTimeoutMS: CONNECT_TIMEOUT_MS,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
    waitQueueTimeoutMS: CONNECT_TIMEOUT_MS,
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
