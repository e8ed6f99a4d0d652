import type { Calendar, OpenCalendar } from './calendar';
import {
  APPEAL_DAYS,
  ENROLMENT,
  POLICY,
  REVIEWER,
  STAFF,
  accepted,
  apply,
  at,
  date,
  offer,
  opened,
  typesOf,
  withEntries,
} from '../testing/calendar';
import { closeDays, rollOver } from './close-days';
import { evolve } from './evolve';
import { excuseForAll } from './excuse-days';
import { cancel, open, planOf, refuseAdmission, register, withdraw } from './follow-enrolment';
import { decideLeave, requestLeave } from './leave';
import { recordEntry } from './record-entry';
import { rejectableUntilMs, rejectEntry } from './reject-entry';
import { awardBonus, settleCalendar } from './settle-calendar';

const waiting: Calendar = { status: 'waiting', enrolment: ENROLMENT };
const settled = (calendar: OpenCalendar = opened()) => apply(calendar as Calendar, settleCalendar(calendar, at(20)));
const cancelled = () => apply(opened() as Calendar, cancel(opened(), at(2)));
const withdrawn = () => apply(opened() as Calendar, withdraw(opened(), date(3), at(3)));

describe('an enrolment', () => {
  it('is registered once, opened once and only then', () => {
    expect(register(null, ENROLMENT)).toEqual([{ type: 'registered', enrolment: ENROLMENT }]);
    expect(register(waiting, ENROLMENT)).toEqual([]);
    const plan = planOf(POLICY, { timeZone: ENROLMENT.timeZone, excused: [date(2)] });
    const admission = { memberNumber: 3, paidAtMs: null, joinedAtMs: 0, policy: POLICY, appealDays: APPEAL_DAYS, plan };
    expect(open(null, admission)).toEqual([]);
    expect(open(opened(), admission)).toEqual([]);
    const calendar = apply(waiting as Calendar, open(waiting, admission)) as OpenCalendar;
    expect(calendar.run).toMatchObject({
      memberNumber: 3,
      nextCloseAtMs: at(2, 0),
      finalAtMs: at(13, 0),
      lastCloseAtMs: at(11, 0),
    });
    expect(calendar.run.plan.days.map(({ kind }) => kind).filter((kind) => kind === 'excused')).toHaveLength(1);
  });

  it('ends its days in the zone of the learner where the policy says so', () => {
    expect(opened({ dayBoundary: 'learner' }).run.nextCloseAtMs).toBe(at(2, 0) - 8 * 3_600_000);
  });

  it('that is cancelled is out of everything and never wakes', () => {
    expect(cancel(waiting, at(2))).toEqual([{ type: 'cancelled', cancelledAtMs: at(2) }]);
    expect(cancelled()).toMatchObject({ status: 'cancelled', run: { nextCloseAtMs: null } });
    for (const calendar of [cancelled(), settled(), null]) expect(cancel(calendar, at(2))).toEqual([]);
    expect(settleCalendar(cancelled(), at(20))).toEqual([]);
  });

  it('that comes after the settlement is refused and out of everything', () => {
    expect(refuseAdmission(waiting, at(20))).toEqual([
      { type: 'admission-refused', why: 'cohort_settled', refusedAtMs: at(20) },
    ]);
    expect(apply(waiting as Calendar, refuseAdmission(waiting, at(20)))).toEqual({
      status: 'cancelled',
      cancelledAtMs: at(20),
      enrolment: ENROLMENT,
      run: null,
    });
    expect(apply(opened() as Calendar, refuseAdmission(opened(), at(20)))).toMatchObject({
      status: 'cancelled',
      run: { nextCloseAtMs: null },
    });
    for (const calendar of [cancelled(), settled(), null]) expect(refuseAdmission(calendar, at(20))).toEqual([]);
  });

  it('that is withdrawn keeps what was earned and is not also removed', () => {
    const calendar = withEntries(opened({ removal: { misses: 1, per: 'cohort' } }), 1, 2);
    const left = apply(calendar, withdraw(calendar, date(3), at(3, 1)));
    expect(typesOf(closeDays(left.run, at(11)))).toEqual(['days-closed']);
    expect(settleCalendar(left, at(20)).at(-1)).toMatchObject({ entitledMinor: 2_000, completed: false });
    expect(withdraw(left, date(3), at(3))).toEqual([]);
    expect(withdraw(waiting, date(3), at(3))).toEqual([]);
  });
});

