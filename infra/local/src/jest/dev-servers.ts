import fs from 'node:fs';
import path from 'node:path';
import { openAccess } from '../parts/access';
import { dakaDir } from '../paths';
import { startKafka } from '../parts/start-kafka';
import { startMongo } from '../parts/start-mongo';
import { isAlive, reapLeftovers } from '../process/pid-file';

const devDir = path.join(dakaDir, 'dev');
const envFile = path.join(devDir, 'env');

export interface ServerAddresses {
  MONGO_URL: string;
  KAFKA_BROKERS: string;
  /** Empty: they ask nobody who they are. */
  DAKA_TEST_ACCESS_FILE: string;
}

/** Starts one MongoDB and one Kafka that stay up in the background, so that test runs need not start their own. */
export async function startDevServers(log: (line: string) => void): Promise<ServerAddresses> {
  const running = findDevServers();
  if (running) return running;
  await stopDevServers();
  const DAKA_TEST_ACCESS_FILE = path.join(devDir, 'access.json');
  const access = openAccess(DAKA_TEST_ACCESS_FILE);
  const [mongo, kafka] = await Promise.all([
    startMongo({ dataDir: path.join(devDir, 'mongo'), passwords: access.mongo, background: true, log }),
    startKafka({ dataDir: path.join(devDir, 'kafka'), passwords: access.kafka, background: true, log }),
  ]);
  const addresses = { MONGO_URL: mongo.url, KAFKA_BROKERS: kafka.brokers, DAKA_TEST_ACCESS_FILE };
  writeEnvFile({ ...addresses, PIDS: `${mongo.pid},${kafka.pid}` });
  return addresses;
}

/** The addresses of the background servers while both are alive, else null. */
export function findDevServers(): ServerAddresses | null {
  if (!fs.existsSync(envFile)) return null;
  const values = Object.fromEntries(
    fs
      .readFileSync(envFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
  );
  const { MONGO_URL, KAFKA_BROKERS, DAKA_TEST_ACCESS_FILE = '', PIDS = '' } = values;
  const alive = PIDS !== '' && PIDS.split(',').every((pid) => isAlive(Number(pid)));
  return alive && MONGO_URL && KAFKA_BROKERS ? { MONGO_URL, KAFKA_BROKERS, DAKA_TEST_ACCESS_FILE } : null;
}

/** Ends the background servers and forgets their data. */
export async function stopDevServers(): Promise<void> {
  await reapLeftovers(devDir);
  fs.rmSync(devDir, { recursive: true, force: true });
}

function writeEnvFile(values: Record<string, string>): void {
  const text = Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
  fs.writeFileSync(`${envFile}.tmp`, text);
  fs.renameSync(`${envFile}.tmp`, envFile);
}
