import { prepareKafka } from '@daka/service-kit/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { openAccess, type Access } from '../parts/access';
import { prepareMongo, mongoUrlOfAdmin } from '../parts/mongo-access';
import { clientOf } from '../parts/start-kafka';
import { ensureReplicaSet } from '../parts/start-mongo';
import { describeFailure } from '../problem';
import { serviceNames } from '../system/options';

export interface Unprepared {
  access: Access;
  /** On this machine, or in its network: only from there MongoDB takes its first administrator. */
  mongoPort: number;
  /** The name that the replica set is to be reached by, host:port. */
  mongoHost: string;
  brokers: string;
  databasePrefix: string;
  topicPrefix: string;
}

/** For docker compose: makes MongoDB a replica set with an administrator, and then the services' databases, topics and rights. */
export async function prepareServersOf(servers: Unprepared): Promise<void> {
  const { access, mongoPort, mongoHost, brokers, databasePrefix, topicPrefix } = servers;
  await ensureReplicaSet(mongoPort, mongoHost, access.mongo);
  const direct = `mongodb://127.0.0.1:${mongoPort}/?directConnection=true`;
  await prepareMongo(mongoUrlOfAdmin(direct, access.mongo), access.mongo, databasePrefix, serviceNames);
  const clientId = 'daka-prepare';
  const kafka = new Kafka({ clientId, ...clientOf(brokers, access.kafka), logLevel: logLevel.ERROR });
  await prepareKafka({ kafka, clientId }, topicPrefix);
}

if (require.main === module)
  prepareServersOf({
    access: openAccess('/access/access.json'),
    mongoPort: 27_017,
    mongoHost: 'mongo:27017',
    brokers: 'kafka:9092',
    databasePrefix: 'daka',
    topicPrefix: '',
  }).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${describeFailure(error)}\n`);
      process.exit(1);
    },
  );
