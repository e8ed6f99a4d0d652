import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { OperatorProblem } from '../problem';
import { spawnLogged, type LoggedChild } from '../process/logged-child';
import { reapLeftover } from '../process/pid-file';
import type { Passwords } from './access';
import type { Log } from './fetch-once';
import { findMongod } from './find-mongod';
import { CODES, ensureAdmin, hasCode, makeReplicaKey, mongoUrlOfAdmin, otherPasswords } from './mongo-access';
import { runPart, STOP_GRACE_MS, waitUntilReady, type Program, type RunningPart } from './program';

const REPLICA_SET = 'daka';
/** Transactions take milliseconds; a MongoDB of one's own should have the same limit. */
export const TRANSACTION_LIFETIME_SECONDS = 5;

const REPLICA_SET_WITHIN_MS = 60_000;
const POLL_MS = 100;
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

export interface MongoOptions extends PartOptions {
  /** Who may sign in, the administrator among them, and then nobody else may do anything. Default: everybody may do everything. */
  passwords?: Passwords;
  /** More arguments of mongod. */
  args?: readonly string[];
}

export interface RunningMongo extends RunningPart {
  /** Of the server, for its administrator, with the replica set, without a database. */
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
export async function startMongo(options: MongoOptions): Promise<RunningMongo> {
  const { program, port, url, source } = await planMongo(options);
  return Object.assign(await runPart(port, program), { url, source });
}

/** Finds (or fetches) MongoDB and settles where it will run, without starting it. */
export async function planMongo(options: MongoOptions): Promise<PlannedMongo> {
  const { log = () => undefined, cacheDir = path.join(dakaDir, 'cache'), env = process.env } = options;
  const { mongod, source } = await findMongod({ cacheDir, env, log });
  const { port = await freePort(), passwords } = options;
  const program: Program = {
    name: 'MongoDB',
    spawn: () => spawnMongod(mongod, port, options),
    ready: async () => (await becomePrimary(port, passwords)) && (await knowsAdmin(port, passwords)),
  };
  const url = mongoUrlOfAdmin(`mongodb://127.0.0.1:${port}/?replicaSet=${REPLICA_SET}`, passwords);
  return { program, url, port, source };
}

async function spawnMongod(mongod: string, port: number, options: MongoOptions): Promise<LoggedChild> {
  const { dataDir, passwords } = options;
  await reapLeftover(options.pidFile ?? `${dataDir}.pid`);
  fs.mkdirSync(dataDir, { recursive: true });
  if (!passwords) return runMongod(mongod, port, options, []);
  if (isFromBeforePasswords(dataDir)) await addAdmin(mongod, port, options, passwords);
  return runMongod(mongod, port, options, ['--auth', '--keyFile', makeReplicaKey(keyFileOf(dataDir))]);
}

function runMongod(mongod: string, port: number, options: MongoOptions, more: readonly string[]): Promise<LoggedChild> {
  const { dataDir } = options;
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
      ...more,
      ...(options.args ?? []),
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
    pidFile: { file: options.pidFile ?? `${dataDir}.pid`, marker: dataDir },
    background: options.background,
  });
}

function keyFileOf(dataDir: string): string {
  return `${dataDir}.key`;
}

/** Whoever asks who one is has the key. */
function isFromBeforePasswords(dataDir: string): boolean {
  return fs.existsSync(path.join(dataDir, 'WiredTiger')) && !fs.existsSync(keyFileOf(dataDir));
}

/** Its administrator is made while it still asks nobody: one without passwords that has moved to another port would let nobody put that right. */
async function addAdmin(mongod: string, port: number, options: MongoOptions, passwords: Passwords): Promise<void> {
  const child = await runMongod(mongod, port, options, []);
  try {
    await waitUntilReady({ name: 'MongoDB', spawn: async () => child, ready: () => becomePrimary(port) }, child);
    await ensureAdmin(directUrl(port), passwords);
  } finally {
    await child.stop(STOP_GRACE_MS);
  }
}

/** Makes a MongoDB that already runs in this network a replica set under `host`, with its administrator. @throws when it is none within 60 s. */
export async function ensureReplicaSet(port: number, host: string, passwords: Passwords): Promise<void> {
  const untilMs = performance.now() + REPLICA_SET_WITHIN_MS;
  for (;;) {
    const failure = await becomePrimary(port, passwords, host).then(
      (isPrimary) => (isPrimary ? null : new Error('MongoDB has no primary')),
      (error: unknown) => error,
    );
    if (failure === null) return ensureAdmin(directUrl(port), passwords);
    if (failure instanceof OperatorProblem || performance.now() > untilMs) throw failure;
    await sleep(POLL_MS);
  }
}

/** One step towards a writable primary: starts the replica set on first use, and moves it when the port has changed. */
async function becomePrimary(
  port: number,
  passwords?: Passwords,
  host: string = `127.0.0.1:${port}`,
): Promise<boolean> {
  const url = directUrl(port);
  // Who has just been made has no administrator yet; who has moved obeys nobody else.
  if (passwords) {
    const known = await isOrBecomesPrimary(mongoUrlOfAdmin(url, passwords), host).catch((error: unknown) => {
      if (hasCode(error, CODES.wrongPassword)) return null;
      throw error;
    });
    if (known !== null) return known;
  }
  return isOrBecomesPrimary(url, host).catch((error: unknown) => {
    if (passwords && hasCode(error, CODES.notAllowed)) throw otherPasswords();
    throw error;
  });
}

function directUrl(port: number): string {
  return `mongodb://127.0.0.1:${port}/?directConnection=true`;
}

async function knowsAdmin(port: number, passwords: Passwords | undefined): Promise<boolean> {
  if (passwords) await ensureAdmin(directUrl(port), passwords);
  return true;
}

async function isOrBecomesPrimary(url: string, host: string): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 1_000 });
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
