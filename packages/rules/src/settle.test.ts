import { type Forfeits, type Sharer, settle } from './index.ts';

const forfeits: Forfeits = {
  finishersBps: 7_000,
  organiserBps: 2_000,
  charityBps: 1_000,
  sharedBy: 'completed',
  ifNoFinishers: 'return_pro_rata',
};
const member = (memberNumber: number, changes: Partial<Sharer> = {}): Sharer => ({
  memberNumber,
  depositMinor: 100,
  entitledMinor: 100,
  weight: 1,
  done: 1,
  askedDays: 2,
  completed: true,
  perfect: false,
  joinedLate: false,
  ...changes,
});
const out = { completed: false, entitledMinor: 0 };

it('rounds organiser and charity down and gives odd units in member-number order', () => {
  const cohort = [member(4), member(1), member(2, { ...out, depositMinor: 99 }), member(3)];
  // 99: organiser 19, charity 9, finishers 71 = 23 + 24 + 24, the odd ones to members 1 and 3
  expect(settle(forfeits, cohort)).toEqual({
    poolMinor: 99,
    organiserMinor: 19,
    charityMinor: 9,
    bonusMinor: [23, 24, 0, 24],
  });
});

it('asks for perfect attendance where the policy does', () => {
  const cohort = [member(1), member(2, { perfect: true }), member(3, out)];
  expect(settle({ ...forfeits, sharedBy: 'perfect' }, cohort).bonusMinor).toEqual([0, 70, 0]);
});

describe('without finishers', () => {
  const cohort = [
    member(1, { ...out, weight: 0 }),
    member(2, { ...out, weight: 2 }),
    member(3, { ...out, weight: 1, depositMinor: 101 }),
  ];

  it('returns by weight, odd units only to those with weight', () => {
    // 301: organiser 60, charity 30, finishers 211 = 140 + 70, and one more to member 2
    expect(settle(forfeits, cohort)).toEqual({
      poolMinor: 301,
      organiserMinor: 60,
      charityMinor: 30,
      bonusMinor: [0, 141, 70],
    });
  });

  it('returns evenly where nobody has weight', () => {
    expect(
      settle(
        forfeits,
        cohort.map((one) => ({ ...one, weight: 0 })),
      ).bonusMinor,
    ).toEqual([71, 70, 70]);
  });

  it('gives the share to organiser or charity where the policy says so', () => {
    expect(settle({ ...forfeits, ifNoFinishers: 'organiser' }, cohort)).toEqual({
      poolMinor: 301,
      organiserMinor: 271,
      charityMinor: 30,
      bonusMinor: [0, 0, 0],
    });
    expect(settle({ ...forfeits, ifNoFinishers: 'charity' }, cohort)).toEqual({
      poolMinor: 301,
      organiserMinor: 60,
      charityMinor: 241,
      bonusMinor: [0, 0, 0],
    });
  });
});

it('settles an empty cohort with nothing', () => {
  expect(settle(forfeits, [])).toEqual({ poolMinor: 0, organiserMinor: 0, charityMinor: 0, bonusMinor: [] });
});

it('throws rather than make up money', () => {
  expect(() => settle(forfeits, [member(1, { entitledMinor: 101 })])).toThrow(RangeError);
  expect(() =>
    settle(
      forfeits,
      [1, 2].map((number) => member(number, { ...out, depositMinor: Number.MAX_SAFE_INTEGER })),
    ),
  ).toThrow(RangeError);
});
