import fs from 'node:fs';
import path from 'node:path';
import { parties } from '@daka/contracts';
import { ADMIN, openAccess, passwordOf } from '../parts/access';
import { formatArgs } from '../parts/kafka-passwords';
import { asProperties, brokerSettings } from '../parts/kafka-settings';
import { databaseOf, makeReplicaKey, mongoUrlAs } from '../parts/mongo-access';
import { describeFailure } from '../problem';

const PREFIX = 'daka';
/** Where the compose file mounts the folders of these names, each in the container that it is for. */
const AT = '/access';
const MONGO_URL = 'mongodb://mongo:27017/?replicaSet=daka';

/**
 * For docker compose: makes passwords at the first `up`, and for MongoDB, Kafka and each service a folder with what it
 * needs of them and nothing else. The folders are volumes; a later `up` finds what the first one made.
 */
export function makeComposeAccess(dir: string): void {
  const access = openAccess(path.join(dir, 'admin', 'access.json'));
  makeFolder(dir, 'mongo');
  makeReplicaKey(path.join(dir, 'mongo', 'key'));
  const settings = brokerSettings({
    logDir: '/var/lib/kafka/data',
    host: 'kafka',
    listenHost: '',
    port: 9092,
    controllerPort: 9093,
    advertisedPort: 9092,
    passwords: access.kafka,
  });
  write(dir, 'kafka', 'server.properties', settings);
  write(dir, 'kafka', 'format', formatArgs(`${AT}/server.properties`, access.kafka));
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${ADMIN}" password="${passwordOf(access.kafka, ADMIN)}";`;
  const admin = { 'security.protocol': 'SASL_PLAINTEXT', 'sasl.mechanism': 'SCRAM-SHA-256', 'sasl.jaas.config': login };
  write(dir, 'kafka', 'admin.properties', asProperties(admin));
  for (const name of parties) {
    write(dir, name, 'kafka-password', passwordOf(access.kafka, name));
    const url = mongoUrlAs(MONGO_URL, name, passwordOf(access.mongo, name), databaseOf(PREFIX, name));
    write(dir, name, 'mongo-url', url);
  }
}

function makeFolder(dir: string, name: string): void {
  fs.mkdirSync(path.join(dir, name), { recursive: true, mode: 0o700 });
}

/** Whole or not at all. */
function write(dir: string, folder: string, name: string, text: string): void {
  makeFolder(dir, folder);
  const file = path.join(dir, folder, name);
  fs.writeFileSync(`${file}.half`, `${text}\n`, { mode: 0o600 });
  fs.renameSync(`${file}.half`, file);
}

if (require.main === module)
  try {
    makeComposeAccess(AT);
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
