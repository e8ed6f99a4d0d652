import fs from 'node:fs';
import path from 'node:path';
import { ADMIN, openAccess } from '../parts/access';
import { kafkaSettingsOf, startKafka } from '../parts/start-kafka';
import { startMongo } from '../parts/start-mongo';
import type { RunningPart } from '../parts/program';
import { findDevServers, type ServerAddresses } from './dev-servers';
import { ACCESS_FILE, testAccess } from './test-access';
import { reapAbandonedRuns, testStateDir } from './test-runs';

type TestServers = ServerAddresses & { stop(): Promise<void> };

const holder = globalThis as { dakaTestServers?: TestServers };

/**
 * Gives the tests a real MongoDB and Kafka in MONGO_URL and KAFKA_BROKERS: those named by DAKA_TEST_MONGO_URL and
 * DAKA_TEST_KAFKA_BROKERS (with passwords in DAKA_TEST_ACCESS_FILE), else the background ones of a developer (not in CI), else new ones that end with the run.
 * jest calls it once, and only when a project that asks for it has tests to run.
 */
export default async function globalSetup(): Promise<void> {
  const servers = givenServers(process.env) ?? (process.env['CI'] ? null : background()) ?? (await startServers());
  process.env['MONGO_URL'] = servers.MONGO_URL;
  process.env[ACCESS_FILE] = servers.DAKA_TEST_ACCESS_FILE;
  // Tests may do everything, as Kafka's administrator; the systems that they start sign in as whoever they are.
  Object.assign(process.env, kafkaSettingsOf(servers.KAFKA_BROKERS, testAccess().kafka, ADMIN));
  holder.dakaTestServers = servers;
}

/** Ends what globalSetup started. */
export async function stopTestServers(): Promise<void> {
  await holder.dakaTestServers?.stop();
}

function givenServers(env: NodeJS.ProcessEnv): TestServers | null {
  const { DAKA_TEST_MONGO_URL: MONGO_URL, DAKA_TEST_KAFKA_BROKERS: KAFKA_BROKERS, DAKA_TEST_ACCESS_FILE = '' } = env;
  if (!MONGO_URL || !KAFKA_BROKERS) return null;
  return { MONGO_URL, KAFKA_BROKERS, DAKA_TEST_ACCESS_FILE, stop: async () => undefined };
}

function background(): TestServers | null {
  const found = findDevServers();
  return found && { ...found, stop: async () => undefined };
}

async function startServers(): Promise<TestServers> {
  await reapAbandonedRuns();
  const dir = testStateDir('servers');
  const DAKA_TEST_ACCESS_FILE = path.join(dir, 'access.json');
  const access = openAccess(DAKA_TEST_ACCESS_FILE);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const [mongo, kafka] = await Promise.all([
    startMongo({ dataDir: path.join(dir, 'mongo'), passwords: access.mongo, log }),
    startKafka({ dataDir: path.join(dir, 'kafka'), passwords: access.kafka, log }),
  ]);
  endWithThisProcess([mongo, kafka]);
  log(`Tests run on MongoDB (${mongo.source}) port ${mongo.port} and Kafka (${kafka.source}) port ${kafka.port}`);
  return {
    MONGO_URL: mongo.url,
    KAFKA_BROKERS: kafka.brokers,
    DAKA_TEST_ACCESS_FILE,
    async stop() {
      await Promise.all([mongo.kill(), kafka.kill()]);
      fs.rmSync(path.dirname(dir), { recursive: true, force: true });
    },
  };
}

/** jest calls no teardown when it is interrupted. */
function endWithThisProcess(parts: readonly RunningPart[]): void {
  process.once('exit', () => parts.forEach((part) => void part.kill()));
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}
