import { allTopics, type Topic } from '@daka/contracts';
import { commonSettings, kafkaSettings, loadConfig } from '../config';
import { connectMongo } from '../documents';
import { connectKafka } from '../kafka';
import { createLogger } from '../logging';
import { republishTopic } from '../outbox';

const USAGE = 'Usage: npm run republish -- --topic TOPIC [--from SEQ]';

/** What is asked for. @throws a sentence for whoever asked. */
export function readRepublishArgs(args: readonly string[]): { topic: Topic; fromSeq: number } {
  const values = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) values.set(args[index] ?? '', args[index + 1] ?? '');
  const topic = allTopics.find((one) => one === values.get('--topic'));
  const from = values.get('--from') ?? '1';
  const isUnknown = [...values.keys()].some((name) => name !== '--topic' && name !== '--from');
  if (isUnknown || !values.has('--topic') || !/^[1-9]\d{0,14}$/.test(from)) throw new Error(USAGE);
  if (topic === undefined) throw new Error(`${values.get('--topic')} is not one of ${allTopics.join(', ')}`);
  return { topic, fromSeq: Number(from) };
}

/** Sends a topic's archived events again, out of the database of the service whose topic it is. Answers how many. */
async function main(args: readonly string[]): Promise<number> {
  const { topic, fromSeq } = readRepublishArgs(args);
  const { MONGO_URL, MONGO_DB, TOPIC_PREFIX } = commonSettings;
  const owner = topic.split('.')[0];
  const settings = { MONGO_URL, MONGO_DB: { ...MONGO_DB, default: `daka_${owner}` }, ...kafkaSettings, TOPIC_PREFIX };
  const config = loadConfig(settings, process.env);
  const logger = createLogger({ service: 'republish', level: 'warn' });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  try {
    const kafka = connectKafka({ config, clientId: 'republish', logger });
    return await republishTopic({ mongo, kafka, prefix: config.TOPIC_PREFIX, topic, fromSeq });
  } finally {
    await mongo.stop();
  }
}

if (require.main === module)
  main(process.argv.slice(2)).then(
    (count) => {
      process.stdout.write(`${count} events sent again; who has applied them drops them.\n`);
      process.exit(0);
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(2);
    },
  );
