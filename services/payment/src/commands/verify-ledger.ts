import { sha256 } from '../adapters/sha256';
import { BOOKS } from '../adapters/mongo/books';
import { COHORT_BOOKS } from '../adapters/mongo/cohort-books';
import { verifyLedger } from '../adapters/mongo/verify-ledger';
import { settings } from '../config';
import { connectMongo, createLogger, loadConfig } from '@daka/service-kit';

/** `node dist/commands/verify-ledger.js`: re-adds every journal from its first entry. Exit 1 when something is wrong, each fault on a line. */
async function main(): Promise<number> {
  const { MONGO_URL, MONGO_DB } = settings;
  const config = loadConfig({ MONGO_URL, MONGO_DB }, process.env);
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger: createLogger({ service: 'verify-ledger', level: 'warn' }) });
  try {
    const { entries, books, faults } = await verifyLedger(mongo, [BOOKS, COHORT_BOOKS], sha256);
    for (const { book, fault } of faults) console.log(`${book}: ${fault}`);
    console.log(`${entries} entries in ${books} books, ${faults.length} faults`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await mongo.stop();
  }
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
