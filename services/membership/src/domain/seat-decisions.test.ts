import { isRefused } from '@daka/contracts';
import { scenario } from '@daka/service-kit/testing';
import { admitPaid, closeSeating, expireHolds, holdSeat, leaveSeat, MAX_WAITING, openedFirst } from './seat-decisions';
import { evolveSeating, placeOf, type Seating, type SeatingEvent } from './seating';
import {
  DAY_MS,
  givenSeating,
  MINUTE_MS,
  offer,
  onSeating,
  seatingAfter,
  startMs,
  weekBeforeMs as nowMs,
} from '../testing/samples';

const holdMs = 30 * MINUTE_MS;
const asked = (enrolmentId: string, atMs = nowMs) => ({ enrolmentId, nowMs: atMs, holdMs });
const held = (enrolmentId: string, atMs = nowMs): SeatingEvent => ({
  type: 'held',
  enrolmentId,
  expiresAtMs: atMs + holdMs,
});
const queued = (enrolmentId: string): SeatingEvent => ({ type: 'queued', enrolmentId });
const expired = (enrolmentId: string): SeatingEvent => ({ type: 'hold-expired', enrolmentId });
const admitted = (enrolmentId: string, memberNumber: number): SeatingEvent => ({
  type: 'admitted',
  enrolmentId,
  memberNumber,
  paidAtMs: nowMs,
});

const asks = (enrolmentId: string, atMs = nowMs) => onSeating((seating) => holdSeat(seating, asked(enrolmentId, atMs)));
const pays = (enrolmentId: string, atMs = nowMs) =>
  onSeating((seating) => admitPaid(seating, { ...asked(enrolmentId, atMs), paidAtMs: nowMs }));
const tendedAt = (atMs: number) => onSeating((seating) => expireHolds(seating, { nowMs: atMs, holdMs }));
const leaves = (enrolmentId: string) => (seating: Seating | null) => leaveSeat(seating, asked(enrolmentId));
const left = (enrolmentId: string): SeatingEvent => ({ type: 'left', enrolmentId });
const closed: SeatingEvent = { type: 'closed' };

describe('a seat is asked for', () => {
  it('and held when one is free', () => {
    givenSeating(2, held('ann')).when(asks('mei')).then(held('mei'));
  });
  it('and waited for when all are taken or held', () => {
    givenSeating(2, admitted('ann', 1), held('bo')).when(asks('mei')).then(queued('mei'));
  });
  it('again by somebody who has one, waits or is a member: nothing changes', () => {
    const full = givenSeating(2, admitted('ann', 1), held('bo'), queued('mei'));
    for (const name of ['ann', 'bo', 'mei']) full.when(asks(name, nowMs + MINUTE_MS)).then();
  });
  it('and taken over from a hold that ran out', () => {
    const laterMs = nowMs + holdMs;
    givenSeating(1, held('ann')).when(asks('mei', laterMs)).then(expired('ann'), held('mei', laterMs));
  });
  it('but goes to the first who waits before it goes to a newcomer', () => {
    const laterMs = nowMs + holdMs;
    givenSeating(1, held('ann'), queued('bo'))
      .when(asks('mei', laterMs))
      .then(expired('ann'), held('bo', laterMs), queued('mei'));
  });
  it('refuses cohort_full beyond the longest waiting list', () => {
    const names = Array.from({ length: MAX_WAITING }, (_, index) => queued(`w${index}`));
    givenSeating(1, held('ann'), ...names)
      .when(asks('mei'))
      .refuses('cohort_full');
  });
  it('refuses cohort_not_open once the seating is closed', () => {
    givenSeating(2, closed).when(asks('mei')).refuses('cohort_not_open');
  });
});

