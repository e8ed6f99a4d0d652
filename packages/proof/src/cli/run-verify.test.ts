import type { PublicProof } from '../documents/day-record.ts';
import type { Export } from '../documents/export.ts';
import { toHex } from '../bytes.ts';
import { accountName, dayHash, leafNode } from '../hashes.ts';
import { sha256Text } from '../journal.ts';
import {
  booksAfter,
  honestExport,
  provenDays,
  splitDay,
  type SplitReceipt,
  type WholeReceipt,
} from '../testing/documents.ts';
import { runVerify } from './run-verify.ts';

type Files = Record<string, unknown>;

async function run(files: Files, args = Object.keys(files)) {
  const results: string[] = [];
  const errors: string[] = [];
  const code = await runVerify(args, {
    async readFile(path) {
      if (!(path in files)) throw new Error('no such file');
      return typeof files[path] === 'string' ? files[path] : JSON.stringify(files[path]);
    },
    writeResult: (line) => results.push(line),
    writeError: (line) => errors.push(line),
  });
  return { code, results, errors };
}

function world() {
  const exported = honestExport();
  const books = [1, 4, 7, 10].map((seq) => booksAfter(exported.money.entries, seq));
  const { receipts, page } = provenDays(books);
  return { exported, books, receipts, page, yesterday: receipts[2]!, today: receipts[3]! };
}

/** A copy with a change made by hand. */
function changed<T>(document: T, change: (copy: T) => void): T {
  const copy = structuredClone(document);
  change(copy);
  return copy;
}
const rehash = (receipt: WholeReceipt) => {
  receipt.day.dayHash = dayHash(receipt.day);
};

describe('an honest set of files', () => {
  it('is right: receipts of several days, the public page and the export, and says what was checked', async () => {
    const { exported, page, yesterday, today } = world();
    const { code, results, errors } = await run({
      'today.json': today,
      'yesterday.json': yesterday,
      'public.json': page,
      'export.json': exported,
    });
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
    expect(results[0]).toMatch(
      /^today.json: ok: EUR 400 \(minor units\) of .* 2025-08-07; as published, tied to the exported journal, chained to 3 earlier days$/,
    );
    expect(results[3]).toBe(
      'export.json: ok: by the rules EUR 600 (minor units) are earned, as the statement says; 10 journal entries re-added',
    );
  });
  it('is right one by one', async () => {
    const { exported, page, today } = world();
    for (const document of [exported, page, today]) expect((await run({ 'file.json': document })).code).toBe(0);
  });
  it('is right with one learner only, whose leaf is the root', async () => {
    const { exported } = world();
    const { receipts } = provenDays([booksAfter(exported.money.entries, 1, 0)].map((books) => books.slice(0, 1)));
    expect((await run({ 'r.json': receipts[0] })).code).toBe(0);
  });
});

