import { iso } from '@daka/contracts';
import { connectMongo, createLogger, loadConfig } from '@daka/service-kit';
import { ensureLedger, LEDGER } from '../adapters/mongo/ledger-validator';
import { settings } from '../config';
import type { Finding } from '../domain/reconcile/judge';
import type { CurrencyTotals, Report } from '../domain/reconcile/report';
import { openReconcile } from './open-reconcile';

const USAGE = 'Usage: npm run reconcile [-- --full]';
const MAX_SHOWN = 1_000;

/** Compares Stripe with the ledger now. 0: no difference; 1: differences, each on a line; 2: it could not look. */
async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--full')) throw new Error(USAGE);
  const { MONGO_URL, MONGO_DB, STRIPE_SECRET_KEY, STRIPE_API_BASE, STRIPE_TIMEOUT_MS, RECONCILE_GRACE_MS } = settings;
  const config = loadConfig(
    { MONGO_URL, MONGO_DB, STRIPE_SECRET_KEY, STRIPE_API_BASE, STRIPE_TIMEOUT_MS, RECONCILE_GRACE_MS },
    process.env,
  );
  const mongo = await connectMongo({
    url: config.MONGO_URL,
    db: config.MONGO_DB,
    logger: createLogger({ service: 'reconcile', level: 'warn' }),
  });
  try {
    const there = await mongo.connection.db?.listCollections({ name: LEDGER }, { nameOnly: true }).toArray();
    if (!there || there.length === 0) throw new Error(`There is no ledger in the database ${config.MONGO_DB}.`);
    // It reads by an index that a ledger of an older version lacks.
    await ensureLedger(mongo);
    const reconcile = await openReconcile(mongo, config, { wallMs: Date.now });
    let shown = 0;
    const report = await reconcile({
      isFull: args.includes('--full'),
      onFinding(finding) {
        shown += 1;
        if (shown <= MAX_SHOWN) console.log(lineOf(finding));
      },
    });
    if (shown > MAX_SHOWN) console.log(`... and ${shown - MAX_SHOWN} more`);
    printReport(report);
    return report.differences === 0 ? 0 : 1;
  } finally {
    await mongo.stop();
  }
}

function lineOf({
  state,
  cause,
  text,
  source,
  account,
  currency,
  processorMinor,
  ledgerMinor,
  differenceMinor,
  enrolmentId,
  movedAtMs,
}: Finding): string {
  const where = [
    source,
    ...(account === '' ? [] : [`account ${account}`]),
    ...(enrolmentId === null ? [] : [`enrolment ${enrolmentId}`]),
  ].join('  ');
  const when = movedAtMs === null ? '' : `  moved ${iso(movedAtMs)}`;
  return `${state.toUpperCase().padEnd(10)}  ${cause}  ${where}${when}\n            Stripe ${processorMinor}, ledger ${ledgerMinor}, difference ${differenceMinor} ${currency}. ${text}`;
}

function printReport({ sources, differences, inFlight, outside, totals }: Report): void {
  const columns: readonly (readonly [string, (total: CurrencyTotals) => string | number])[] = [
    ['currency', ({ currency }) => currency],
    ['Stripe', ({ processorMinor }) => processorMinor],
    ['ledger', ({ ledgerMinor }) => ledgerMinor],
    ['in flight', ({ inFlightMinor }) => inFlightMinor],
    ['outside', ({ outsideMinor }) => outsideMinor],
    ['difference', ({ differenceMinor }) => differenceMinor],
  ];
  if (totals.length > 0) console.log(columns.map(([name]) => name.padStart(14)).join(''));
  for (const total of totals) console.log(columns.map(([, cell]) => String(cell(total)).padStart(14)).join(''));
  console.log(`${sources} sources: ${differences} differences, ${inFlight} in flight, ${outside} outside`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
