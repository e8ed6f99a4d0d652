import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { OperatorProblem } from '../problem';
import { lastLines, spawnLogged, type LoggedChild } from '../process/logged-child';
import { reapLeftover } from '../process/pid-file';
import type { Log } from './fetch-once';
import { findMongod } from './find-mongod';

const REPLICA_SET = 'daka';
const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 15_000;

export interface PartOptions {
  /** Its files; kept between runs. */
  dataDir: string;
  /** A free one when left out. */
  port?: number;
  logFile?: string;
  /** Lets it outlive this process. */
  background?: boolean;
  cacheDir?: string;
  env?: NodeJS.ProcessEnv;
  log?: Log;
}

/** A part of the system that can be stopped, killed and brought back with the same port and data. */
export interface RunningPart {
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  child(): LoggedChild;
  stop(): Promise<void>;
  /** SIGKILL, as a crash would end it. */
  kill(): Promise<void>;
  /** Starts it again after it ended. */
  restart(): Promise<void>;
}

export interface RunningMongo extends RunningPart {
  /** Of the server, with the replica set, without a database. */
  readonly url: string;
  readonly source: 'installed' | 'fetched';
}

/** Runs a real one-node MongoDB replica set on loopback; resolves once it accepts writes. */
export async function startMongo(options: PartOptions): Promise<RunningMongo> {
  const { log = () => undefined, cacheDir = path.join(dakaDir, 'cache'), env = process.env } = options;
  const { mongod, source } = await findMongod({ cacheDir, env, log });
  const port = options.port ?? await freePort();
  const launch = () => launchMongod(mongod, port, options);
  const part = await runPart(port, launch);
  return Object.assign(part, { url: `mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}`, source });
}

/** Gives a launcher the handles that every part has. */
export async function runPart(port: number, launch: () => Promise<LoggedChild>): Promise<RunningPart> {
  let child = await launch();
  return {
    get pid() { return child.pid; },
    port,
    logFile: child.logFile,
    child: () => child,
    async stop() { await child.stop(STOP_GRACE_MS); },
    async kill() { await child.kill('SIGKILL'); },
    async restart() {
      await child.stop(STOP_GRACE_MS);
      child = await launch();
    },
  };
}

/** Waits until `ready` answers true; shows the end of the log when the process ends first or time is up. */
export async function waitUntilReady(child: LoggedChild, name: string, ready: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await ready().catch(() => false))) {
    if (!child.running() || Date.now() > deadline) {
      const why = child.running() ? `was not ready after ${READY_TIMEOUT_MS / 1000} s` : 'ended while starting';
      await child.stop(1_000);
      throw new OperatorProblem(`${name} ${why}. The end of ${child.logFile}:\n${lastLines(child.logFile, 15)}`);
    }
    await sleep(50);
  }
}

async function launchMongod(mongod: string, port: number, options: PartOptions): Promise<LoggedChild> {
  const { dataDir } = options;
  const pidFile = `${dataDir}.pid`;
  await reapLeftover(pidFile);
  fs.mkdirSync(dataDir, { recursive: true });
  const child = await spawnLogged({
    command: mongod,
    args: [
      '--dbpath', dataDir, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', REPLICA_SET,
      '--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '256', '--nounixsocket', '--quiet',
      '--setParameter', 'diagnosticDataCollectionEnabled=false',
    ],
    logFile: options.logFile ?? `${dataDir}.log`,
    pidFile: { file: pidFile, marker: dataDir },
    background: options.background,
  });
  await waitUntilReady(child, 'MongoDB', () => becomePrimary(port));
  return child;
}

/** One step towards a writable primary: starts the replica set on first use, and moves it when the port has changed. */
async function becomePrimary(port: number): Promise<boolean> {
  const host = `127.0.0.1:${port}`;
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/?directConnection=true`, { serverSelectionTimeoutMS: 1_000 });
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
    await admin.command({ replSetReconfig: { ...known['config'], version: known['config'].version + 1, members }, force: true });
  }
}
