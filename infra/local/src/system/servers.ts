import path from 'node:path';
import mongoose from 'mongoose';
import { kafkaAccess, kafkaAccessSettings, loadConfig, prepareKafka } from '@daka/service-kit/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { ADMIN, openAccess, passwordOf, type Access, type Passwords } from '../parts/access';
import { databaseOf, mongoUrlAs, prepareMongo } from '../parts/mongo-access';
import { clientOf, kafkaSettingsOf, planKafka, type KafkaClient } from '../parts/start-kafka';
import { planMongo } from '../parts/start-mongo';
import type { Log } from '../parts/fetch-once';
import type { Program } from '../parts/program';
import { OperatorProblem } from '../problem';
import { accessFileOf, type Layout } from './layout';
import { serviceNames, type ServiceName, type SystemOptions } from './options';
import { logFileOf, pidFileOf } from './programs';

const CHECK_TIMEOUT_MS = 5_000;

export interface Servers {
  mongoUrl: string;
  brokers: string;
  /** The passwords that are ours to use: of what is started here, and of given servers that let us. */
  access: Partial<Access>;
  kafkaAs(name?: ServiceName): KafkaClient;
  /** How this service reaches both. */
  settingsFor(name: ServiceName): Record<string, string>;
  /** What is to be started here; empty when both were given. */
  programs: Program[];
}

/** Settles which MongoDB and Kafka to use, fetching what is missing; says which were taken. */
export async function planServers(layout: Layout, options: SystemOptions, log: Log): Promise<Servers> {
  const access = accessOf(layout, options);
  const [mongo, kafka] = await Promise.all([
    planMongoServer(layout, { ...options, access }, log),
    planKafkaServer(layout, { ...options, access }, log),
  ]);
  const mongoUrl = mongo.address;
  const brokers = kafka.address;
  return {
    mongoUrl,
    brokers,
    access,
    kafkaAs: (name) => clientOf(brokers, access.kafka, name),
    settingsFor: (name) => ({
      MONGO_URL: mongoUrlOf(name, mongoUrl, access.mongo, layout, options),
      ...options.kafkaSettings,
      ...kafkaSettingsOf(brokers, access.kafka, name),
    }),
    programs: [...mongo.programs, ...kafka.programs],
  };
}

/** For one service: its own name, and its own way there where it has one. */
function mongoUrlOf(
  name: ServiceName,
  adminUrl: string,
  passwords: Passwords | undefined,
  { databasePrefix }: Layout,
  { mongoVia }: SystemOptions,
): string {
  const port = mongoVia?.[name];
  // A direct connection: the replica set would name the server itself, and the proxy would be passed by.
  const url = port === undefined ? adminUrl : `mongodb://127.0.0.1:${port}/?directConnection=true`;
  return passwords ? mongoUrlAs(url, name, passwordOf(passwords, name), databaseOf(databasePrefix, name)) : url;
}

/** What is started here asks everybody who they are. */
function accessOf({ dir }: Layout, { mongoUrl, brokers, access = {} }: SystemOptions): Partial<Access> {
  const own = mongoUrl && brokers ? access : openAccess(accessFileOf(dir));
  const { mongo } = mongoUrl ? access : own;
  const { kafka } = brokers ? access : own;
  return { ...(mongo && { mongo }), ...(kafka && { kafka }) };
}

/** Whether none of the databases of this prefix exists yet. */
export async function isDatabaseEmpty(mongoUrl: string, databasePrefix: string): Promise<boolean> {
  return withMongo(mongoUrl, async (client) => {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    return !databases.some(({ name }) => name.startsWith(`${databasePrefix}_`));
  });
}

interface PlannedServer {
  address: string;
  programs: Program[];
}

async function planMongoServer(
  { dir, ports }: Layout,
  { mongoUrl, access }: SystemOptions,
  log: Log,
): Promise<PlannedServer> {
  if (mongoUrl) {
    await requireMongo(mongoUrl);
    log('MongoDB: given by MONGO_URL');
    return { address: mongoUrl, programs: [] };
  }
  const { program, url, source, port } = await planMongo({
    ...files(dir, 'mongo'),
    port: ports.mongo,
    passwords: access?.mongo,
    log,
  });
  log(`MongoDB: ${source}, port ${port}`);
  return { address: url, programs: [{ ...program, name: 'mongo' }] };
}

async function planKafkaServer(
  { dir, ports }: Layout,
  { brokers, kafkaAdvertisedPort, access, kafkaSettings }: SystemOptions,
  log: Log,
): Promise<PlannedServer> {
  if (brokers) {
    await requireKafka(brokers, access?.kafka ? kafkaSettingsOf(brokers, access.kafka, ADMIN) : kafkaSettings);
    log('Kafka: given by KAFKA_BROKERS');
    return { address: brokers, programs: [] };
  }
  const plan = await planKafka({
    ...files(dir, 'kafka'),
    port: ports.kafka,
    advertisedPort: kafkaAdvertisedPort,
    passwords: access?.kafka,
    log,
  });
  log(`Kafka: ${plan.source}, port ${plan.port}`);
  return { address: plan.brokers, programs: [{ ...plan.program, name: 'kafka' }] };
}

function files(dir: string, name: string) {
  return { dataDir: path.join(dir, 'data', name), logFile: logFileOf(dir, name), pidFile: pidFileOf(dir, name) };
}

async function requireMongo(url: string): Promise<void> {
  const hello = await withMongo(url, (client) => client.db('admin').command({ hello: 1 })).catch(() => {
    throw new OperatorProblem(
      'The MongoDB given by MONGO_URL does not answer. Start it, correct MONGO_URL, or unset it to let one be started here.',
    );
  });
  if (!hello['setName'])
    throw new OperatorProblem(
      'The MongoDB given by MONGO_URL is not a replica set, which transactions need. Start it with --replSet, or unset MONGO_URL.',
    );
}

async function withMongo<T>(url: string, use: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: CHECK_TIMEOUT_MS });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

async function requireKafka(brokers: string, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  const kafka = new Kafka({
    clientId: 'daka-local',
    brokers: brokers.split(','),
    ...kafkaAccess({ ...loadConfig(kafkaAccessSettings, settings), KAFKA_BROKERS: brokers }),
    logLevel: logLevel.NOTHING,
    connectionTimeout: CHECK_TIMEOUT_MS,
    retry: { retries: 1 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
  } catch (error) {
    throw new OperatorProblem(
      String(error).includes('SASL')
        ? 'The Kafka given by KAFKA_BROKERS does not know us. Set KAFKA_SASL_MECHANISM, KAFKA_USERNAME and KAFKA_PASSWORD, or unset KAFKA_BROKERS to let one be started here.'
        : 'The Kafka given by KAFKA_BROKERS does not answer. Start it, correct KAFKA_BROKERS, or unset it to let one be started here.',
    );
  } finally {
    await admin.disconnect();
  }
}

/** Makes this system's databases and topics, and says who may write and read them, where that is ours to say. */
export async function prepareServers(servers: Servers, layout: Layout): Promise<void> {
  const { access, mongoUrl } = servers;
  await Promise.all([
    access.mongo && prepareMongo(mongoUrl, access.mongo, layout.databasePrefix, serviceNames),
    prepareTopics(servers, layout),
  ]);
}

async function prepareTopics({ access, brokers }: Servers, { topicPrefix }: Layout): Promise<void> {
  if (!access.kafka) return;
  const clientId = 'daka-local';
  const kafka = new Kafka({ clientId, ...clientOf(brokers, access.kafka), logLevel: logLevel.NOTHING });
  await prepareKafka({ kafka, clientId }, topicPrefix);
}
