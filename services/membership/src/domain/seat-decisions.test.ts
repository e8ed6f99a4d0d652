import { isRefused } from '@daka/contracts';
import { admitPaid, closeSeating, expireHolds, holdSeat, leaveSeat, MAX_WAITING, openedFirst } from './seat-decisions';
import { evolveSeating, placeOf, type Seating, type SeatingEvent } from './seating';
import { MINUTE_MS, seatingAfter, startMs, DAY_MS, weekBeforeMs as nowMs } from './testing/samples';

const holdMs = 30 * MINUTE_MS;
const asked = (enrolmentId: string, atMs = nowMs) => ({ enrolmentId, nowMs: atMs, holdMs });
const held = (enrolmentId: string, atMs = nowMs): SeatingEvent => ({ type: 'held', enrolmentId, expiresAtMs: atMs + holdMs });
const queued = (enrolmentId: string): SeatingEvent => ({ type: 'queued', enrolmentId });
const expired = (enrolmentId: string): SeatingEvent => ({ type: 'hold-expired', enrolmentId });
const admitted = (enrolmentId: string, memberNumber: number): SeatingEvent => ({ type: 'admitted', enrolmentId, memberNumber, paidAtMs: nowMs });

describe('a seat is asked for', () => {
  it('and held when one is free', () => {
    expect(holdSeat(seatingAfter(2, held('ann')), asked('mei'))).toEqual([held('mei')]);
  });
  it('and waited for when all are taken or held', () => {
    expect(holdSeat(seatingAfter(2, admitted('ann', 1), held('bo')), asked('mei'))).toEqual([queued('mei')]);
  });
  it('again by somebody who has one, waits or is a member: nothing changes', () => {
    const full = seatingAfter(2, admitted('ann', 1), held('bo'), queued('mei'));
    for (const name of ['ann', 'bo', 'mei']) expect(holdSeat(full, asked(name, nowMs + MINUTE_MS))).toEqual([]);
  });
  it('and taken over from a hold that ran out', () => {
    expect(holdSeat(seatingAfter(1, held('ann')), asked('mei', nowMs + holdMs))).toEqual([expired('ann'), held('mei', nowMs + holdMs)]);
  });
  it('but goes to the first who waits before it goes to a newcomer', () => {
    expect(holdSeat(seatingAfter(1, held('ann'), queued('bo')), asked('mei', nowMs + holdMs)))
      .toEqual([expired('ann'), held('bo', nowMs + holdMs), queued('mei')]);
  });
  it('refuses cohort_full beyond the longest waiting list', () => {
    const names = Array.from({ length: MAX_WAITING }, (_, index) => queued(`w${index}`));
    expect(holdSeat(seatingAfter(1, held('ann'), ...names), asked('mei'))).toMatchObject({ refused: 'cohort_full' });
  });
  it('refuses cohort_not_open once the seating is closed', () => {
    expect(holdSeat(seatingAfter(2, { type: 'closed' }), asked('mei'))).toMatchObject({ refused: 'cohort_not_open' });
  });
});

describe('a payment', () => {
  const paid = (enrolmentId: string, atMs = nowMs) => ({ ...asked(enrolmentId, atMs), paidAtMs: nowMs });

  it('gives the next member number', () => {
    expect(admitPaid(seatingAfter(2, held('ann'), admitted('ann', 1), held('mei')), paid('mei'))).toEqual([admitted('mei', 2)]);
  });
  it('twice gives one number', () => {
    expect(admitPaid(seatingAfter(2, held('mei'), admitted('mei', 1)), paid('mei'))).toEqual([]);
  });
  it('still gets the seat while the hold that ran out was not given away', () => {
    expect(admitPaid(seatingAfter(1, held('mei')), paid('mei', nowMs + 2 * holdMs))).toEqual([admitted('mei', 1)]);
  });
  it('after the hold was lost gets a seat that is free', () => {
    expect(admitPaid(seatingAfter(1, held('mei'), expired('mei')), paid('mei'))).toEqual([admitted('mei', 1)]);
  });
  it('after the hold was lost refuses no_seat when none is free', () => {
    expect(admitPaid(seatingAfter(1, held('mei'), expired('mei'), held('ann')), paid('mei'))).toMatchObject({ refused: 'no_seat' });
  });
  it('refuses cohort_not_open once the seating is closed', () => {
    expect(admitPaid(seatingAfter(1, held('mei'), { type: 'closed' }), paid('mei'))).toMatchObject({ refused: 'cohort_not_open' });
  });
});

