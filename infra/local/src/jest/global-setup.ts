import fs from 'node:fs';
import path from 'node:path';
import { dakaDir } from '../paths';
import { startKafka } from '../parts/start-kafka';
import { startMongo } from '../parts/start-mongo';
import { isAlive, reapLeftovers } from '../process/pid-file';
import { findDevServers, type ServerAddresses } from './dev-servers';

type TestServers = ServerAddresses & { stop(): Promise<void> };

const runsDir = path.join(dakaDir, 'test-runs');
const holder = globalThis as { dakaTestServers?: TestServers };

/**
 * Gives the tests a real MongoDB and Kafka in MONGO_URL and KAFKA_BROKERS: those named by DAKA_TEST_MONGO_URL and
 * DAKA_TEST_KAFKA_BROKERS, else the background ones of a developer (not in CI), else new ones that end with the run.
 * jest calls it once, and only when a project that asks for it has tests to run.
 */
export default async function globalSetup(): Promise<void> {
  const servers = givenServers(process.env) ?? (process.env['CI'] ? null : background()) ?? await startServers();
  process.env['MONGO_URL'] = servers.MONGO_URL;
  process.env['KAFKA_BROKERS'] = servers.KAFKA_BROKERS;
  holder.dakaTestServers = servers;
}

/** Ends what globalSetup started. */
export async function stopTestServers(): Promise<void> {
  await holder.dakaTestServers?.stop();
}

function givenServers(env: NodeJS.ProcessEnv): TestServers | null {
  const { DAKA_TEST_MONGO_URL: MONGO_URL, DAKA_TEST_KAFKA_BROKERS: KAFKA_BROKERS } = env;
  return MONGO_URL && KAFKA_BROKERS ? { MONGO_URL, KAFKA_BROKERS, stop: async () => undefined } : null;
}

function background(): TestServers | null {
  const found = findDevServers();
  return found && { ...found, stop: async () => undefined };
}

async function startServers(): Promise<TestServers> {
  await reapAbandonedRuns();
  const dir = path.join(runsDir, String(process.pid));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const [mongo, kafka] = await Promise.all([
    startMongo({ dataDir: path.join(dir, 'mongo'), log }),
    startKafka({ dataDir: path.join(dir, 'kafka'), log }),
  ]);
  log(`Tests run on MongoDB (${mongo.source}) port ${mongo.port} and Kafka (${kafka.source}) port ${kafka.port}`);
  return {
    MONGO_URL: mongo.url, KAFKA_BROKERS: kafka.brokers,
    async stop() {
      await Promise.all([mongo.kill(), kafka.kill()]);
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A run that was killed outright could not end its servers: each folder is named after the run's process. */
async function reapAbandonedRuns(): Promise<void> {
  const runs = fs.existsSync(runsDir) ? fs.readdirSync(runsDir) : [];
  for (const run of runs.filter((pid) => !isAlive(Number(pid)))) {
    await reapLeftovers(path.join(runsDir, run));
    fs.rmSync(path.join(runsDir, run), { recursive: true, force: true });
  }
}