describe('what is really held', () => {
  const account = { account: '', pendingMinor: 0, booksMinor: 900, freeMinor: 100, ownMinor: 900, ownFreeMinor: 100 };
  /** The newest day with the processor's balance in it. */
  const withCustody = (availableMinor: number, shown: { heldMinor: number; coverageBps: number }) =>
    changed(world().page, (page) => {
      const [newest] = page.items;
      if (!newest) throw new Error('no day');
      newest.sumMinor = 800;
      newest.custody = {
        cashMinor: 900,
        readAt: '2025-08-08T00:01:00.000Z',
        accounts: [{ ...account, availableMinor }],
      };
      Object.assign(newest, shown, { dayHash: dayHash(newest) });
    });

  it('is the books, or the balance where that is less', async () => {
    const whole = await run({ 'p.json': withCustody(5_000, { heldMinor: 900, coverageBps: 11_250 }) });
    expect(whole).toMatchObject({ code: 0, results: [expect.stringContaining('of EUR 800 owed')] });
    const short = await run({ 'p.json': withCustody(200, { heldMinor: 200, coverageBps: 2_500 }) });
    expect(short).toMatchObject({ code: 0, results: [expect.stringContaining('200 are held')] });
  });
  it.each([
    ['more is shown than there is', 200, { heldMinor: 900, coverageBps: 11_250 }],
    ['more is shown than there is, with its true coverage', 200, { heldMinor: 900, coverageBps: 2_500 }],
    ['a better coverage is shown', 200, { heldMinor: 200, coverageBps: 10_000 }],
  ])('%s', async (_what, availableMinor, shown) => {
    const { code, results } = await run({ 'p.json': withCustody(availableMinor, shown) });
    expect([code, results.length]).toEqual([1, 1]);
    expect(results[0]).toContain('p.json: wrong_held:');
  });
  it.each(['availableMinor', 'booksMinor', 'ownFreeMinor'] as const)('is hashed: another %s', async (name) => {
    const page = withCustody(5_000, { heldMinor: 900, coverageBps: 11_250 });
    const [found] = page.items[0]?.custody?.accounts ?? [];
    if (found) found[name] += 1;
    const { code, results } = await run({ 'p.json': page });
    expect([code, results[0]]).toEqual([1, expect.stringContaining('rewritten_day')]);
  });
  it('is not asked of days from before the balance was read', async () => {
    expect((await run({ 'p.json': world().page })).code).toBe(0);
  });
});

describe('a receipt', () => {
  it.each<[string, string, (receipt: WholeReceipt) => void]>([
    [
      'a changed balance',
      'changed_balance',
      ({ leaf }) => {
        leaf.balanceMinor += 1;
      },
    ],
    [
      'another salt',
      'changed_balance',
      ({ leaf }) => {
        leaf.salt = 'f'.repeat(64);
      },
    ],
    [
      'another journal head',
      'changed_balance',
      ({ leaf }) => {
        leaf.head = 'f'.repeat(64);
      },
    ],
    [
      'another book',
      'changed_balance',
      ({ leaf }) => {
        leaf.book = 'another';
      },
    ],
    [
      'a changed balance with its hash made anew',
      'dropped_leaf',
      ({ leaf, day }) => {
        leaf.balanceMinor += 1;
        leaf.hash = toHex(
          leafNode({ day: day.day, salt: leaf.salt, account: accountName(leaf), balanceMinor: leaf.balanceMinor }).hash,
        );
      },
    ],
    [
      'a dropped leaf',
      'dropped_leaf',
      ({ path }) => {
        path.splice(1, 1);
      },
    ],
    [
      'a leaf beside it that owes less',
      'dropped_leaf',
      ({ path }) => {
        path[0]!.sumMinor -= 1;
      },
    ],
    [
      'a leaf dropped from sum and count, the day hashed anew',
      'dropped_leaf',
      (receipt) => {
        receipt.day.sumMinor -= 100;
        receipt.day.count -= 1;
        rehash(receipt);
      },
    ],
    [
      'another count, the day hashed anew',
      'dropped_leaf',
      (receipt) => {
        receipt.day.count = 33;
        rehash(receipt);
      },
    ],
    [
      'sums moved between two nodes',
      'changed_path',
      ({ path }) => {
        path[1]!.sumMinor += 1;
        path[2]!.sumMinor -= 1;
      },
    ],
    [
      'another hash in the path',
      'changed_path',
      ({ path }) => {
        path[0]!.hash = 'f'.repeat(64);
      },
    ],
    [
      'another place in the tree',
      'changed_path',
      ({ leaf }) => {
        leaf.index = 2;
      },
    ],
    [
      'a rewritten sum of the day',
      'rewritten_day',
      ({ day }) => {
        day.sumMinor += 1;
      },
    ],
    [
      'a rewritten root',
      'rewritten_day',
      ({ day }) => {
        day.root = 'f'.repeat(64);
      },
    ],
    [
      'a rewritten ledger head',
      'rewritten_day',
      ({ day }) => {
        day.ledgerHead = 'f'.repeat(64);
      },
    ],
    [
      'a rewritten date',
      'rewritten_day',
      ({ day }) => {
        day.day = '2025-08-09';
      },
    ],
    [
      'a rewritten earlier day',
      'rewritten_day',
      ({ earlier }) => {
        earlier[1]!.sumMinor += 1;
      },
    ],
    [
      'an earlier day hashed anew',
      'rewritten_day',
      ({ earlier }) => {
        earlier[1]!.sumMinor += 1;
        earlier[1]!.dayHash = dayHash(earlier[1]!);
      },
    ],
  ])('with %s is found: %s', async (_what, fault, change) => {
    const { code, results, errors } = await run({ 'receipt.json': changed(world().today, change) });
    expect({ code, errors }).toEqual({ code: 1, errors: [] });
    expect(results).toHaveLength(1);
    expect(results[0]).toMatch(new RegExp(`(^|: )${fault}: `));
    expect(results[0]).toContain('receipt.json');
  });
});

