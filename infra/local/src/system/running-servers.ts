import { testAccess } from '../jest/test-access';
import fs from 'node:fs';
import path from 'node:path';
import { readAccess, type Access } from '../parts/access';
import { mongoUrlOfAdmin } from '../parts/mongo-access';
import { dakaDir } from '../paths';
import { commandLine, readPidFile } from '../process/pid-file';
import { accessFileOf } from './layout';

/** Addresses of servers that somebody runs already, with the passwords of those that an `npm start` runs. */
export interface RunningServers {
  mongoUrl?: string;
  brokers?: string;
  access?: Partial<Access>;
}

/** MongoDB and Kafka that can be shared: those named by MONGO_URL and KAFKA_BROKERS (of tests with their passwords), else those of an `npm start` in this folder. */
export function findRunningServers(env: NodeJS.ProcessEnv = process.env, dir: string = dakaDir): RunningServers {
  const mongoPort = portIn(dir, 'mongo', / --port (\d+)/);
  const kafkaPort = kafkaPortIn(dir);
  const ours = mongoPort || kafkaPort ? readAccess(accessFileOf(dir)) : null;
  const mongoUrl =
    env['MONGO_URL'] ||
    (mongoPort && mongoUrlOfAdmin(`mongodb://127.0.0.1:${mongoPort}/?replicaSet=daka`, ours?.mongo));
  const brokers = env['KAFKA_BROKERS'] || (kafkaPort && `127.0.0.1:${kafkaPort}`);
  const given = testAccess(env);
  const mongo = env['MONGO_URL'] ? given.mongo : mongoPort && ours?.mongo;
  const kafka = env['KAFKA_BROKERS'] ? given.kafka : kafkaPort && ours?.kafka;
  return {
    ...(mongoUrl ? { mongoUrl } : {}),
    ...(brokers ? { brokers } : {}),
    ...((mongo || kafka) && { access: { ...(mongo && { mongo }), ...(kafka && { kafka }) } }),
  };
}

/** Read from the command line of the living process that the pid file names. */
function portIn(dir: string, name: string, pattern: RegExp): string | undefined {
  const line = livingCommand(dir, name);
  return line === undefined ? undefined : pattern.exec(line)?.[1];
}

/** Kafka's command line names its settings, which name the port. */
function kafkaPortIn(dir: string): string | undefined {
  if (livingCommand(dir, 'kafka') === undefined) return undefined;
  const settings = path.join(dir, 'data', 'kafka', 'server.properties');
  const text = fs.existsSync(settings) ? fs.readFileSync(settings, 'utf8') : '';
  return /^advertised\.listeners=CLIENTS:\/\/127\.0\.0\.1:(\d+)/m.exec(text)?.[1];
}

function livingCommand(dir: string, name: string): string | undefined {
  const record = readPidFile(path.join(dir, 'pids', `${name}.pid`));
  if (!record) return undefined;
  const line = commandLine(record.pid);
  return line.includes(record.marker) ? line : undefined;
}