describe('holds that run out', () => {
  it('go to those who wait, in their order, as far as seats are free', () => {
    const seating = seatingAfter(2, held('ann'), held('bo'), queued('cy'), queued('di'), queued('ed'));
    const laterMs = nowMs + holdMs;
    expect(expireHolds(seating, { nowMs: laterMs, holdMs })).toEqual([expired('ann'), expired('bo'), held('cy', laterMs), held('di', laterMs)]);
  });
  it('stay until their very end', () => {
    expect(expireHolds(seatingAfter(1, held('ann'), queued('bo')), { nowMs: nowMs + holdMs - 1, holdMs })).toEqual([]);
  });
  it('are offered to nobody once enrolment is closed', () => {
    const closesMs = startMs + DAY_MS;
    expect(expireHolds(seatingAfter(1, held('ann'), queued('bo')), { nowMs: closesMs, holdMs })).toEqual([expired('ann')]);
  });
});

describe('leaving', () => {
  it('reopens a member\'s seat for the first who waits', () => {
    expect(leaveSeat(seatingAfter(1, held('ann'), admitted('ann', 1), queued('bo')), asked('ann'))).toEqual([{ type: 'left', enrolmentId: 'ann' }, held('bo')]);
  });
  it('never gives the number of somebody who left again', () => {
    const seating = seatingAfter(1, held('ann'), admitted('ann', 1), { type: 'left', enrolmentId: 'ann' }, held('bo'));
    expect(admitPaid(seating, { ...asked('bo'), paidAtMs: nowMs })).toEqual([admitted('bo', 2)]);
  });
  it('without a place changes nothing', () => {
    expect(leaveSeat(seatingAfter(1), asked('ann'))).toEqual([]);
    expect(leaveSeat(null, asked('ann'))).toEqual([]);
  });
});

describe('the seating', () => {
  it('is opened by the first decision, and by no refused one', () => {
    const offer = { capacity: 1, enrolUntilMs: startMs, groupSize: 2 };
    expect(openedFirst(null, offer, (open) => holdSeat(open, asked('mei')))).toEqual([{ type: 'opened', ...offer }, held('mei')]);
    expect(openedFirst(null, { ...offer, capacity: 0 }, (open) => admitPaid(open, { ...asked('mei'), paidAtMs: nowMs }))).toMatchObject({ refused: 'no_seat' });
  });
  it('closes once, and forgets holds and waiting list', () => {
    const closed = seatingAfter(1, held('ann'), queued('bo'), { type: 'closed' });
    expect(closed).toMatchObject({ status: 'closed', holds: [], waiting: [] });
    expect(closeSeating(closed)).toEqual([]);
    expect(closeSeating(seatingAfter(1))).toEqual([{ type: 'closed' }]);
  });
  it.each<[string, SeatingEvent[], RegExp]>([
    ['oversold', [held('ann'), held('bo')], /oversold/],
    ['given a number twice', [held('ann'), admitted('ann', 1), { type: 'left', enrolmentId: 'ann' }, admitted('bo', 1)], /given twice/],
    ['given a number with a gap', [held('ann'), admitted('ann', 2)], /gap/],
  ])('cannot be %s', (_what, events, why) => {
    expect(() => seatingAfter(1, ...events)).toThrow(why);
  });
  it('says where somebody stands, and since when', () => {
    const seating = seatingAfter(2, held('ann'), admitted('ann', 1), held('bo'), queued('cy'), queued('di'));
    expect(placeOf(seating, 'ann')).toEqual({ kind: 'member', memberNumber: 1, group: 1, paidAtMs: nowMs, revision: 3 });
    expect(placeOf(seating, 'bo')).toEqual({ kind: 'held', expiresAtMs: nowMs + holdMs, revision: 4 });
    expect(placeOf(seating, 'di')).toEqual({ kind: 'waiting', position: 2, revision: 6 });
    expect(placeOf(seating, 'nobody')).toEqual({ kind: 'none', revision: 0 });
    expect(placeOf(evolveSeating(seating, expired('bo')), 'bo')).toEqual({ kind: 'none', revision: 7 });
  });
});

it('whatever is asked in whatever order, no seat is sold twice and numbers have no gap', () => {
  const names = Array.from({ length: 30 }, (_, index) => `learner-${index}`);
  let seating: Seating = seatingAfter(7);
  const numbers: number[] = [];
  for (let turn = 0; turn < 2_000; turn += 1) {
    const name = names[(turn * 7 + Math.floor(turn / 30)) % names.length] ?? '';
    const time = asked(name, nowMs + turn * MINUTE_MS);
    const decided = [holdSeat, holdSeat, (s: Seating) => admitPaid(s, { ...time, paidAtMs: time.nowMs }), leaveSeat][(turn * 13) % 4]?.(seating, time);
    if (!decided || isRefused(decided)) continue;
    numbers.push(...decided.flatMap((event) => (event.type === 'admitted' ? [event.memberNumber] : [])));
    seating = decided.reduce<Seating>(evolveSeating, seating);
  }
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
