import { creditOf } from '../domain/ledger/accounts';
import { PRICE } from '../testing/book';
import { simulateProcess } from '../testing/simulation/simulate-process';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 2_500);
const FIRST = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);

/** SIMULATION_FIRST_SEED=n SIMULATION_SEEDS=1 replays one. */
it(`${SEEDS} lives of an enrolment, from the checkout to the last refund, under faults: whoever paid is admitted or refunded, to the unit`, async () => {
  const met = {
    admitted: 0,
    refused: 0,
    excess: 0,
    settled: 0,
    failed: 0,
    neverPaid: 0,
    told: 0,
    objected: 0,
    confirmed: 0,
    won: 0,
    lost: 0,
    lostAfterSettlement: 0,
    frozen: 0,
  };
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const life = await simulateProcess(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    });
    checkEnd(seed, life);
    met.admitted += life.outcome === 'admitted' ? 1 : 0;
    met.refused += life.outcome === 'refused' ? 1 : 0;
    met.settled += life.isSettled ? 1 : 0;
    met.excess += life.captured.size > 1 ? 1 : 0;
    met.failed += life.book?.refunds.some(({ status }) => status === 'failed') ? 1 : 0;
    met.won += life.stripe.disputes.some(({ status }) => status === 'won') ? 1 : 0;
    met.lost += life.stripe.disputes.some(({ status }) => status === 'lost') ? 1 : 0;
    met.lostAfterSettlement += life.isSettled && life.stripe.disputes.some(({ status }) => status === 'lost') ? 1 : 0;
    met.frozen += life.book?.frozen === undefined ? 0 : 1;
    for (const { state } of life.book?.paidOutside ?? []) met[state] += 1;
    met.neverPaid += life.captured.size === 0 ? 1 : 0;
  }
  // A simulation that met no trouble would prove nothing.
  if (SEEDS >= 2_500) expect(Object.entries(met).filter(([, count]) => count === 0)).toEqual([]);
}, 600_000);

function checkEnd(
  seed: number,
  { book, captured, stripe, outcome, isAtRest, isSettled }: Awaited<ReturnType<typeof simulateProcess>>,
): void {
  expect({ seed, isAtRest }).toEqual({ seed, isAtRest: true });
  if (book === null) throw new Error(`seed ${seed}: no book`);
  const capturedMinor = sum([...captured.values()]);
  const arrivedMinor = sum(
    stripe.refunds.filter(({ report }) => report.status === 'succeeded').map(({ amountMinor }) => amountMinor),
  );
  const owedMinor = sum(book.refunds.filter(({ status }) => status === 'failed').map(({ amountMinor }) => amountMinor));
  const withdrawnMinor = sum(stripe.disputes.map((dispute) => dispute.withdrawnMinor));
  const { balances } = book;

  // Every payment is known; cash is what was captured, less what arrived back, what banks took and what the processor keeps.
  expect({
    seed,
    charges: book.charges.length,
    cash: balances.stripe_cash ?? 0,
    inFlight: balances.refunds_in_flight ?? 0,
    undecided: balances.disputes_open ?? 0,
    payable: creditOf(balances, 'refunds_payable'),
  }).toEqual({
    seed,
    charges: captured.size,
    cash: capturedMinor - arrivedMinor - withdrawnMinor - (balances.processor_fees ?? 0),
    inFlight: 0,
    undecided: 0,
    payable: owedMinor,
  });
  // Paid means admitted or refunded: what is kept is at most the price of the one seat.
  const keptMinor = capturedMinor - arrivedMinor - withdrawnMinor - owedMinor - creditOf(balances, 'paid_outside');
  const seatMinor = outcome === 'admitted' && captured.size > 0 ? PRICE.entryFeeMinor + PRICE.depositMinor : 0;
  expect({ seed, isKeptTooMuch: keptMinor > seatMinor }).toEqual({ seed, isKeptTooMuch: false });
  // Once all is said and done, nothing stays set aside for an appeal.
  if (isSettled || outcome === 'refused')
    expect({ seed, frozen: balances.deposits_frozen ?? 0 }).toEqual({ seed, frozen: 0 });
  if (!isSettled || outcome !== 'admitted') return;
  expect({ seed, isSettled: book.isSettled, held: balances.deposits_held ?? 0 }).toEqual({
    seed,
    isSettled: true,
    held: 0,
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