describe('a receipt of a day in which balances are split', () => {
  const today = () => {
    const { entries } = honestExport().money;
    const books = booksAfter(entries, 10);
    const salts = books.map((_, at) => sha256Text(`salt ${at}`));
    return splitDay(books, salts)[3]!;
  };
  it('is right, alone and with the export', async () => {
    const { code, results } = await run({ 'r.json': today(), 'e.json': honestExport() });
    expect([code, results[0]]).toEqual([
      0,
      expect.stringMatching(/^r.json: ok: EUR 400 .* tied to the exported journal/),
    ]);
  });
  it.each<[string, string, (receipt: SplitReceipt) => void]>([
    ['a changed balance', 'changed_balance', ({ leaf }) => void (leaf.balanceMinor += 1)],
    ['another salt', 'changed_balance', ({ leaf }) => void (leaf.salt = 'f'.repeat(64))],
    ['another journal head', 'changed_balance', ({ leaf }) => void (leaf.head = 'f'.repeat(64))],
    [
      'amounts moved between its halves',
      'changed_balance',
      ({ halves: { first, second } }) => {
        first.amountMinor -= 1;
        second.amountMinor += 1;
      },
    ],
    ['the first half given twice', 'changed_balance', (receipt) => void (receipt.halves.second = receipt.halves.first)],
    [
      'a leaf beside its second half that owes less',
      'dropped_leaf',
      ({ halves }) => void (halves.second.path[0]!.sumMinor -= 1),
    ],
    ['another place of its second half', 'changed_path', ({ halves }) => void (halves.second.index += 1)],
    ['a dropped step', 'dropped_leaf', ({ halves }) => void halves.first.path.pop()],
    ['another hash on the way', 'changed_path', ({ halves }) => void (halves.second.path[1]!.hash = 'f'.repeat(64))],
  ])('with %s is found: %s', async (_what, fault, change) => {
    const { code, results } = await run({ 'receipt.json': changed(today(), change) });
    expect([code, results]).toEqual([1, [expect.stringContaining(`receipt.json: ${fault}: `)]]);
  });
  it('with another form is refused with the field', async () => {
    const { errors } = await run({ 'r.json': { ...today(), halves: { first: today().halves.first } } });
    expect(errors.join()).toContain('halves');
  });
});