describe('closing days', () => {
  it('sends each cadence at its own closes', () => {
    const payouts = (cadence: 'daily' | 'weekly' | 'at_end') =>
      closeDays(withEntries(opened({ refund: { curve: 'flat', cadence } }), 1, 2, 9).run, at(12))
        .concat()
        .filter((event) => event.type === 'payout-due')
        .map(({ period, dueMinor }) => [period, dueMinor]);
    expect(payouts('daily')).toEqual([[date(9), 3_000]]);
    expect(payouts('weekly')).toEqual([['2026-W11', 3_000]]);
    expect(payouts('at_end')).toEqual([['end', 3_000]]);
  });

  it('sends nothing where nothing rose, and a late make-up at the next close', () => {
    const calendar = withEntries(opened(), 1);
    expect(typesOf(closeDays(calendar.run, at(5)))).toEqual(['payout-due', 'days-closed']);
    const madeUp = apply(calendar, accepted(calendar, 3, at(5)));
    expect(closeDays(madeUp.run, at(6))[0]).toMatchObject({
      type: 'payout-due',
      period: date(5),
      dueMinor: 2_000,
      days: [{ day: date(3), kind: 'made_up' }],
    });
  });

  it('puts out who misses too often, as of the close', () => {
    const { run } = opened({ removal: { misses: 2, per: 'week' } });
    expect(closeDays(run, at(9))).toEqual([
      { type: 'removed', removedOn: date(2), removedAtMs: at(3, 0) },
      { type: 'days-closed', closedDays: 8, nextCloseAtMs: at(10, 0) },
    ]);
  });

  it('does nothing before a close', () => {
    expect(closeDays(opened().run, at(2, 0) - 1)).toEqual([]);
    expect(rollOver(opened({ refund: { curve: 'flat', cadence: 'daily' } }), at(1))).toEqual([
      { type: 'days-closed', closedDays: 0, nextCloseAtMs: null },
    ]);
  });

  it('by the timer sleeps until the next close that tells something, and wakes after an act', () => {
    const out = opened({ removal: { misses: 2, per: 'week' } });
    const asleep = apply(out, rollOver(out, at(2)));
    expect(asleep.run).toMatchObject({ closedDays: 1, nextCloseAtMs: at(3, 0) });
    const removed = apply(asleep, rollOver(asleep, at(3)));
    expect(removed.run).toMatchObject({ announced: { removedOn: date(2) }, nextCloseAtMs: null });
    expect(rollOver(removed, at(8))).toEqual([]);
    expect(apply(removed, accepted(removed, 2, at(4))).run.nextCloseAtMs).toBe(at(5, 0));
  });
});

describe('a rejection', () => {
  const rejection = (day: number, rejectedAtMs = at(2)) => ({
    day: date(day),
    reason: 'copied',
    rejectedBy: REVIEWER,
    rejectedAtMs,
  });

  it('lowers the total and frees the day', () => {
    const calendar = withEntries(opened(), 1, 2);
    const events = rejectEntry(calendar, { ...rejection(1, at(2, 13)), reviewDays: 3 });
    expect(events).toEqual([
      { type: 'entry-rejected', ...rejection(1, at(2, 13)) },
      { type: 'entitlement-changed', revision: 4, entitledMinor: 1_000, changedAtMs: at(2, 13) },
    ]);
    const again = apply(calendar, events as never);
    expect(recordEntry(again, offer(1, at(2, 14)))).toContainEqual(
      expect.objectContaining({ type: 'entry-accepted', kind: 'made_up' }),
    );
  });

  it('takes nothing back: later days net against it, and settlement never falls below what was sent', () => {
    const paid = apply(withEntries(opened(), 1), closeDays(withEntries(opened(), 1).run, at(2, 0)));
    const rejected = apply(paid, rejectEntry(paid, { ...rejection(1), reviewDays: 3 }) as never);
    const next = withEntries(rejected, 2);
    expect(typesOf(closeDays(next.run, at(3, 0)))).toEqual(['days-closed']);
    expect(settleCalendar(rejected, at(20)).at(-1)).toMatchObject({
      type: 'settled',
      entitledMinor: 1_000,
      forfeitMinor: 9_000,
      days: [],
    });
  });

  it.each<[string, Calendar | null, number]>([
    ['no_entry', null, 1],
    ['no_entry', waiting, 1],
    ['no_entry', opened(), 1],
    [
      'no_entry',
      apply(
        withEntries(opened(), 1),
        rejectEntry(withEntries(opened(), 1), { ...rejection(1, at(1, 13)), reviewDays: 3 }) as never,
      ),
      1,
    ],
    ['review_is_automatic', withEntries(opened({ checkIn: { ...POLICY.checkIn, review: 'auto' } }), 1), 1],
    ['cohort_settled', settled(withEntries(opened(), 1)), 1],
    ['enrolment_closed', cancelled(), 1],
  ])('is refused: %s', (code, calendar, day) => {
    expect(rejectEntry(calendar, { ...rejection(day), reviewDays: 3 })).toMatchObject({ refused: code });
  });
});

