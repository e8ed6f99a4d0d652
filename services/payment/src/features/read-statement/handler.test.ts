import { randomUUID } from 'node:crypto';
import { isRefused } from '@daka/contracts';
import { seededRandom } from '@daka/service-kit/testing';
import { createLedger } from '../../adapters/mongo/ledger';
import { sha256 } from '../../adapters/sha256';
import { chainEntries, EMPTY_LEDGER, type LedgerHead, type Posting, type PostingKind } from '../../domain/ledger/entry';
import { credit, debit } from '../../domain/ledger/accounts';
import { ids, paidBook, START_MS } from '../../testing/book';
import { startLedger, type TestLedger } from '../../testing/ledger';
import { presentStatement } from '../present/statement';
import { createReadStatement, type ReadStatement } from './handler';

jest.setTimeout(60_000);

/** A new kind without a row here does not compile. */
const kinds: Record<PostingKind, Partial<Posting>> = {
  paid: {},
  paid_in_excess: {},
  fee_earned: {},
  payout_due: { period: '2026-03-02', days: [{ day: '2026-03-02', kind: 'made_up', position: 2, weight: 1 }] },
  refund_sent: { period: '2026-03-02' },
  refunded: { period: '2026-03-02', source: 're_1' },
  refund_failed: { period: '2026-03-02' },
  refund_returned: { period: '2026-03-02' },
  forfeited: {},
  kept_as_credit: {},
  bonus_awarded: {},
  bonus_placed: {},
  cancelled: {},
  pool_shared: {},
  processor_fee: {},
  dispute_withdrawn: {},
  dispute_returned: {},
  dispute_fee: {},
  dispute_fee_returned: {},
  dispute_lost: {},
  hand_payment_told: {},
  hand_payment_objected: {},
  paid_outside: {},
  appeal_opened: {},
  appeal_answered: {},
  appeal_eased: {},
  credit_used: {},
  credit_moved: {},
  transferred: { source: 'tr_1' },
  transfer_reversed: { source: 'trr_1' },
};
const allKinds = Object.keys(kinds) as PostingKind[];

let ledger: TestLedger;
let enrolmentId: string;
let head: LedgerHead;
/** Two, as two processes have them. */
let instances: ReadStatement[];
/** Reads all of it, as for the first time. */
let fresh: () => Promise<unknown>;

beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger.stop());
beforeEach(() => {
  enrolmentId = randomUUID();
  head = EMPTY_LEDGER;
  const book = { ...paidBook(), enrolmentId, isSummed: false, isRecorded: false };
  const journals = createLedger(ledger.mongo, {
    load: async (id) => (id === enrolmentId ? { ...book, ledger: head } : null),
  });
  instances = [createReadStatement({ ledger: journals }), createReadStatement({ ledger: journals })];
  fresh = async () => presentStatement((await journals.journalOf(enrolmentId))!);
});
afterEach(() => jest.restoreAllMocks());

async function post(postings: readonly PostingKind[], amountMinor = 700): Promise<void> {
  const added = chainEntries(
    head,
    postings.map((kind, index) => ({
      cause: `${head.seq}:${index}:${kind}`,
      kind,
      atMs: START_MS + head.seq,
      lines: [debit('deposits_held', amountMinor), credit('refunds_payable', amountMinor)],
      ...kinds[kind],
    })),
    { book: enrolmentId, cohortId: ids.cohortId, currency: 'CNY' },
    sha256,
  );
  await ledger.entries.insertMany(added);
  const last = added.at(-1);
  if (last) head = { seq: last.seq, hash: last.hash };
}

async function expectFresh(): Promise<void> {
  const expected = await fresh();
  for (const readStatement of instances) expect(await readStatement(enrolmentId)).toEqual(expected);
}

it.each([1, 2, 3])('shows what a fresh read shows, after any history and in two instances (seed %i)', async (seed) => {
  const random = seededRandom(seed);
  const order = random.shuffle([...allKinds, ...allKinds]);
  while (order.length > 0) {
    await post(order.splice(0, 1 + random.below(4)), 1 + random.below(9_000));
    if (random.chance(0.5)) await instances[random.below(2)]?.(enrolmentId);
    if (random.chance(0.3)) await expectFresh();
  }
  await expectFresh();
  expect(await instances[0]?.(enrolmentId)).toMatchObject({ lines: { length: 2 * allKinds.length } });
});

it('reads each entry once, and none when the head is known', async () => {
  const find = jest.spyOn(ledger.entries, 'find');
  const [readStatement] = instances;
  await post(['paid', 'payout_due']);
  await readStatement?.(enrolmentId);
  await readStatement?.(enrolmentId);
  expect(find.mock.calls).toEqual([[{ book: enrolmentId, seq: { $gt: 0, $lte: 2 } }]]);
  await post(['refund_sent']);
  await readStatement?.(enrolmentId);
  await readStatement?.(enrolmentId);
  expect(find.mock.calls.slice(1)).toEqual([[{ book: enrolmentId, seq: { $gt: 2, $lte: 3 } }]]);
});

it.each([
  ['as long', 0],
  ['longer', 1],
  ['shorter', -1],
])('shows nothing of a journal that was replaced by another one, %s', async (_what, more) => {
  await post(['paid', 'payout_due', 'refund_sent']);
  await expectFresh();
  await ledger.entries.deleteMany({ book: enrolmentId });
  head = EMPTY_LEDGER;
  await post((['paid', 'fee_earned', 'forfeited', 'bonus_awarded'] as const).slice(0, 3 + more), 900);
  await expectFresh();
});

it('does not know a book that is not there', async () => {
  const answer = await instances[0]?.(randomUUID());
  expect(answer && isRefused(answer) ? answer.refused : answer).toBe('not_found');
});
