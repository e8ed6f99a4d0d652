import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { openAccess, passwordOf } from '../parts/access';
import { makeReplicaKey, mongoUrlAs } from '../parts/mongo-access';
import { clientOf, startKafka } from '../parts/start-kafka';
import { planMongo } from '../parts/start-mongo';
import { tempDir } from '../testing/temp-dir';
import { prepareServersOf } from './compose-prepare';

jest.setTimeout(240_000);
const dir = tempDir();

it('makes of servers that know nobody but their administrator, or nobody at all, what the services need; a second time too', async () => {
  const access = openAccess(path.join(dir, 'access.json'));
  const key = makeReplicaKey(path.join(dir, 'replica.key'));
  const [kafka, { program, port }] = await Promise.all([
    startKafka({ dataDir: path.join(dir, 'kafka'), passwords: access.kafka }),
    planMongo({ dataDir: path.join(dir, 'mongo'), args: ['--auth', '--keyFile', key] }),
  ]);
  const mongod = await program.spawn();
  try {
    const servers = { access, mongoPort: port, mongoHost: `127.0.0.1:${port}`, brokers: kafka.brokers };
    const prepare = () => prepareServersOf({ ...servers, databasePrefix: 'daka', topicPrefix: '' });
    await prepare();
    await prepare();

    const url = `mongodb://127.0.0.1:${port}/?replicaSet=daka`;
    const password = passwordOf(access.mongo, 'payment');
    const client = new mongoose.mongo.MongoClient(mongoUrlAs(url, 'payment', password, 'daka_payment'));
    await client.db('daka_payment').collection('some').insertOne({});
    await expect(client.db('daka_homework').collection('some').findOne()).rejects.toThrow(/not authorized/);
    await client.close();

    const as = clientOf(kafka.brokers, access.kafka, 'payment');
    const producer = new Kafka({ ...as, logLevel: logLevel.NOTHING, retry: { retries: 0 } }).producer();
    await producer.connect();
    await producer.send({ topic: 'payment.enrolment', messages: [{ value: 'its own' }] });
    await expect(producer.send({ topic: 'homework.enrolment', messages: [{ value: 'x' }] })).rejects.toThrow(
      /not authorized/i,
    );
    await producer.disconnect();
  } finally {
    await mongod.stop(15_000);
    await kafka.stop();
  }
});