describe('a rejection of what was read', () => {
  it('leaves alone a check-in that has taken its place meanwhile', () => {
    const calendar = withEntries(opened(), 1);
    const entry = calendar.run.entries[0]!;
    const rejection = { day: date(1), reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: at(2), reviewDays: 3 };
    expect(rejectEntry(calendar, { ...rejection, readAtMs: entry.acceptedAtMs - 1 })).toMatchObject({
      refused: 'no_entry',
    });
    const rejected = apply(calendar, rejectEntry(calendar, { ...rejection, readAtMs: entry.acceptedAtMs }) as never);
    // What is told of it agrees with what would be refused.
    const told = { status: 'open', review: 'instructor', entry } as const;
    expect(rejectableUntilMs(told, 3)).toBe(at(4));
    expect(rejectableUntilMs({ ...told, review: 'auto' }, 3)).toBeNull();
    expect(rejectableUntilMs({ ...told, status: 'settled' }, 3)).toBeNull();
    expect(rejectableUntilMs({ ...told, entry: rejected.run.entries[0]! }, 3)).toBeNull();
    expect(rejectableUntilMs({ ...told, entry: { ...entry, restoredAtMs: at(2) } }, 3)).toBeNull();
  });
});

describe('the review window', () => {
  const rejection = { day: date(1), reason: 'copied', rejectedBy: REVIEWER, reviewDays: 3 };

  it('ends so many days after the acceptance, and the refusal names the instant', () => {
    const calendar = withEntries(opened(), 1);
    expect(typesOf(rejectEntry(calendar, { ...rejection, rejectedAtMs: at(4) - 1 }))).toContain('entry-rejected');
    expect(rejectEntry(calendar, { ...rejection, rejectedAtMs: at(4) })).toMatchObject({
      refused: 'review_window_closed',
      extra: { closedAt: new Date(at(4)).toISOString() },
    });
  });

  it('is no matter where somebody would review their own', () => {
    const own = { ...rejection, rejectedBy: ENROLMENT.learnerId, rejectedAtMs: at(2) };
    expect(rejectEntry(withEntries(opened(), 1), own)).toMatchObject({ refused: 'own_request' });
  });
});

describe('leave', () => {
  const request = (...days: number[]) => ({
    leaveId: 'l1',
    days: days.map(date),
    reason: 'wedding',
    requestedAtMs: at(1),
  });
  const decision = {
    leaveId: 'l1',
    approved: true,
    reason: 'of course',
    decidedBy: REVIEWER,
    decidedAtMs: at(2),
    authority: STAFF,
  };
  const asked = (calendar = opened(), ...days: number[]) =>
    apply(calendar, requestLeave(calendar, request(...days)) as never);

  it('changes nothing until it is approved, then excuses the days', () => {
    const calendar = asked(opened(), 3, 4, 3);
    expect(calendar.run.leave[0]).toMatchObject({ days: [date(3), date(4)], decision: null });
    expect(typesOf(decideLeave(calendar, decision))).toEqual([
      'leave-decided',
      'days-closed',
      'day-excused',
      'day-excused',
    ]);
    const approved = apply(calendar, decideLeave(calendar, decision) as never);
    expect(withEntries(approved, 1 + 1, 5, 6, 7, 8, 9, 10).run.announced.entitledMinor).toBe(8_750);
  });

  it('declined excuses nothing', () => {
    expect(typesOf(decideLeave(asked(opened(), 3), { ...decision, approved: false }))).toEqual(['leave-decided']);
  });

  it('leaves a day alone that was done in the meantime', () => {
    const done = withEntries(asked(opened(), 2), 1, 2);
    expect(typesOf(decideLeave(done, { ...decision, decidedAtMs: at(2, 13) }))).toEqual(['leave-decided']);
  });

  it('for a missed day reinstates', () => {
    const out = asked(opened({ removal: { misses: 1, per: 'cohort' } }), 1);
    expect(typesOf(decideLeave(out, decision))).toEqual([
      'leave-decided',
      'removed',
      'days-closed',
      'day-excused',
      'reinstated',
    ]);
  });

  it.each<[string, Calendar | null, number]>([
    ['not_admitted', null, 1],
    ['not_admitted', waiting, 1],
    ['day_not_in_plan', opened(), 11],
    ['day_not_required', opened({ restDays: { weekdays: [], dates: [date(4)] } }), 4],
    ['already_checked_in', withEntries(opened(), 1), 1],
    ['cohort_settled', settled(), 1],
    ['enrolment_closed', cancelled(), 1],
    ['enrolment_closed', withdrawn(), 4],
    [
      'too_many_requests',
      Array.from({ length: 50 }).reduce<OpenCalendar>((calendar) => asked(calendar, 3), opened()),
      3,
    ],
  ])('is refused: %s', (code, calendar, day) => {
    expect(requestLeave(calendar, request(day))).toMatchObject({ refused: code });
  });

  it.each<[string, Calendar | null, Partial<typeof decision>]>([
    ['not_found', null, {}],
    ['not_found', opened(), {}],
    ['not_found', asked(opened(), 3), { leaveId: 'l2' }],
    ['already_decided', apply(asked(opened(), 3), decideLeave(asked(opened(), 3), decision) as never), {}],
    ['own_request', asked(opened(), 3), { decidedBy: ENROLMENT.learnerId }],
    ['appointed_late', asked(opened(), 3), { authority: { isStaffInTime: false, isArbiter: false } }],
    ['cohort_settled', apply(asked(opened(), 3) as Calendar, settleCalendar(opened(), at(20))), {}],
    ['enrolment_closed', apply(asked(opened(), 3) as Calendar, cancel(opened(), at(2))), {}],
  ])('the decision is refused: %s', (code, calendar, changes) => {
    expect(decideLeave(calendar, { ...decision, ...changes })).toMatchObject({ refused: code });
  });
});

