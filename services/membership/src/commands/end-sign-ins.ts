import { isRefused, membershipHttp } from '@daka/contracts';
import { commonSettings, connectMongo, createLogger, loadConfig } from '@daka/service-kit';
import { createAccounts } from '../adapters/mongo/accounts';
import { createSessions } from '../adapters/mongo/sessions';
import { createEndSignIns } from '../features/end-sign-ins/handler';

const settings = {
  NODE_ENV: commonSettings.NODE_ENV,
  MONGO_URL: commonSettings.MONGO_URL,
  MONGO_DB: { ...commonSettings.MONGO_DB, default: 'daka_membership' },
};

const EVERYBODY = '--all';

/** Ends all sign-ins of the account of an address, or everybody's. Answers the exit code: 1 when there is no such account. */
async function main([whose = '', ...more]: readonly string[]): Promise<0 | 1> {
  const email = membershipHttp.KnownEmail.safeParse(whose);
  if ((whose !== EVERYBODY && !email.success) || more.length > 0)
    throw new Error(`Usage: npm run end-sign-ins -- ADDRESS|${EVERYBODY}`);
  const config = loadConfig(settings, process.env);
  const logger = createLogger({ service: 'end-sign-ins', level: 'warn' });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  try {
    const [accounts, sessions] = [await createAccounts(mongo), await createSessions(mongo)];
    const endSignIns = createEndSignIns({ accounts, sessions, wallClock: { nowMs: () => Date.now() } });
    const ended = await endSignIns(email.success ? email.data : null);
    if (isRefused(ended)) {
      process.stderr.write(`${ended.detail}\n`);
      return 1;
    }
    process.stdout.write(
      `Sign-ins ended: ${ended}. What they were given last is good for ACCESS_TOKEN_SECONDS at most.\n`,
    );
    return 0;
  } finally {
    await mongo.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
