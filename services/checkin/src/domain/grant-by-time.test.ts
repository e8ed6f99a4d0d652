import type { Calendar, CalendarEvent, OpenCalendar } from './calendar';
import { APPEAL_DAYS, REVIEWER, STAFF, apply, at, date, opened, typesOf, withEntries } from '../testing/calendar';
import { grantOverdue, passTime } from './grant-by-time';
import { decideLeave, requestLeave } from './leave';
import { openAppeal } from './open-appeal';
import { rejectEntry } from './reject-entry';
import { settleCalendar } from './settle-calendar';

const act = (calendar: OpenCalendar, outcome: unknown) => apply(calendar, outcome as CalendarEvent[]);

function asking(calendar: OpenCalendar, leaveId: string, requestedAtMs: number, ...days: number[]) {
  return act(calendar, requestLeave(calendar, { leaveId, days: days.map(date), reason: 'a wedding', requestedAtMs }));
}

function appealing(calendar: OpenCalendar, openedAtMs: number) {
  const rejection = { day: date(1), reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: openedAtMs, reviewDays: 30 };
  const rejected = act(calendar, rejectEntry(calendar, rejection));
  const subject = { kind: 'rejected_entry' as const, day: date(1) };
  const request = { appealId: 'a1', subject, reason: 'mine', openedAtMs, appealDays: APPEAL_DAYS };
  return act(rejected, openAppeal(rejected, request));
}

const leaveOf = ({ run }: OpenCalendar) =>
  run.leave.map(({ decision }) => decision && [decision.approved, decision.declinedDays ?? [], decision.decidedBy]);
const reason = 'Nobody answered within 3 days: granted by the rule';

it('an appeal is upheld at the end of its time, not an instant before, and the timer is due then', () => {
  const calendar = appealing(withEntries(opened(), 1), at(1, 20));
  expect(calendar.run.nextCloseAtMs).toBe(at(2, 0));
  const dueMs = at(4, 20);
  expect(grantOverdue(calendar, dueMs - 1)).toEqual([]);
  const closed = act(calendar, passTime(calendar, dueMs - 1));
  expect(closed.run.nextCloseAtMs).toBe(dueMs);
  const granted = act(closed, passTime(closed, dueMs));
  expect(granted.run.appeals[0]?.answer).toEqual({ decision: 'upheld', reason, answeredBy: null, answeredAtMs: dueMs });
  expect(granted.run.announced.entitledMinor).toBe(1_000);
  expect(granted.run.nextCloseAtMs).toBeGreaterThan(dueMs);
  expect(typesOf(passTime(granted, dueMs))).not.toContain('appeal-answered');
});

it('leave is granted as far as its days reach, the longest waiting first, and the rest is declined with that reason', () => {
  const one = asking(opened(), 'l1', at(1), 6);
  const two = asking(one, 'l2', at(1, 13), 7, 8);
  const three = asking(two, 'l3', at(1, 14), 9);
  const granted = act(three, grantOverdue(three, at(4, 14)));
  expect(leaveOf(granted)).toEqual([
    [true, [], null],
    [true, [date(8)], null],
    [false, [], null],
  ]);
  expect(granted.run.leave.map(({ decision }) => decision?.reason)).toEqual([
    reason,
    `${reason}, beyond the days of leave of this cohort: ${date(8)}`,
    `${reason}, beyond the days of leave of this cohort: ${date(9)}`,
  ]);
  expect(granted.run.plan.days.filter(({ kind }) => kind === 'excused').map(({ day }) => day)).toEqual([
    date(6),
    date(7),
  ]);
});

it('what the policy says of leave goes before one in seven days, in asking and in approving', () => {
  const none = opened({ leave: { maxDays: 0 } });
  const request = { leaveId: 'l1', days: [date(6)], reason: 'a wedding', requestedAtMs: at(1) };
  expect(requestLeave(none, request)).toMatchObject({ refused: 'too_much_leave', extra: { maxDays: 0, leftDays: 0 } });
  const two = asking(asking(opened({ leave: { maxDays: 1 } }), 'l1', at(1), 6), 'l2', at(1), 7);
  const decision = { approved: true, reason: 'of course', decidedBy: REVIEWER, decidedAtMs: at(2), authority: STAFF };
  const one = act(two, decideLeave(two, { ...decision, leaveId: 'l1' }));
  expect(decideLeave(one, { ...decision, leaveId: 'l2' })).toMatchObject({ refused: 'too_much_leave' });
  expect(typesOf(decideLeave(one, { ...decision, leaveId: 'l2', approved: false }))).toEqual(['leave-decided']);
});

it('leave can be asked for until three days after the close of the day', () => {
  const request = { leaveId: 'l1', days: [date(1)], reason: 'a wedding' };
  expect(typesOf(requestLeave(opened(), { ...request, requestedAtMs: at(5, 0) - 1 }))).toEqual(['leave-requested']);
  expect(requestLeave(opened(), { ...request, requestedAtMs: at(5, 0) })).toMatchObject({
    refused: 'leave_too_late',
    extra: { closedAt: new Date(at(5, 0)).toISOString() },
  });
});

it('nobody declines when the time to decide is over, also where no timer ran', () => {
  const calendar = asking(opened(), 'l1', at(1), 6);
  const decision = { leaveId: 'l1', approved: false, reason: 'no', decidedBy: REVIEWER, authority: STAFF };
  expect(typesOf(decideLeave(calendar, { ...decision, decidedAtMs: at(4) - 1 }))).toContain('leave-decided');
  expect(decideLeave(calendar, { ...decision, decidedAtMs: at(4) })).toMatchObject({ refused: 'already_decided' });
});

it('a calendar is not settled while leave waits; two days, one done and one granted return the whole deposit', () => {
  const calendar = asking(withEntries(opened({ days: 2 }), 1), 'l1', at(2), 2);
  expect(settleCalendar(calendar, at(20))).toEqual([]);
  const granted = act(calendar, passTime(calendar, at(5)));
  const settled = apply(granted as Calendar, settleCalendar(granted, at(20)));
  expect(settled).toMatchObject({ status: 'settled', outcome: { entitledMinor: 10_000, forfeitMinor: 0 } });
});

it('a run from before the days to answer were kept in it takes those of its cohort, never fewer than three', () => {
  const calendar = asking(opened(), 'l1', at(1), 6);
  const { appealDays: _, ...terms } = calendar.run.terms;
  const old: OpenCalendar = { ...calendar, run: { ...calendar.run, terms } };
  expect(passTime(old, at(9)).some(({ type }) => type === 'leave-decided')).toBe(false);
  expect(grantOverdue(old, at(4) - 1, 0)).toEqual([]);
  expect(typesOf(grantOverdue(old, at(4), 0))).toContain('leave-decided');
  expect(grantOverdue(old, at(11) - 1, 10)).toEqual([]);
});