describe('an outage', () => {
  it('excuses the day on each calendar where it is not done, once', () => {
    const calendar = opened();
    const events = excuseForAll(calendar, date(3), at(3));
    expect(typesOf(events)).toEqual(['days-closed', 'day-excused']);
    expect(excuseForAll(apply(calendar, events), date(3), at(3))).toEqual([]);
  });

  it('takes nothing from who was there that day, and raises what other days are worth', () => {
    expect(excuseForAll(withEntries(opened(), 1), date(1), at(1, 13))).toEqual([]);
    expect(excuseForAll(withEntries(opened(), 1), date(2), at(1, 13)).at(-1)).toMatchObject({
      type: 'entitlement-changed',
      entitledMinor: 1_111,
    });
    for (const calendar of [settled(), cancelled(), waiting, null])
      expect(excuseForAll(calendar, date(3), at(3))).toEqual([]);
  });
});

describe('settlement of a calendar', () => {
  it('freezes the outcome after the closes and names the days no payout named', () => {
    const calendar = withEntries(opened(), 1);
    const madeUp = apply(calendar, accepted(calendar, 10, at(11)));
    const events = settleCalendar(madeUp, at(20));
    expect(events).toEqual([
      {
        type: 'settled',
        done: 2,
        askedDays: 10,
        joinedLate: false,
        revision: 4,
        entitledMinor: 2_000,
        forfeitMinor: 8_000,
        weight: 2,
        completed: true,
        perfect: false,
        days: [{ day: date(10), kind: 'made_up', position: 1, weight: 1 }],
        settledAtMs: at(20),
      },
    ]);
    const frozen = apply(madeUp as Calendar, events);
    expect(frozen).toMatchObject({ status: 'settled', bonusMinor: null, run: { nextCloseAtMs: null } });
    expect(settleCalendar(frozen, at(21))).toEqual([]);
  });

  it('is a broken invariant before the last close', () => {
    expect(() => settleCalendar(opened(), at(11, 0) - 1)).toThrow('before its last day closed');
    expect(settleCalendar(waiting, at(20))).toEqual([]);
  });

  it('awards a bonus once, after it', () => {
    const frozen = settled();
    const events = awardBonus(frozen, 7, at(20));
    expect(events).toEqual([{ type: 'bonus-awarded', bonusMinor: 7, awardedAtMs: at(20) }]);
    expect(awardBonus(apply(frozen, events), 8, at(20))).toEqual([]);
    expect(awardBonus(opened(), 8, at(20))).toEqual([]);
  });
});

describe('an impossible history', () => {
  it('is noticed', () => {
    expect(() => evolve(null, { type: 'cancelled', cancelledAtMs: 0 })).toThrow('before the enrolment is known');
    expect(() => evolve(waiting, { type: 'withdrawn', quitOn: date(1) })).toThrow('waiting');
    expect(() => evolve(opened(), { type: 'bonus-awarded', bonusMinor: 1, awardedAtMs: 1 })).toThrow(
      'before the settlement',
    );
  });
});
