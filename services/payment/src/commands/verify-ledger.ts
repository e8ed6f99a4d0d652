import { connectMongo, createLogger, loadConfig } from '@daka/service-kit';
import { LEDGER } from '../adapters/mongo/ledger-validator';
import { verifyLedger } from '../adapters/mongo/verify-ledger';
import { sha256 } from '../adapters/sha256';
import { settings } from '../config';

const USAGE = 'Usage: npm run ledger:verify [-- --rebuild]';
const MAX_SHOWN = 1_000;

/** Re-adds every journal from its first entry. 0: all is well; 1: something is wrong, each fault on a line; 2: it could not look. */
async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--rebuild')) throw new Error(USAGE);
  const { MONGO_URL, MONGO_DB } = settings;
  const config = loadConfig({ MONGO_URL, MONGO_DB }, process.env);
  const mongo = await connectMongo({
    url: config.MONGO_URL,
    db: config.MONGO_DB,
    logger: createLogger({ service: 'verify-ledger', level: 'warn' }),
  });
  try {
    const there = await mongo.connection.db?.listCollections({ name: LEDGER }, { nameOnly: true }).toArray();
    if (!there || there.length === 0) throw new Error(`There is no ledger in the database ${config.MONGO_DB}.`);
    let shown = 0;
    const { entries, books, faults, rebuilt } = await verifyLedger(mongo, {
      sha256,
      rebuild: args.includes('--rebuild'),
      onFault({ book, fault, isRebuilt }) {
        shown += 1;
        if (shown <= MAX_SHOWN) console.log(`${book}: ${fault}${isRebuilt ? '; rebuilt from its entries' : ''}`);
      },
    });
    if (shown > MAX_SHOWN) console.log(`... and ${shown - MAX_SHOWN} more`);
    console.log(`${entries} entries in ${books} books, ${faults} faults${rebuilt > 0 ? `, ${rebuilt} rebuilt` : ''}`);
    return faults === 0 ? 0 : 1;
  } finally {
    await mongo.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
