import { commonSettings, connectMongo, createLogger, createSealing, loadConfig } from '@daka/service-kit';
import { addKey } from '../adapters/mongo/signing-keys';
import { membershipSettings } from '../config';

const settings = {
  NODE_ENV: commonSettings.NODE_ENV,
  MONGO_URL: commonSettings.MONGO_URL,
  MONGO_DB: { ...commonSettings.MONGO_DB, default: 'daka_membership' },
  KEY: membershipSettings.KEY,
};

/** Makes a new signing key, stored under the same KEY as membership's own. Answers its id. */
async function main(): Promise<string> {
  const config = loadConfig(settings, process.env);
  const logger = createLogger({ service: 'rotate-keys', level: 'warn' });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  try {
    return await addKey(mongo, { sealing: createSealing(config.KEY), wallClock: { nowMs: () => Date.now() } });
  } finally {
    await mongo.stop();
  }
}

main().then(
  (kid) => {
    process.stdout.write(
      `Key ${kid} signs access tokens within half a minute; the others verify until their last token is over.\n`,
    );
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
