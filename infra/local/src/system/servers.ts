import path from 'node:path';
import mongoose from 'mongoose';
import { Kafka, logLevel } from 'kafkajs';
import { planKafka } from '../parts/start-kafka';
import { planMongo } from '../parts/start-mongo';
import type { Log } from '../parts/fetch-once';
import type { Program } from '../parts/program';
import { OperatorProblem } from '../problem';
import type { Layout } from './layout';
import type { SystemOptions } from './options';
import { logFileOf, pidFileOf } from './programs';

const CHECK_TIMEOUT_MS = 5_000;

export interface Servers {
  mongoUrl: string;
  brokers: string;
  /** What is to be started here; empty when both were given. */
  programs: Program[];
}

/** Settles which MongoDB and Kafka to use, fetching what is missing; says which were taken. */
export async function planServers(layout: Layout, options: SystemOptions, log: Log): Promise<Servers> {
  const [mongo, kafka] = await Promise.all([
    planMongoServer(layout, options, log),
    planKafkaServer(layout, options, log),
  ]);
  return { mongoUrl: mongo.address, brokers: kafka.address, programs: [...mongo.programs, ...kafka.programs] };
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

async function planMongoServer({ dir, ports }: Layout, { mongoUrl }: SystemOptions, log: Log): Promise<PlannedServer> {
  if (mongoUrl) {
    await requireMongo(mongoUrl);
    log('MongoDB: given by MONGO_URL');
    return { address: mongoUrl, programs: [] };
  }
  const { program, url, source, port } = await planMongo({ ...files(dir, 'mongo'), port: ports.mongo, log });
  log(`MongoDB: ${source}, port ${port}`);
  return { address: url, programs: [{ ...program, name: 'mongo' }] };
}

async function planKafkaServer(
  { dir, ports }: Layout,
  { brokers, kafkaAdvertisedPort }: SystemOptions,
  log: Log,
): Promise<PlannedServer> {
  if (brokers) {
    await requireKafka(brokers);
    log('Kafka: given by KAFKA_BROKERS');
    return { address: brokers, programs: [] };
  }
  const plan = await planKafka({ ...files(dir, 'kafka'), port: ports.kafka, advertisedPort: kafkaAdvertisedPort, log });
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

async function requireKafka(brokers: string): Promise<void> {
  const kafka = new Kafka({
    clientId: 'daka-local',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: CHECK_TIMEOUT_MS,
    retry: { retries: 1 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
  } catch {
    throw new OperatorProblem(
      'The Kafka given by KAFKA_BROKERS does not answer. Start it, correct KAFKA_BROKERS, or unset it to let one be started here.',
    );
  } finally {
    await admin.disconnect();
  }
}