describe('a payment', () => {
  it('gives the next member number', () => {
    givenSeating(2, held('ann'), admitted('ann', 1), held('mei')).when(pays('mei')).then(admitted('mei', 2));
  });
  it('twice gives one number', () => {
    givenSeating(2, held('mei'), admitted('mei', 1)).when(pays('mei')).then();
  });
  it('still gets the seat while the hold that ran out was not given away', () => {
    givenSeating(1, held('mei'))
      .when(pays('mei', nowMs + 2 * holdMs))
      .then(admitted('mei', 1));
  });
  it('after the hold was lost gets a seat that is free', () => {
    givenSeating(1, held('mei'), expired('mei')).when(pays('mei')).then(admitted('mei', 1));
  });
  it('after the hold was lost refuses no_seat when none is free', () => {
    givenSeating(1, held('mei'), expired('mei'), held('ann')).when(pays('mei')).refuses('no_seat');
  });
  it('refuses cohort_not_open once the seating is closed', () => {
    givenSeating(1, held('mei'), closed).when(pays('mei')).refuses('cohort_not_open');
  });
});

describe('holds that run out', () => {
  it('go to those who wait, in their order, as far as seats are free', () => {
    const laterMs = nowMs + holdMs;
    givenSeating(2, held('ann'), held('bo'), queued('cy'), queued('di'), queued('ed'))
      .when(tendedAt(laterMs))
      .then(expired('ann'), expired('bo'), held('cy', laterMs), held('di', laterMs));
  });
  it('stay until their very end', () => {
    givenSeating(1, held('ann'), queued('bo'))
      .when(tendedAt(nowMs + holdMs - 1))
      .then();
  });
  it('are offered to nobody once enrolment is closed', () => {
    givenSeating(1, held('ann'), queued('bo'))
      .when(tendedAt(startMs + DAY_MS))
      .then(expired('ann'));
  });
});

describe('leaving', () => {
  it("reopens a member's seat for the first who waits", () => {
    givenSeating(1, held('ann'), admitted('ann', 1), queued('bo')).when(leaves('ann')).then(left('ann'), held('bo'));
  });
  it('never gives the number of somebody who left again', () => {
    givenSeating(1, held('ann'), admitted('ann', 1), left('ann'), held('bo')).when(pays('bo')).then(admitted('bo', 2));
  });
  it('without a place changes nothing', () => {
    givenSeating(1).when(leaves('ann')).then();
    scenario(evolveSeating).given().when(leaves('ann')).then();
  });
});

describe('the seating', () => {
  it('is opened by the first decision, and by no refused one', () => {
    const none = scenario(evolveSeating).given();
    none
      .when((seating) => openedFirst(seating, offer(1), asks('mei')))
      .then({ type: 'opened', ...offer(1) }, held('mei'));
    none.when((seating) => openedFirst(seating, offer(0), pays('mei'))).refuses('no_seat');
  });
  it('closes once, and forgets holds and waiting list', () => {
    const given = givenSeating(1, held('ann'), queued('bo'), closed);
    expect(given.state).toMatchObject({ status: 'closed', holds: [], waiting: [] });
    given.when(onSeating(closeSeating)).then();
    givenSeating(1).when(onSeating(closeSeating)).then(closed);
  });
  it.each<[string, SeatingEvent[], RegExp]>([
    ['oversold', [held('ann'), held('bo')], /oversold/],
    ['given a number twice', [held('ann'), admitted('ann', 1), left('ann'), admitted('bo', 1)], /given twice/],
    ['given a number with a gap', [held('ann'), admitted('ann', 2)], /gap/],
  ])('cannot be %s', (_what, events, why) => {
    expect(() => seatingAfter(1, ...events)).toThrow(why);
  });
  it('says where somebody stands, and since when', () => {
    const seating = seatingAfter(2, held('ann'), admitted('ann', 1), held('bo'), queued('cy'), queued('di'));
    expect(placeOf(seating, 'ann')).toEqual({
      kind: 'member',
      memberNumber: 1,
      group: 1,
      paidAtMs: nowMs,
      revision: 3,
    });
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
    const decided = [holdSeat, holdSeat, (s: Seating) => admitPaid(s, { ...time, paidAtMs: time.nowMs }), leaveSeat][
      (turn * 13) % 4
    ]?.(seating, time);
    if (!decided || isRefused(decided)) continue;
    numbers.push(...decided.flatMap((event) => (event.type === 'admitted' ? [event.memberNumber] : [])));
    seating =
      scenario(evolveSeating)
        .from(seating)
        .and(...decided).state ?? seating;
  }
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
