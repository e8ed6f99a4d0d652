import { dakaDir } from '../paths';
import { withLocalMongo } from '../system/local-mongo';
import { withLocalStripe } from '../system/local-stripe';
import { endWith, runPaymentCommand } from './payment-command';

const toStderr = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run reconcile`: compares Stripe with the ledger of the running system, or of the last one. */
endWith(
  withLocalMongo(process.env, dakaDir, toStderr, (mongoUrl) =>
    withLocalStripe(process.env, dakaDir, toStderr, (stripe) =>
      runPaymentCommand('reconcile', process.argv.slice(2), {
        MONGO_URL: mongoUrl,
        MONGO_DB: process.env['MONGO_DB'] || 'daka_payment',
        ...stripe,
      }),
    ),
  ),
);
