import { createHash } from 'node:crypto';
import { chainEntries, EMPTY_LEDGER, type LedgerEntry, type Posting, replayEntries } from './entry';
import { credit, debit } from './accounts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const of = { book: 'b', cohortId: 'c', currency: 'CNY' };
const posting = (cause: string, amountMinor: number): Posting => ({
  cause,
  kind: 'payout_due',
  atMs: 1,
  lines: [debit('deposits_held', amountMinor), credit('refunds_payable', amountMinor)],
  period: 'p',
  days: [{ day: 'd', kind: 'on_time', position: 1, weight: 2 }],
});
const journal = () =>
  chainEntries(EMPTY_LEDGER, [posting('one', 5), posting('two', 7), posting('three', 9)], of, sha256);
const changed = (at: number, change: Partial<LedgerEntry>) =>
  journal().map((entry, index) => (index === at ? { ...entry, ...change } : entry));

it('counts without a gap, spells each entry out in its _id and links it to the one before', () => {
  const [first, second] = journal();
  expect(first).toMatchObject({ seq: 1, previousHash: EMPTY_LEDGER.hash });
  expect(first?._id).toBe(
    `b|1|c|CNY|payout_due|1|p||deposits_held=5;refunds_payable=-5;|[d,on_time,1,2;|${EMPTY_LEDGER.hash}|${first?.hash}|one`,
  );
  expect(second).toMatchObject({ seq: 2, previousHash: first?.hash });
});
it('goes on where the journal stands', () => {
  const [first, second] = journal();
  expect(chainEntries({ seq: 1, hash: first?.hash ?? '' }, [posting('two', 7)], of, sha256)).toEqual([second]);
});
it('adds up to the balances', () => {
  expect(replayEntries(journal(), sha256)).toMatchObject({
    balances: { deposits_held: 21, refunds_payable: -21 },
    head: { seq: 3 },
    fault: null,
  });
});
it('keeps the hashes of entries without a source as they have always been, and holds a source to its hash', () => {
  expect(journal().at(-1)?.hash).toBe('8f49b5b8e7f971ad1680b1e4ae0d05dd3f09ca2cd57e767ee3965e6a97fe9f89');
  const sourced = chainEntries(EMPTY_LEDGER, [{ ...posting('one', 5), source: 'ch_1' }], of, sha256);
  expect(replayEntries(sourced, sha256).fault).toBeNull();
  expect(
    replayEntries(
      sourced.map((entry) => ({ ...entry, source: 'ch_2' })),
      sha256,
    ).fault,
  ).toEqual({ seq: 1, fault: 'wrong_hash' });
});
it('takes entries of old, which are named by their cause alone', () => {
  expect(
    replayEntries(
      journal().map((entry) => ({ ...entry, _id: `b:${entry.cause}` })),
      sha256,
    ).fault,
  ).toBeNull();
});
it.each([
  ['an _id that says something else', changed(1, { _id: 'b|2' }), { seq: 2, fault: 'wrong_id' }],
  ['a missing entry', journal().filter((_, index) => index !== 1), { seq: 3, fault: 'gap' }],
  [
    'an unbalanced entry',
    changed(1, { lines: [debit('deposits_held', 7), credit('refunds_payable', 8)] }),
    { seq: 2, fault: 'unbalanced' },
  ],
  [
    'a rewritten amount',
    changed(1, { lines: [debit('deposits_held', 8), credit('refunds_payable', 8)] }),
    { seq: 2, fault: 'wrong_hash' },
  ],
  [
    'a rewritten day',
    changed(0, { days: [{ day: 'e', kind: 'on_time', position: 1, weight: 2 }] }),
    { seq: 1, fault: 'wrong_hash' },
  ],
  ['a broken link', changed(2, { previousHash: 'f'.repeat(64) }), { seq: 3, fault: 'wrong_link' }],
])('finds %s', (_what, entries, fault) => {
  expect(replayEntries(entries, sha256).fault).toEqual(fault);
});
it.each([
  ['unbalanced', [debit('stripe_cash', 5), credit('deposits_held', 4)]],
  ['fractional', [debit('stripe_cash', 0.5), credit('deposits_held', 0.5)]],
  ['empty', []],
  ['zero', [debit('stripe_cash', 0), credit('deposits_held', 0)]],
])('throws at a posting that is %s', (_what, lines) => {
  expect(() => chainEntries(EMPTY_LEDGER, [{ ...posting('x', 1), lines }], of, sha256)).toThrow(/does not balance/);
});
