import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { spawnLogged, type LoggedChild } from '../process/logged-child';
import { reapLeftover } from '../process/pid-file';
import { ADMIN, passwordOf, type Passwords } from './access';
import { findKafka, type FoundKafka } from './find-kafka';
import { brokerSettings } from './kafka-settings';
import { formatOnce, knowsPasswords, setPasswordsOnce } from './kafka-passwords';
import { runPart, type Program, type RunningPart } from './program';
import type { PartOptions } from './start-mongo';

const LOOPBACK = { host: '127.0.0.1', listenHost: '127.0.0.1' } as const;

export interface KafkaOptions extends PartOptions {
  /** What clients are told to connect to, when a proxy stands before the broker. */
  advertisedPort?: number;
  /** Who may sign in, the administrator among them, and then nobody else may do anything. Default: everybody may do everything. */
  passwords?: Passwords;
  /** Of the broker, more of them or others. */
  settings?: Readonly<Record<string, string>>;
}

export interface RunningKafka extends RunningPart {
  /** Comma list for KAFKA_BROKERS; the advertised address. */
  readonly brokers: string;
  readonly source: 'installed' | 'fetched';
}

export interface PlannedKafka {
  program: Program;
  brokers: string;
  port: number;
  source: 'installed' | 'fetched';
}

/** Runs a real one-node Kafka (KRaft) on loopback; resolves once it answers. */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const { program, port, brokers, source } = await planKafka(options);
  return Object.assign(await runPart(port, program), { brokers, source });
}

/** Finds (or fetches) Kafka and settles where it will run, without starting it. */
export async function planKafka(options: KafkaOptions): Promise<PlannedKafka> {
  const { log = () => undefined, cacheDir = path.join(dakaDir, 'cache'), env = process.env } = options;
  const found = await findKafka({ cacheDir, env, log });
  const port = options.port ?? (await freePort());
  const { dataDir, passwords } = options;
  const program: Program = {
    name: 'Kafka',
    spawn: () => spawnBroker(found, port, options),
    async ready() {
      if (passwords) await setPasswordsOnce(found, dataDir, port, passwords);
      return answers(port, passwords);
    },
  };
  return { program, brokers: `127.0.0.1:${options.advertisedPort ?? port}`, port, source: found.source };
}

async function spawnBroker(found: FoundKafka, port: number, options: KafkaOptions): Promise<LoggedChild> {
  const { dataDir, passwords, advertisedPort = port } = options;
  const pidFile = options.pidFile ?? `${dataDir}.pid`;
  await reapLeftover(pidFile);
  fs.mkdirSync(dataDir, { recursive: true });
  const settingsFile = path.join(dataDir, 'server.properties');
  // The administrator's password stands in it; one that is there keeps its mode.
  fs.rmSync(settingsFile, { force: true });
  const logDir = path.join(dataDir, 'log');
  const place = { logDir, ...LOOPBACK, port, controllerPort: await freePort(), advertisedPort, passwords };
  const writeSettings = (makesPasswords: boolean) =>
    fs.writeFileSync(settingsFile, brokerSettings({ ...place, makesPasswords }, options.settings), { mode: 0o600 });
  writeSettings(false);
  await formatOnce(found, dataDir, settingsFile, passwords);
  if (passwords && !knowsPasswords(dataDir, passwords)) writeSettings(true);

  return spawnLogged({
    command: found.java,
    args: [
      '-Xms128m',
      '-Xmx384m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-XX:-UsePerfData',
      '-XX:+ExitOnOutOfMemoryError',
      '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
      // Who was refused what.
      '-Dorg.slf4j.simpleLogger.log.kafka.authorizer.logger=info',
      '-cp',
      found.classPath,
      'kafka.Kafka',
      settingsFile,
    ],
    logFile: options.logFile ?? `${dataDir}.log`,
    pidFile: { file: pidFile, marker: dataDir },
    background: options.background,
  });
}

/**
 * Asks the broker itself, even when it advertises a proxy that is not up yet. A new broker makes its topic of consumer offsets
 * when first asked for a group's coordinator, and turns consumers away until then: asking here spares them that.
 */
async function answers(port: number, passwords?: Passwords): Promise<boolean> {
  const kafka = new Kafka({
    clientId: 'daka-local',
    ...clientOf(`127.0.0.1:${port}`, passwords),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1_000,
    retry: { retries: 0 },
    socketFactory: ({ onConnect }) => net.connect({ host: '127.0.0.1', port }, onConnect).setKeepAlive(true),
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    await admin.fetchOffsets({ groupId: 'daka-local', topics: [] });
    return brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}

/** What kafkajs needs to reach a broker. */
export type KafkaClient = Pick<KafkaConfig, 'sasl'> & { brokers: string[] };

/** How a client reaches a broker, by default as its administrator. */
export function clientOf(brokers: string, passwords: Passwords | undefined, name: string = ADMIN): KafkaClient {
  return {
    brokers: brokers.split(','),
    ...(passwords && { sasl: { mechanism: 'scram-sha-256', username: name, password: passwordOf(passwords, name) } }),
  };
}

/** The settings of a service that signs in as one of a broker's users. */
export function kafkaSettingsOf(
  brokers: string,
  passwords: Passwords | undefined,
  name: string,
): Record<string, string> {
  if (!passwords) return { KAFKA_BROKERS: brokers };
  return {
    KAFKA_BROKERS: brokers,
    KAFKA_SASL_MECHANISM: 'scram-sha-256',
    KAFKA_USERNAME: name,
    KAFKA_PASSWORD: passwordOf(passwords, name),
  };
}
