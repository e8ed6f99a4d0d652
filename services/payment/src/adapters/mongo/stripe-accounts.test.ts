import type { StripeAccounts } from '../../ports';
import { startLedger, type TestLedger } from '../../testing/ledger';
import { createStripeAccounts } from './stripe-accounts';

jest.setTimeout(60_000);

let ledger: TestLedger;
let accounts: StripeAccounts;
beforeAll(async () => {
  ledger = await startLedger();
  accounts = await createStripeAccounts(ledger.mongo);
});
afterAll(() => ledger.stop());

const begin = (organisationId: string, accountId: string, lookAtMs = 5) =>
  accounts.begin(organisationId, accountId, 'somebody', lookAtMs);

it('binds an account to the organisation that it was created for, and to no other', async () => {
  expect([await begin('a', 'acct_1'), await begin('b', 'acct_1')]).toEqual(['acct_1', null]);
  expect([await accounts.organisationOf('acct_1'), await accounts.organisationOf('acct_none')]).toEqual(['a', null]);
  expect(await accounts.onboardingOf('a')).toEqual({ accountId: 'acct_1', isDone: false });
  expect([await accounts.onboardingOf('b'), await accounts.of('a'), await accounts.organisations()]).toEqual([
    null,
    null,
    [],
  ]);
});

it('of several that are created at once for one organisation keeps one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => begin('at-once', `acct_at_${index}`)));
  expect(new Set(answers).size).toBe(1);
});

it('of one that two want at once is one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => begin(`wants-${index}`, 'acct_3')));
  expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
});

it('uses an account when its onboarding is over, once: a later choice is not overruled', async () => {
  await begin('c', 'acct_c');
  await accounts.finish('d', 'acct_c', 1);
  await accounts.finish('c', 'acct_other', 1);
  expect(await accounts.of('c')).toBeNull();
  await accounts.finish('c', 'acct_c', 1);
  expect([await accounts.of('c'), await accounts.organisations()]).toEqual(['acct_c', ['c']]);
  await accounts.choose('c', null, 'somebody', 2);
  await accounts.finish('c', 'acct_c', 3);
  expect([await accounts.of('c'), (await accounts.onboardingOf('c'))?.isDone]).toEqual([null, true]);
  expect(await accounts.all()).toEqual([]);
});

it('is looked at while its onboarding is under way, the longest waiting first', async () => {
  await begin('e', 'acct_e', 100);
  await begin('f', 'acct_f', 99);
  const due = async () => (await accounts.dueForLook(100, 50)).filter((id) => ['acct_e', 'acct_f'].includes(id));
  expect(await due()).toEqual(['acct_f', 'acct_e']);
  await accounts.lookAgain('acct_f', 101);
  await accounts.finish('e', 'acct_e', 1);
  expect(await due()).toEqual([]);
});

it('counts what was chosen before bindings were kept, unless two had chosen it', async () => {
  const stored = ledger.mongo.connection.collection<{ _id: string; accountId: string; known: string[] }>(
    'stripe_accounts',
  );
  await stored.insertOne({ _id: 'older', accountId: 'acct_old', known: ['acct_old', 'acct_both'] });
  await stored.insertOne({ _id: 'thief', accountId: 'acct_both', known: ['acct_both'] });
  expect([await accounts.organisationOf('acct_old'), await accounts.organisationOf('acct_both')]).toEqual([
    'older',
    null,
  ]);
  expect(await accounts.all()).toEqual(['acct_both', 'acct_old']);
});
