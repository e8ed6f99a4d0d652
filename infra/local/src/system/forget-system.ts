import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import type { Passwords } from '../parts/access';
import { forgetRights } from '../parts/mongo-access';
import { clientOf } from '../parts/start-kafka';
import { serviceNames } from './options';
import type { RunningServers } from './running-servers';

export interface ForgetOptions extends RunningServers {
  databasePrefix: string;
  topicPrefix: string;
}

/** Removes what a stopped system left on servers that it shared with others: its databases, topics and consumer groups. */
export async function forgetSystem(options: ForgetOptions): Promise<void> {
  const { mongoUrl, brokers, access, databasePrefix, topicPrefix } = options;
  if (databasePrefix === '' || topicPrefix === '')
    throw new RangeError('without both prefixes this would remove what belongs to others');
  if (mongoUrl) await dropDatabases(mongoUrl, `${databasePrefix}_`);
  if (brokers) await deleteTopics(brokers, access?.kafka, topicPrefix);
}

async function dropDatabases(mongoUrl: string, prefix: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(mongoUrl, { serverSelectionTimeoutMS: 5_000 });
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases.filter(({ name }) => name.startsWith(prefix)))
      await client.db(name).dropDatabase();
    // A database that nobody has written into is not listed, but may have its service's name and rights.
    for (const name of serviceNames) await forgetRights(client.db(`${prefix}${name}`));
  } finally {
    await client.close();
  }
}

async function deleteTopics(brokers: string, passwords: Passwords | undefined, prefix: string): Promise<void> {
  const admin = new Kafka({
    clientId: 'daka-local',
    ...clientOf(brokers, passwords),
    logLevel: logLevel.NOTHING,
    retry: { retries: 2 },
  }).admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const groups = (await admin.listGroups()).groups
      .map(({ groupId }) => groupId)
      .filter((groupId) => groupId.startsWith(prefix));
    if (groups.length > 0) await admin.deleteGroups(groups);
  } finally {
    await admin.disconnect();
  }
}
