import fs from 'node:fs';
import path from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { freePort } from '../ports';
import { isAlive } from '../process/pid-file';
import { tempDir } from '../testing/temp-dir';
import { openAccess } from './access';
import { clientOf, startKafka, type KafkaClient } from './start-kafka';
import { mongoUrlAs } from './mongo-access';
import { startMongo } from './start-mongo';

jest.setTimeout(120_000);
const dir = tempDir();

async function withClient<T>(url: string, use: (notes: mongoose.mongo.Collection) => Promise<T>): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await use(client.db('trial').collection('notes'));
  } finally {
    await client.close();
  }
}

it('MongoDB keeps what it has acknowledged through kill -9, and moves to another port with its data', async () => {
  const dataDir = path.join(dir, 'mongo');
  const mongo = await startMongo({ dataDir });
  await withClient(mongo.url, (notes) => notes.insertOne({ text: 'kept' }, { writeConcern: { w: 'majority' } }));
  const firstPid = mongo.pid;

  await mongo.kill();
  expect(isAlive(firstPid)).toBe(false);
  await mongo.restart();
  expect(await withClient(mongo.url, (notes) => notes.countDocuments({ text: 'kept' }))).toBe(1);
  await mongo.stop();

  const moved = await startMongo({ dataDir, port: await freePort() });
  expect(moved.url).not.toBe(mongo.url);
  expect(await withClient(moved.url, (notes) => notes.countDocuments({ text: 'kept' }))).toBe(1);
  await moved.stop();
  expect(isAlive(moved.pid)).toBe(false);
});

it('MongoDB writes no value of a command into its log, however long the command takes', async () => {
  const dataDir = path.join(dir, 'mongo-quiet');
  const mongo = await startMongo({ dataDir });
  const canary = 'canary-7f3a';
  await withClient(mongo.url, async (notes) => {
    await notes.insertOne({ text: canary });
    await notes.findOne({ text: canary, $where: 'sleep(400) || true' });
  });
  await mongo.stop();
  const log = fs.readFileSync(`${dataDir}.log`, 'utf8');
  expect(log.length).toBeGreaterThan(1_000);
  expect(log).not.toContain(canary);
});

it('a start ends the MongoDB that a killed supervisor left on the same data', async () => {
  const dataDir = path.join(dir, 'orphaned');
  const left = await startMongo({ dataDir, background: true });
  const next = await startMongo({ dataDir, port: left.port });
  expect(isAlive(left.pid)).toBe(false);
  expect(isAlive(next.pid)).toBe(true);
  await next.stop();
});

it('MongoDB from before there were passwords gets them with its data, also on another port, and then obeys nobody without', async () => {
  const dataDir = path.join(dir, 'mongo-with-passwords');
  const { mongo: passwords } = openAccess(path.join(dir, 'access.json'));
  const before = await startMongo({ dataDir });
  await withClient(before.url, (notes) => notes.insertOne({ text: 'kept' }));
  await before.stop();

  const mongo = await startMongo({ dataDir, passwords });
  expect(mongo.port).not.toBe(before.port);
  expect(await withClient(mongo.url, (notes) => notes.countDocuments({ text: 'kept' }))).toBe(1);
  const asNobody = `mongodb://127.0.0.1:${mongo.port}/?replicaSet=daka`;
  await expect(withClient(asNobody, (notes) => notes.countDocuments())).rejects.toThrow(/requires authentication/);
  const asAnother = mongoUrlAs(mongo.url, 'admin', 'guessed', 'admin');
  await expect(withClient(asAnother, (notes) => notes.countDocuments())).rejects.toThrow(/Authentication failed/);
  await mongo.stop();

  const others = { ...passwords, admin: 'of another access.json' };
  await expect(startMongo({ dataDir, passwords: others })).rejects.toThrow(/^MongoDB was given other passwords/);
  const log = fs.readFileSync(`${dataDir}.log`, 'utf8');
  for (const password of Object.values(passwords)) expect(log).not.toContain(password);
  expect(fs.statSync(`${dataDir}.key`).mode & 0o077).toBe(0);
});

it('Kafka from before there were passwords gets them with its data, and then lets in nobody without', async () => {
  const dataDir = path.join(dir, 'kafka-with-users');
  const { kafka: passwords } = openAccess(path.join(dir, 'access.json'));
  const before = await startKafka({ dataDir });
  const old = new Kafka({ brokers: [before.brokers], logLevel: logLevel.NOTHING, retry: { retries: 3 } }).admin();
  await old.connect();
  await old.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
  await old.disconnect();
  await before.stop();

  const kafka = await startKafka({ dataDir, passwords });
  const topicsAs = async (client: KafkaClient) => {
    const admin = new Kafka({ ...client, logLevel: logLevel.NOTHING, retry: { retries: 0 } }).admin();
    try {
      await admin.connect();
      return await admin.listTopics();
    } finally {
      await admin.disconnect();
    }
  };
  expect(await topicsAs(clientOf(kafka.brokers, passwords))).toContain('kept');
  expect(await topicsAs(clientOf(kafka.brokers, passwords, 'web'))).not.toContain('kept');
  await expect(topicsAs(clientOf(kafka.brokers, undefined))).rejects.toThrow(/closed connection/i);
  const wrong = { ...passwords, web: 'guessed' };
  await expect(topicsAs(clientOf(kafka.brokers, wrong, 'web'))).rejects.toThrow(/authentication failed/i);

  const log = fs.readFileSync(`${dataDir}.log`, 'utf8');
  for (const password of Object.values(passwords)) expect(log).not.toContain(password);
  for (const name of fs.readdirSync(dataDir))
    if (fs.statSync(path.join(dataDir, name)).isFile() && name !== 'server.properties')
      expect(fs.readFileSync(path.join(dataDir, name), 'utf8')).not.toContain(passwords['admin']);
  expect(fs.statSync(path.join(dataDir, 'server.properties')).mode & 0o077).toBe(0);
  await kafka.stop();
});

it('Kafka keeps what it has acknowledged through kill -9, and creates no topic by itself', async () => {
  const kafka = await startKafka({ dataDir: path.join(dir, 'kafka') });
  const client = new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING, retry: { retries: 3 } });
  const admin = client.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
  const producer = client.producer();
  await producer.connect();
  await producer.send({ topic: 'kept', acks: -1, messages: [{ value: 'one' }] });
  await producer.disconnect();
  await admin.disconnect();

  await kafka.kill();
  await kafka.restart();
  await admin.connect();
  expect((await admin.fetchTopicOffsets('kept'))[0]?.offset).toBe('1');
  await expect(admin.fetchTopicMetadata({ topics: ['unknown'] })).rejects.toThrow(
    'This server does not host this topic-partition',
  );
  await admin.disconnect();
  await kafka.stop();
  expect(isAlive(kafka.pid)).toBe(false);
});
