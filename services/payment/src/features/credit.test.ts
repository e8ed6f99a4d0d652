import { soon, startHarness, type Harness, type Learner } from '../testing/service';

jest.setTimeout(180_000);

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness();
});
afterAll(() => payment?.stop());

const creditOf = async (learner: Learner) => (await payment.statement(learner)).creditMinor;

/** A learner with 700 of credit from a cohort that is over. */
async function withCredit(): Promise<Learner> {
  const learner = await payment.paid();
  await payment.settled(learner, 10_000);
  await payment.bonus(learner, 2_700);
  await soon(async () => (await creditOf(learner)) === 700);
  return learner;
}

it("pays the next cohort's fee: the session asks for less, the old book gives it up, the ledger balances", async () => {
  const before = await withCredit();
  const next = await payment.seatHeld(undefined, before.learnerId);
  const { status, body } = await payment.checkout(next);
  expect([status, body]).toMatchObject([201, { amountMinor: 11_300, creditMinor: 700 }]);
  await payment.pay(body.url);
  await soon(async () => (await payment.statement(next)).creditUsedMinor === 700);
  await soon(async () => (await creditOf(before)) === 0);
  expect(await payment.statement(next)).toMatchObject({ paidMinor: 12_000 });
  expect((await payment.statement(before)).lines.at(-1)).toMatchObject({
    kind: 'credit_moved',
    amountMinor: 700,
    text: 'CNY 7.00 of the credit paid the entry fee of another cohort.',
  });
  expect((await payment.statement(next)).lines.map(({ kind }) => kind)).toEqual([
    'paid',
    'credit_used',
    'processor_fee',
  ]);
  await soon(async () => (await payment.accounts())['workPending'] === 0);
  const { totals } = await payment.control<{ totals: Record<string, { balance: number }> }>('state');
  expect(await payment.accounts()).toMatchObject({ ledgerBalanced: true, cashMinor: totals['cny']?.balance });
});
it('is not counted on twice by two enrolments at once', async () => {
  const before = await withCredit();
  const both = await Promise.all([
    payment.seatHeld(undefined, before.learnerId),
    payment.seatHeld(undefined, before.learnerId),
  ]);
  const answers = await Promise.all(both.map((one) => payment.checkout(one)));
  expect(answers.map(({ body }) => (body as unknown as { amountMinor: number }).amountMinor).sort()).toEqual([
    11_300, 12_000,
  ]);
});
it('is free again when the enrolment that counted on it is cancelled unpaid', async () => {
  const before = await withCredit();
  const next = await payment.seatHeld(undefined, before.learnerId);
  expect((await payment.checkout(next)).body).toMatchObject({ creditMinor: 700 });
  await payment.cancelled(next);
  const third = await payment.seatHeld(undefined, before.learnerId);
  await soon(async () => (await payment.checkout(third)).status === 201);
  await soon(async () => {
    const again = await payment.seatHeld(undefined, before.learnerId);
    return (
      ((await payment.checkout(again)).body as unknown as { creditMinor: number }).creditMinor +
        ((await payment.checkout(third)).body as unknown as { creditMinor: number }).creditMinor ===
      700
    );
  });
});
it("is nobody else's", async () => {
  await withCredit();
  expect((await payment.checkout(await payment.seatHeld())).body).toMatchObject({
    amountMinor: 12_000,
    creditMinor: 0,
  });
});
