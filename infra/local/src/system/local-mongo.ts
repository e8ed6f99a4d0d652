import fs from 'node:fs';
import path from 'node:path';
import { openAccess } from '../parts/access';
import { startMongo } from '../parts/start-mongo';
import type { Log } from '../parts/fetch-once';
import { OperatorProblem } from '../problem';
import { accessFileOf } from './layout';
import { acquireLock } from './lock';
import { logFileOf, pidFileOf } from './programs';
import { findRunningServers } from './running-servers';

/**
 * Gives `use` the MongoDB with this folder's data: the one named by MONGO_URL, else that of a running `npm start`,
 * else one that is started for it and stopped afterwards.
 */
export async function withLocalMongo<T>(
  env: NodeJS.ProcessEnv,
  dir: string,
  log: Log,
  use: (mongoUrl: string) => Promise<T>,
): Promise<T> {
  const { mongoUrl } = findRunningServers(env, dir);
  if (mongoUrl) return use(mongoUrl);
  const dataDir = path.join(dir, 'data', 'mongo');
  if (!fs.existsSync(dataDir))
    throw new OperatorProblem(
      'There are no data here yet. Start Daka with npm start, or set MONGO_URL to the MongoDB that it uses.',
    );
  const lock = acquireLock(path.join(dir, 'start.lock'));
  try {
    log('Starting MongoDB with the data of the last npm start ...');
    const mongo = await startMongo({
      dataDir,
      passwords: openAccess(accessFileOf(dir)).mongo,
      pidFile: pidFileOf(dir, 'mongo'),
      logFile: logFileOf(dir, 'mongo'),
      env,
      log,
    });
    try {
      return await use(mongo.url);
    } finally {
      await mongo.stop();
    }
  } finally {
    lock.release();
  }
}
