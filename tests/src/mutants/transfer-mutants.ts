import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const transferTests = [payment('domain/transfer.test.ts')];
const shareTests = [payment('domain/share-transfer.test.ts')];

/** Bugs about money that goes to organisers. */
export const transferMutants: readonly Mutant[] = [
  {
    name: 'transferred-in-the-cooling-off',
    bug: 'the fee goes to the organiser while it may still have to go back',
    file: payment('domain/money-of.ts'),
    find: 'book.feeEarnedFromMs <= atMs',
    replace: 'book.feeEarnedFromMs <= Infinity * atMs',
    tests: transferTests,
  },
  {
    name: 'transferred-twice',
    bug: 'a second transfer begins while nobody knows what became of the first',
    file: payment('domain/transfer.ts'),
    find: 'if (transfers.some(isSending)) return [];',
    replace: '',
    tests: transferTests,
  },
  {
    name: 'transferred-whole',
    bug: 'the fee goes out without what the payment cost, which deposits then lack',
    file: payment('domain/transfer.ts'),
    find: '(balances.processor_fees ?? 0)',
    replace: '0',
    tests: transferTests,
  },
  {
    name: 'fee-not-reversed',
    bug: 'a fee that goes back to the learner stays with the organiser, and a deposit pays it',
    file: payment('domain/transfer.ts'),
    find: 'missingMinor < 0 ? transfers',
    replace: 'missingMinor < -Infinity ? transfers',
    tests: transferTests,
  },
  {
    name: 'transferred-while-disputed',
    bug: 'the fee of a payment that a bank questions goes out',
    file: payment('domain/fee-transfer.ts'),
    find: ' || isFrozen(book)) return null',
    replace: ') return null',
    tests: transferTests,
  },
  {
    name: 'transferred-what-was-never-here',
    bug: "the fee of a payment in the organiser's own account goes out of others' deposits",
    file: payment('domain/fee-transfer.ts'),
    find: 'every(({ accountId }) => accountId === null)',
    replace: 'every(() => true)',
    tests: transferTests,
  },
  {
    name: 'share-before-the-bonuses',
    bug: 'the share goes out while bonuses and settlements are still on their way to books',
    file: payment('domain/share-transfer.ts'),
    find: 'if (money.poolMinor !== book.organiserMinor + book.charityMinor)',
    replace: 'if (money.poolMinor === Infinity)',
    tests: shareTests,
  },
  {
    name: 'share-without-costs',
    bug: 'the share goes out whole although payments of the cohort cost more than their fees brought',
    file: payment('domain/share-transfer.ts'),
    find: ' - shortMinor - disputedMinor',
    replace: ' - disputedMinor',
    tests: shareTests,
  },
  {
    name: 'share-of-what-is-questioned',
    bug: 'the share goes out of money that a bank has taken back for the time being',
    file: payment('domain/share-transfer.ts'),
    find: ' - shortMinor - disputedMinor',
    replace: ' - shortMinor',
    tests: shareTests,
  },
  {
    name: 'share-of-deposits-elsewhere',
    bug: "the share of pools that lie in the organiser's own account goes out of others' deposits",
    file: payment('domain/share-transfer.ts'),
    find: 'Math.min(book.organiserMinor, hereMinor)',
    replace: 'book.organiserMinor',
    tests: shareTests,
  },
  {
    name: 'account-of-another-organisation',
    bug: 'an account that the processor made for another organisation is used',
    file: payment('domain/connect-account.ts'),
    find: 'report.organisationId === organisationId && ',
    replace: '',
    tests: [payment('domain/connect-account.test.ts')],
  },
  {
    name: 'account-of-nobody-met',
    bug: 'an account is used before its owner has been through the onboarding',
    file: payment('domain/connect-account.ts'),
    find: ' && report.mayBePaid',
    replace: '',
    tests: [payment('domain/connect-account.test.ts')],
  },
  {
    name: 'account-by-its-id',
    bug: 'whoever types the id of an account gets the money sent there',
    file: payment('features/choose-account/handler.ts'),
    find: 'boundTo === null || (begun',
    replace: '(begun',
    tests: [payment('features/connected-accounts.test.ts')],
  },
];
