import { creditOf } from '../../domain/ledger/accounts';
import { simulate } from '../../testing/simulation/simulate';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 2_500);
const FIRST = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);

/** SIMULATION_FIRST_SEED=n SIMULATION_SEEDS=1 replays one. */
it(`${SEEDS} schedules of faults: no unit is lost, invented or sent twice`, async () => {
  const met = { lost: 0, retried: 0, failed: 0, cancelled: 0, refunds: 0, lostDisputes: 0, wonDisputes: 0, losses: 0 };
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const { book, stripe } = await simulate(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    });
    if (book === null) throw new Error(`seed ${seed}: no book`);
    const arrived = stripe.refunds
      .filter(({ report }) => report.status === 'succeeded')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const owed = book.refunds
      .filter(({ status }) => status === 'failed')
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const withdrawn = stripe.disputes.reduce((sum, { withdrawnMinor, feeMinor }) => sum + withdrawnMinor + feeMinor, 0);
    const balances = book.balances;
    expect({
      seed,
      work: book.work.refundsAtMs,
      stuck: book.refunds.filter(
        ({ status }) => status !== 'succeeded' && status !== 'failed' && status !== 'otherwise',
      ),
    }).toEqual({ seed, work: null, stuck: [] });
    expect({
      seed,
      cash: balances.stripe_cash,
      payable: creditOf(balances, 'refunds_payable'),
      inFlight: balances.refunds_in_flight ?? 0,
    }).toEqual({ seed, cash: 12_000 - arrived - withdrawn, payable: owed, inFlight: 0 });
    // Whatever the bank decided, the pool has what was forfeited, and nothing is left undecided.
    expect({ seed, pool: creditOf(balances, 'forfeit_pool'), open: balances.disputes_open ?? 0 }).toEqual({
      seed,
      pool: book.forfeitedMinor - (book.bonusMinor ?? 0),
      open: 0,
    });
    met.lostDisputes += stripe.disputes.filter(({ status }) => status === 'lost').length;
    met.wonDisputes += stripe.disputes.filter(({ status }) => status === 'won').length;
    met.losses += (balances.dispute_losses ?? 0) > 0 ? 1 : 0;
    met.refunds += book.refunds.length;
    met.retried += book.refunds.filter(({ attempt }) => attempt > 1).length;
    met.failed += book.refunds.filter(({ status }) => status === 'failed').length;
    met.cancelled += book.isCancelled ? 1 : 0;
    met.lost += stripe.refunds.filter(({ report }) => report.status === 'failed').length;
  }
  // A simulation that met no trouble would prove nothing.
  if (SEEDS >= 100) for (const [what, count] of Object.entries(met)) expect([what, count > 10]).toEqual([what, true]);
}, 120_000);