describe('two receipts', () => {
  it('of which one day was rewritten whole, hashes and all, do not belong to one chain', async () => {
    const { books, yesterday } = world();
    const rewritten = provenDays(
      books.map((ofDay, index) =>
        index === 1 ? ofDay.map((book) => ({ ...book, balanceMinor: book.balanceMinor + 1 })) : ofDay,
      ),
    ).receipts[3];
    const { code, results } = await run({ 'today.json': rewritten, 'yesterday.json': yesterday });
    expect(code).toBe(1);
    expect(results.join('\n')).toMatch(/rewritten_day: 2025-08-05 .* in today.json and .* in yesterday.json/);
    expect((await run({ 'today.json': rewritten })).code).toBe(0);
  });
  it('that follow each other directly need no days between', async () => {
    const { yesterday, today } = world();
    const bare = (receipt: WholeReceipt) => ({ ...receipt, earlier: [] });
    expect((await run({ 'today.json': bare(today), 'yesterday.json': bare(yesterday) })).code).toBe(0);
    const forked = changed(bare(today), (receipt) => {
      receipt.day.previousDayHash = 'f'.repeat(64);
      rehash(receipt);
    });
    expect((await run({ 'today.json': forked, 'yesterday.json': bare(yesterday) })).results[0]).toMatch(
      /rewritten_day: 2025-08-07 .* does not follow 2025-08-06/,
    );
  });
  it('with days missing between are not called right, until the public page fills the gap', async () => {
    const { receipts, page } = world();
    const files = { 'today.json': { ...receipts[3], earlier: [] }, 'first.json': receipts[0] };
    expect(await run(files)).toMatchObject({
      code: 1,
      results: [expect.stringContaining('missing_days: between 2025-08-04 (first.json) and 2025-08-07 (today.json)')],
    });
    expect((await run({ ...files, 'public.json': page })).code).toBe(0);
  });
  it('where the day before, which no hash holds, is named wrongly', async () => {
    const { today, yesterday } = world();
    const renamed = changed(today, (receipt) => {
      receipt.day.previousDay = '2025-08-05';
    });
    expect((await run({ 'today.json': renamed })).results[0]).toMatch(
      /rewritten_day: 2025-08-07 .* names 2025-08-05 as the day before it, its hash that of 2025-08-06/,
    );
    const bare = { ...renamed, earlier: [] };
    expect((await run({ 'renamed.json': bare, 'today.json': today, 'yesterday.json': yesterday })).results[0]).toMatch(
      /rewritten_day: 2025-08-07 .* follows 2025-08-0[56] in .* and 2025-08-0[56] in /,
    );
  });
  it('where the later one pretends to be the first of its chain', async () => {
    const { receipts, yesterday } = world();
    const first = changed(receipts[3]!, (receipt) => {
      Object.assign(receipt, { earlier: [] });
      Object.assign(receipt.day, { previousDay: null, previousDayHash: '0'.repeat(64) });
      rehash(receipt);
    });
    expect((await run({ 'today.json': first, 'yesterday.json': yesterday })).results[0]).toContain('rewritten_day');
  });
});

describe('a receipt and the public page', () => {
  const published = (change: (page: PublicProof) => void) => changed(world().page, change);
  it('that shows a smaller sum: leaves were dropped', async () => {
    const { books, today } = world();
    const { page } = provenDays(books.map((ofDay) => ofDay.filter(({ book }) => book !== 'other-5')));
    const { code, results } = await run({ 'receipt.json': today, 'public.json': page });
    expect(code).toBe(1);
    expect(results[0]).toMatch(
      /^receipt.json: dropped_leaf: published for 2025-08-07 are 2000 in 7 leaves, the receipt is of 2500 in 8/,
    );
  });
  it('that does not show the day', async () => {
    const page = published(({ items }) => items.shift());
    expect((await run({ 'receipt.json': world().today, 'public.json': page })).results[0]).toContain(
      'not_published: the public page does not show 2025-08-07',
    );
  });
  it('of another organisation', async () => {
    const page = published((copy) => {
      copy.organisationId = '00000000-0000-4000-8000-00000000000b';
    });
    expect((await run({ 'receipt.json': world().today, 'public.json': page })).results.join()).toContain(
      'not_published',
    );
  });
  it('that was rewritten', async () => {
    const page = published(({ items }) => {
      items[2]!.count += 1;
    });
    expect((await run({ 'public.json': page })).results[0]).toMatch(
      /^rewritten_day: public.json: the record of 2025-08-05/,
    );
  });
});

