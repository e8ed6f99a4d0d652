import fs from 'node:fs';
import path from 'node:path';
import mongoose from 'mongoose';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { spawnLogged, type LoggedChild } from '../process/logged-child';
import { reapLeftover } from '../process/pid-file';
import type { Log } from './fetch-once';
import { findMongod } from './find-mongod';
import { runPart, type Program, type RunningPart } from './program';

const REPLICA_SET = 'daka';
/** Transactions take milliseconds; a MongoDB of one's own should have the same limit. */
export const TRANSACTION_LIFETIME_SECONDS = 5;

const NOTHING_IS_SLOW_MS = 2 ** 31 - 1;

export interface PartOptions {
  /** Its files; kept between runs. */
  dataDir: string;
  /** A free one when left out. */
  port?: number;
  logFile?: string;
  pidFile?: string;
  /** Lets it outlive this process. */
  background?: boolean;
  cacheDir?: string;
  env?: NodeJS.ProcessEnv;
  log?: Log;
}

export interface RunningMongo extends RunningPart {
  /** Of the server, with the replica set, without a database. */
  readonly url: string;
  readonly source: 'installed' | 'fetched';
}

export interface PlannedMongo {
  program: Program;
  url: string;
  port: number;
  source: 'installed' | 'fetched';
}

/** Runs a real one-node MongoDB replica set on loopback; resolves once it accepts writes. */
export async function startMongo(options: PartOptions): Promise<RunningMongo> {
  const { program, port, url, source } = await planMongo(options);
  return Object.assign(await runPart(port, program), { url, source });
}

/** Finds (or fetches) MongoDB and settles where it will run, without starting it. */
export async function planMongo(options: PartOptions): Promise<PlannedMongo> {
  const { log = () => undefined, cacheDir = path.join(dakaDir, 'cache'), env = process.env } = options;
  const { mongod, source } = await findMongod({ cacheDir, env, log });
  const port = options.port ?? (await freePort());
  const program: Program = {
    name: 'MongoDB',
    spawn: () => spawnMongod(mongod, port, options),
    ready: () => becomePrimary(port),
  };
  return { program, url: `mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}`, port, source };
}

async function spawnMongod(mongod: string, port: number, options: PartOptions): Promise<LoggedChild> {
  const { dataDir } = options;
  const pidFile = options.pidFile ?? `${dataDir}.pid`;
  await reapLeftover(pidFile);
  fs.mkdirSync(dataDir, { recursive: true });
  return spawnLogged({
    command: mongod,
    args: [
      '--dbpath',
      dataDir,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--replSet',
      REPLICA_SET,
      '--wiredTigerCacheSizeGB',
      '0.25',
      '--oplogSize',
      '256',
      '--nounixsocket',
      '--quiet',
      // Slow commands are logged whole, with every value in them.
      '--slowms',
      String(NOTHING_IS_SLOW_MS),
      '--setParameter',
      'diagnosticDataCollectionEnabled=false',
      // A process that is killed inside a transaction keeps its documents from others for that long; the default is a minute.
      '--setParameter',
      `transactionLifetimeLimitSeconds=${TRANSACTION_LIFETIME_SECONDS}`,
    ],
    logFile: options.logFile ?? `${dataDir}.log`,
    pidFile: { file: pidFile, marker: dataDir },
    background: options.background,
  });
}

/** One step towards a writable primary: starts the replica set on first use, and moves it when the port has changed. */
async function becomePrimary(port: number): Promise<boolean> {
  const host = `127.0.0.1:${port}`;
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary']) return true;
    if (hello['setName'] === undefined) await initiate(admin, host);
    return false;
  } finally {
    await client.close();
  }
}

async function initiate(admin: mongoose.mongo.Db, host: string): Promise<void> {
  const members = [{ _id: 0, host }];
  const known = await admin.command({ replSetGetConfig: 1 }).catch(() => null);
  if (!known) {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  } else if (known['config'].members[0].host !== host) {
    await admin.command({
      replSetReconfig: { ...known['config'], version: known['config'].version + 1, members },
      force: true,
    });
  }
}
