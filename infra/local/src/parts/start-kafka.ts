import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { dakaDir } from '../paths';
import { freePort } from '../ports';
import { OperatorProblem } from '../problem';
import { spawnLogged, type LoggedChild } from '../process/logged-child';
import { reapLeftover } from '../process/pid-file';
import { runCommand } from '../process/run-command';
import { findKafka, type FoundKafka } from './find-kafka';
import { lastLine } from './find-mongod';
import { runPart, type Program, type RunningPart } from './program';
import type { PartOptions } from './start-mongo';

export interface KafkaOptions extends PartOptions {
  /** What clients are told to connect to, when a proxy stands before the broker. */
  advertisedPort?: number;
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
  const program: Program = {
    name: 'Kafka',
    spawn: () => spawnBroker(found, port, options),
    ready: () => answers(port),
  };
  return { program, brokers: `127.0.0.1:${options.advertisedPort ?? port}`, port, source: found.source };
}

async function spawnBroker(found: FoundKafka, port: number, options: KafkaOptions): Promise<LoggedChild> {
  const { dataDir } = options;
  const pidFile = options.pidFile ?? `${dataDir}.pid`;
  await reapLeftover(pidFile);
  fs.mkdirSync(dataDir, { recursive: true });
  const settingsFile = path.join(dataDir, 'server.properties');
  fs.writeFileSync(
    settingsFile,
    brokerSettings({ dataDir, port, controllerPort: await freePort(), advertisedPort: options.advertisedPort ?? port }),
  );
  await formatOnce(found, dataDir, settingsFile);

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

async function formatOnce({ java, classPath }: FoundKafka, dataDir: string, settingsFile: string): Promise<void> {
  if (fs.existsSync(path.join(dataDir, 'log', 'meta.properties'))) return;
  const clusterId = newClusterId();
  const args = [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    classPath,
    'kafka.tools.StorageTool',
    'format',
    '--cluster-id',
    clusterId,
    '--config',
    settingsFile,
  ];
  const { code, output } = await runCommand(java, args, { timeoutMs: 60_000 });
  if (code !== 0) throw new OperatorProblem(`Kafka could not prepare ${dataDir}: ${lastLine(output)}`);
}

/** 16 bytes in base64url, as Kafka wants it; never with a leading "-", which would look like an option. */
export function newClusterId(bytes: Buffer = randomBytes(16)): string {
  return Buffer.concat([Buffer.from([(bytes[0] ?? 0) & 0x7f]), bytes.subarray(1)]).toString('base64url');
}

/**
 * Asks the broker itself, even when it advertises a proxy that is not up yet. A new broker makes its topic of consumer offsets
 * when first asked for a group's coordinator, and turns consumers away until then: asking here spares them that.
 */
async function answers(port: number): Promise<boolean> {
  const kafka = new Kafka({
    clientId: 'daka-local',
    brokers: [`127.0.0.1:${port}`],
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

interface BrokerPlace {
  dataDir: string;
  port: number;
  controllerPort: number;
  advertisedPort: number;
}

/** One node, so every internal topic has one replica; buffers are small, because the default cleaner alone takes 128 MB. */
function brokerSettings({ dataDir, port, controllerPort, advertisedPort }: BrokerPlace): string {
  return (
    Object.entries({
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
      'controller.listener.names': 'CONTROLLER',
      listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'log.dirs': path.join(dataDir, 'log'),
      'auto.create.topics.enable': false,
      'num.partitions': 4,
      'offsets.topic.num.partitions': 4,
      'offsets.topic.replication.factor': 1,
      'transaction.state.log.num.partitions': 4,
      'transaction.state.log.replication.factor': 1,
      'transaction.state.log.min.isr': 1,
      'share.coordinator.state.topic.replication.factor': 1,
      'share.coordinator.state.topic.min.isr': 1,
      'group.initial.rebalance.delay.ms': 0,
      'log.retention.hours': 168,
      'log.segment.bytes': 67_108_864,
      'log.cleaner.dedupe.buffer.size': 8_388_608,
      // After a crash the broker is let in again only when its old session has lapsed.
      'broker.session.timeout.ms': 4_000,
      'broker.heartbeat.interval.ms': 500,
      'num.network.threads': 2,
      'num.io.threads': 4,
      'background.threads': 2,
      'controlled.shutdown.max.retries': 1,
    })
      .map(([key, value]) => `${key}=${value}`)
      .join('\n') + '\n'
  );
}