describe('an export', () => {
  it.each<[string, string, (exported: Export) => void]>([
    [
      'an amount changed in the journal',
      'changed_entry: entry 2 of the journal: it is not what',
      ({ money }) => {
        money.entries[1]!.lines.forEach((line) => {
          line.amountMinor *= 2;
        });
      },
    ],
    [
      'an unbalanced entry',
      'changed_entry: entry 2 of the journal: its lines',
      ({ money }) => {
        money.entries[1]!.lines[0]!.amountMinor += 1;
      },
    ],
    [
      'an entry left out',
      'changed_entry: entry 4 of the journal: an entry before it is missing',
      ({ money }) => {
        money.entries.splice(2, 1);
      },
    ],
    [
      'an entry of somebody else',
      'other_journal: entry 3',
      ({ money }) => {
        money.entries[2]!.book = 'another';
      },
    ],
    [
      'a line changed in the statement',
      'wrong_line: line 5 of the statement',
      ({ money }) => {
        money.statement.lines[4]!.amountMinor = 250;
      },
    ],
    [
      'a line left out of the statement',
      'wrong_line: entry 10',
      ({ money }) => {
        money.statement.lines.pop();
      },
    ],
    [
      'a line made up',
      'wrong_line: line 11 of the statement is not in the journal',
      ({ money }) => {
        money.statement.lines.push({ ...money.statement.lines[9]!, seq: 11 });
      },
    ],
    [
      'refunds that do not add up',
      'wrong_total: refundedMinor of the statement is 800, the journal adds up to 600',
      ({ money }) => {
        money.statement.refundedMinor = 800;
      },
    ],
    [
      'another payment',
      'wrong_total: paidMinor',
      ({ money }) => {
        money.statement.paidMinor = 1_400;
      },
    ],
    [
      'an amount still owed',
      'wrong_total: payableMinor',
      ({ money }) => {
        money.statement.payableMinor = 1;
      },
    ],
    [
      'too much due',
      'wrong_total: by the rules 600 is due, the statement says 800',
      ({ money }) => {
        money.statement.dueMinor = 800;
      },
    ],
    [
      'too little earned',
      'other_entitlement: the rules give 600, the statement says 400 is earned',
      ({ money }) => {
        money.statement.earnedMinor = 400;
      },
    ],
    [
      'another entitlement in the calendar',
      'other_entitlement: the rules give 600, the calendar says 400',
      ({ calendar }) => {
        calendar.entitledMinor = 400;
      },
    ],
    [
      'a day shown as missed',
      'wrong_day: 2025-08-05 is on_time and worth 200 by the rules, missed and 0',
      ({ calendar }) => {
        Object.assign(calendar.days[1]!, { state: 'missed', amountMinor: 0 });
      },
    ],
    [
      'a day left out',
      'wrong_day: 2025-08-08 is a day of the plan',
      ({ calendar }) => {
        calendar.days.pop();
      },
    ],
    [
      'a check-in that is gone',
      'wrong_line: line 5 pays for 2025-08-05',
      ({ calendar }) => {
        calendar.entries.splice(1, 1);
      },
    ],
    [
      'a check-in that came too late',
      'wrong_day: 2025-08-06 is missed',
      ({ calendar }) => {
        calendar.entries[2]!.acceptedAt = '2025-08-07T00:00:00Z';
      },
    ],
    [
      'another policy',
      'other_entitlement: the rules give 420',
      ({ calendar }) => {
        calendar.policy.depositMinor = 700;
      },
    ],
    [
      'the days of somebody else',
      'other_journal',
      ({ calendar }) => {
        calendar.enrolmentId = '00000000-0000-4000-8000-00000000000c';
      },
    ],
  ])('with %s is found: %s', async (_what, message, change) => {
    const { code, results } = await run({ 'export.json': changed(world().exported, change) });
    expect(code).toBe(1);
    expect(results.join('\n')).toContain(`export.json: ${message}`);
  });

  it('leaves room for what a rejection or an excuse changes after a payout, and not more', async () => {
    const rejected = changed(world().exported, ({ calendar, money }) => {
      calendar.entries[2]!.rejectedAt = '2025-08-07T10:00:00Z';
      Object.assign(calendar.days[2]!, { state: 'missed', amountMinor: 0 });
      calendar.entitledMinor = 400;
      money.statement.earnedMinor = 400;
    });
    expect(await run({ 'export.json': rejected })).toMatchObject({ code: 0 });
    const tooMuch = changed(rejected, ({ money }) => {
      money.statement.dueMinor = 1_001;
    });
    expect((await run({ 'export.json': tooMuch })).results[0]).toContain('between 400 and 1000');
  });
  it('that is not the journal of the receipt', async () => {
    const { exported, today } = world();
    const shorter = changed(exported, ({ money }) => {
      money.entries.splice(5);
      money.statement.lines.splice(5);
    });
    expect((await run({ 'receipt.json': today, 'export.json': shorter })).results[0]).toMatch(
      /^receipt.json: other_journal: the receipt is of entry 10 .* no such entry$/,
    );
  });
});

