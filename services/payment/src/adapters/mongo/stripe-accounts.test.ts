import { startLedger, type TestLedger } from '../../testing/ledger';
import { createStripeAccounts } from './stripe-accounts';

jest.setTimeout(60_000);

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger.stop());

const choose = (organisationId: string, accountId: string | null) =>
  createStripeAccounts(ledger.mongo).choose(organisationId, accountId, 'somebody', 1);
const of = (organisationId: string) => createStripeAccounts(ledger.mongo).of(organisationId);

it('is the organisation that chose it first, for good, also when they were left for another', async () => {
  expect([await choose('a', 'acct_1'), await choose('a', 'acct_2')]).toEqual([true, true]);
  expect([await choose('b', 'acct_1'), await choose('b', 'acct_2')]).toEqual([false, false]);
  expect([await choose('a', null), await choose('b', 'acct_2')]).toEqual([true, false]);
  expect([await of('a'), await of('b')]).toEqual([null, null]);
  expect(await choose('a', 'acct_1')).toBe(true);
});

it('of one that two want at once is one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => choose(`at-once-${index}`, 'acct_3')));
  expect(answers.filter(Boolean)).toHaveLength(1);
});

it('counts what was chosen before bindings were kept', async () => {
  const accounts = ledger.mongo.connection.collection<{ _id: string; accountId: string; known: string[] }>(
    'stripe_accounts',
  );
  await accounts.insertOne({ _id: 'older', accountId: 'acct_old', known: ['acct_old'] });
  expect([await choose('newer', 'acct_old'), await choose('older', 'acct_old')]).toEqual([false, true]);
});
