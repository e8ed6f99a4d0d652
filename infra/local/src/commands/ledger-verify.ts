import { dakaDir } from '../paths';
import { withLocalMongo } from '../system/local-mongo';
import { endWith, runPaymentCommand } from './payment-command';

const toStderr = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run ledger:verify`: re-adds the ledger of the running system, or of the last one, from its first entry. */
endWith(
  withLocalMongo(process.env, dakaDir, toStderr, (mongoUrl) =>
    runPaymentCommand('verify-ledger', process.argv.slice(2), {
      MONGO_URL: mongoUrl,
      MONGO_DB: process.env['MONGO_DB'] || 'daka_payment',
    }),
  ),
);