describe('files that cannot be used', () => {
  it.each<[string, unknown, string]>([
    ['not JSON', '{"kind":', 'bad.json: is not JSON'],
    [
      'something else',
      { kind: 'letter' },
      'bad.json: kind: must be daka.receipt.v1, daka.receipt.v2, daka.proof.v1, daka.export.v1 or daka.decisions.v1',
    ],
    ['a list', [], 'bad.json: '],
    [
      'a negative balance',
      changed(world().today, ({ leaf }) => {
        leaf.balanceMinor = -1;
      }),
      'bad.json: leaf.balanceMinor: ',
    ],
    [
      'a balance beyond the safe integers',
      changed(world().today, ({ leaf }) => {
        leaf.balanceMinor = 2 ** 53;
      }),
      'bad.json: leaf.balanceMinor: ',
    ],
    [
      'a negative sum in the path',
      changed(world().today, ({ path }) => {
        path[1]!.sumMinor = -5;
      }),
      'bad.json: path[1].sumMinor: ',
    ],
    [
      'a short hash',
      changed(world().today, ({ day }) => {
        day.root = 'ab';
      }),
      'bad.json: day.root: must be 64 lower-case hexadecimal digits',
    ],
    [
      'a field left out',
      changed(world().today, ({ day }) => {
        delete (day as Partial<WholeReceipt['day']>).ledgerHead;
      }),
      'bad.json: day.ledgerHead: ',
    ],
    [
      'a policy that contradicts itself',
      changed(world().exported, ({ calendar }) => {
        calendar.policy.forfeits.charityBps = 1;
      }),
      'bad.json: calendar.policy.forfeits: ',
    ],
    [
      'an entry without lines',
      changed(world().exported, ({ money }) => {
        money.entries[3]!.lines = [];
      }),
      'bad.json: money.entries[3].lines: ',
    ],
  ])('%s: exit 2, and the field is named', async (_what, document, message) => {
    const { code, results, errors } = await run({ 'good.json': world().today, 'bad.json': document });
    expect({ code, results }).toEqual({ code: 2, results: [] });
    expect(errors[0]).toContain(message);
  });
  it('sums in the path that together leave the safe integers are wrong, not a crash', async () => {
    const huge = changed(world().today, ({ path }) => {
      path.forEach((step) => {
        step.sumMinor = Number.MAX_SAFE_INTEGER;
      });
    });
    expect((await run({ 'r.json': huge })).code).toBe(1);
  });
  it('a missing file, and no file at all', async () => {
    expect(await run({}, ['elsewhere.json'])).toMatchObject({
      code: 2,
      errors: ['elsewhere.json: cannot be read: no such file'],
    });
    expect(await run({}, [])).toMatchObject({ code: 2, errors: [expect.stringContaining('usage:')] });
  });
});
