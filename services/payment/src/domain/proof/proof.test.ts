import { coverageBps } from './assemble';
import { mayHaveMovedSince, snapshotAtCut } from './at-cut';
import { nextDueDay } from './days';

const hash = (letter: string) => letter.repeat(64);
const move = (seq: number, atMs: number, amountMinor: number) => ({
  seq,
  atMs,
  previousHash: hash(String(seq - 1)),
  lines: [
    { account: 'deposits_held' as const, amountMinor },
    { account: 'refunds_payable' as const, amountMinor: -amountMinor },
  ],
});

describe('a book at a cut', () => {
  const now = { balances: { deposits_held: -70, refunds_payable: -30 }, head: { seq: 3, hash: hash('3') } };
  const entries = [move(1, 100, 5), move(2, 200, 10), move(3, 300, 15)];

  it('is what it is now when nothing was posted since', () => expect(snapshotAtCut(now, entries, 301)).toEqual(now));
  it('is without what was posted from the cut on', () => {
    expect(snapshotAtCut(now, entries, 200)).toEqual({
      balances: { deposits_held: -95, refunds_payable: -5 },
      head: { seq: 1, hash: hash('1') },
    });
  });
  it('is empty before its first entry', () =>
    expect(snapshotAtCut(now, entries, 1).head).toEqual({ seq: 0, hash: hash('0') }));
  it('takes back only what it had when it was read', () => {
    expect(
      snapshotAtCut(
        { balances: { deposits_held: -85, refunds_payable: -15 }, head: { seq: 2, hash: hash('2') } },
        entries,
        200,
      ).balances,
    ).toEqual({ deposits_held: -95, refunds_payable: -5 });
    expect(snapshotAtCut({ ...now, head: { seq: 1, hash: hash('1') } }, entries, 200).head.seq).toBe(1);
  });
  it('keeps whole what was posted after an entry of the next day, even with an earlier instant', () => {
    expect(snapshotAtCut(now, [move(1, 100, 5), move(2, 200, 10), move(3, 150, 15)], 200).head.seq).toBe(1);
  });
  it('is looked up in the journal only where it may have moved, or where that is not known', () => {
    expect([199, 200, undefined].map((lastAtMs) => mayHaveMovedSince({ ...now, lastAtMs }, 200))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('the next day to prove', () => {
  const at = (instant: string) => Date.parse(instant);
  it('is the day of the first money, then each next one, never one that has not ended', () => {
    expect(nextDueDay(null, at('2026-03-01T15:00:00Z'), at('2026-03-05T12:00:00Z'))).toBe('2026-03-01');
    expect(nextDueDay('2026-03-03', null, at('2026-03-05T12:00:00Z'))).toBe('2026-03-04');
    expect(nextDueDay('2026-03-04', null, at('2026-03-05T12:00:00Z'))).toBeNull();
    expect(nextDueDay(null, null, at('2026-03-05T12:00:00Z'))).toBeNull();
  });
  it('waits a minute for entries that are on their way at midnight', () => {
    expect(nextDueDay('2026-03-03', null, at('2026-03-05T00:00:59Z'))).toBeNull();
    expect(nextDueDay('2026-03-03', null, at('2026-03-05T00:01:00Z'))).toBe('2026-03-04');
  });
});

it.each([
  [30_000, 20_000, 15_000],
  [9_999, 10_000, 9_999],
  [19_999, 20_000, 9_999],
  [0, 5, 0],
  [-1, 20_000, -1],
  [5, 0, null],
])('%i held of %i owed is a coverage of %s ten-thousandths, never rounded up', (heldMinor, sumMinor, bps) => {
  expect(coverageBps({ heldMinor, sumMinor })).toBe(bps);
});
