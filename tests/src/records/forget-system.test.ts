import { randomUUID } from 'node:crypto';
import { clientOf, forgetSystem, testAccess } from '@daka/local';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';

const mongoUrl = process.env['MONGO_URL'] ?? '';
const brokers = process.env['KAFKA_BROKERS'] ?? '';
const access = testAccess();

it('removes the databases and topics of one system and of no other', async () => {
  const id = randomUUID().slice(0, 8);
  const client = await new mongoose.mongo.MongoClient(mongoUrl).connect();
  const admin = new Kafka({ clientId: 'test', ...clientOf(brokers, access.kafka), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const databases = async () =>
    (await client.db('admin').admin().listDatabases({ nameOnly: true })).databases
      .map(({ name }) => name)
      .filter((name) => name.includes(id))
      .sort();
  const topics = async () => (await admin.listTopics()).filter((name) => name.includes(id)).sort();
  try {
    for (const name of [`gone${id}_payment`, `gone${id}_checkin`, `kept${id}_payment`])
      await client.db(name).collection('things').insertOne({ name });
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: `gone${id}.a` }, { topic: `kept${id}.a` }] });

    await forgetSystem({ mongoUrl, brokers, access, databasePrefix: `gone${id}`, topicPrefix: `gone${id}.` });

    expect(await databases()).toEqual([`kept${id}_payment`]);
    expect(await topics()).toEqual([`kept${id}.a`]);
  } finally {
    await forgetSystem({ mongoUrl, brokers, access, databasePrefix: `kept${id}`, topicPrefix: `kept${id}.` });
    await admin.disconnect();
    await client.close();
  }
}, 30_000);

it('refuses to remove without prefixes', async () => {
  await expect(forgetSystem({ mongoUrl, brokers, access, databasePrefix: '', topicPrefix: 'x.' })).rejects.toThrow(
    'both prefixes',
  );
  await expect(forgetSystem({ mongoUrl, brokers, access, databasePrefix: 'x', topicPrefix: '' })).rejects.toThrow(
    'both prefixes',
  );
});
