import { isRefused, membershipHttp } from '@daka/contracts';
import { commonSettings, connectMongo, createLogger, loadConfig } from '@daka/service-kit';
import { createAccounts } from '../adapters/mongo/accounts';
import { createSecondFactors } from '../adapters/mongo/second-factors';
import { createRemoveSecondFactor } from '../features/remove-second-factor/handler';

const settings = {
  NODE_ENV: commonSettings.NODE_ENV,
  MONGO_URL: commonSettings.MONGO_URL,
  MONGO_DB: { ...commonSettings.MONGO_DB, default: 'daka_membership' },
};

/** Turns two-step sign-in off for the account of an address. Answers the exit code: 1 when there was nothing to turn off. */
async function main([address = '', ...more]: readonly string[]): Promise<0 | 1> {
  const email = membershipHttp.KnownEmail.safeParse(address);
  if (!email.success || more.length > 0) throw new Error('Usage: npm run remove-second-factor -- ADDRESS');
  const config = loadConfig(settings, process.env);
  const logger = createLogger({ service: 'remove-second-factor', level: 'warn' });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  try {
    const accounts = await createAccounts(mongo);
    const secondFactors = await createSecondFactors(mongo);
    const wallClock = { nowMs: () => Date.now() };
    const refused = await createRemoveSecondFactor({ accounts, secondFactors, wallClock })(email.data);
    if (isRefused(refused)) {
      process.stderr.write(`${refused.detail}\n`);
      return 1;
    }
    process.stdout.write('The password alone signs in now; a letter tells the owner.\n');
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
