import {
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
import { answerAppeal } from './answer-appeal';
import type { Calendar, CalendarEvent, OpenCalendar } from './calendar';
import { escalateAppeal } from './escalate-appeal';
import { cancel, release, withdraw } from './follow-enrolment';
import { passTime } from './grant-by-time';
import { openAppeal } from './open-appeal';
import { recordEntry } from './record-entry';
import { rejectEntry } from './reject-entry';
import { removeByHand } from './remove-member';
import { settleCalendar } from './settle-calendar';
import { type SettledMember, sharePool } from './settle-cohort';

const HEAD = 'c1a55000-0000-4000-8000-00000000000d';
const ARBITER = 'a4b17e40-0000-4000-8000-00000000000a';
const removal = {
  reason: 'insulted others',
  removedBy: REVIEWER,
  removedAtMs: at(4),
  authority: STAFF,
  isStaff: false,
};

const act = <C extends Calendar>(calendar: C, outcome: unknown): C => {
  if (!Array.isArray(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return apply(calendar, outcome as CalendarEvent[]);
};
const remove = (calendar: OpenCalendar, changes: Partial<typeof removal> = {}) =>
  act(calendar, removeByHand(calendar, { ...removal, ...changes }));
/** Two days done, one missed, out at noon of the fourth. */
const removed = () => remove(withEntries(opened(), 1, 2));
const appealed = (calendar: OpenCalendar, openedAtMs = at(5)) =>
  act(
    calendar,
    openAppeal(calendar, {
      appealId: 'a1',
      subject: { kind: 'removal' },
      reason: 'it was not me',
      openedAtMs,
      appealDays: 3,
    }),
  );
const answer = {
  appealId: 'a1',
  decision: 'upheld' as const,
  reason: 'true',
  answeredBy: HEAD,
  answeredAtMs: at(6),
  authority: STAFF,
};
const outcomeOf = (calendar: OpenCalendar, atMs = at(20)) => {
  const settled = apply(calendar as Calendar, settleCalendar(calendar, atMs));
  if (settled.status !== 'settled') throw new Error(`it is ${settled.status}`);
  return settled.outcome;
};

describe('a removal by hand', () => {
  it('says who, when and why, and makes the whole deposit the learner’s at once', () => {
    const events = removeByHand(withEntries(opened(), 1, 2), removal);
    expect(typesOf(events).slice(-3)).toEqual(['removed-by-hand', 'removed', 'entitlement-changed']);
    expect(events).toContainEqual({
      type: 'removed-by-hand',
      reason: 'insulted others',
      removedBy: REVIEWER,
      removedAtMs: at(4),
      removedOn: date(4),
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'entitlement-changed', entitledMinor: 10_000 }));
  });

  it('forfeits nothing, whatever was missed before or is rejected afterwards, and shares no pool', () => {
    const calendar = removed();
    const rejection = { day: date(2), reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: at(4, 13), reviewDays: 30 };
    const rejected = act(calendar, rejectEntry(calendar, rejection));
    expect(outcomeOf(rejected)).toMatchObject({
      entitledMinor: 10_000,
      forfeitMinor: 0,
      completed: false,
      perfect: false,
    });
    const member = (learnerId: string, memberNumber: number, one: OpenCalendar): SettledMember => ({
      enrolmentId: learnerId,
      learnerId,
      memberNumber,
      depositMinor: 10_000,
      outcome: outcomeOf(one),
    });
    const nobodyFinishes = { ...POLICY.forfeits, ifNoFinishers: 'return_pro_rata' as const };
    const members = [member('out', 1, rejected), member('half', 2, remove(opened(), { removedAtMs: at(5) }))];
    expect(sharePool({ policy: { ...POLICY, forfeits: nobodyFinishes }, staff: [] }, members).poolMinor).toBe(0);
    const idle = member('idle', 3, opened());
    expect(sharePool({ policy: { ...POLICY, forfeits: nobodyFinishes }, staff: [] }, [...members, idle])).toMatchObject(
      { poolMinor: 10_000, bonusMinor: [0, 0, 8_000], organiserMinor: 1_000 },
    );
  });

  it('is due when nobody can object any more, and not sooner', () => {
    const calendar = removed();
    const before = act(calendar, passTime(calendar, at(7) - 1));
    expect(before.run.releasedMinor).toBe(2_000);
    expect(before.run.nextCloseAtMs).toBe(at(7));
    const events = passTime(before, at(7));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'payout-due', period: 'removal', dueMinor: 10_000, dueAtMs: at(7) }),
    );
    const paid = act(before, events);
    expect(typesOf(passTime(paid, at(9)))).not.toContain('payout-due');
    expect(outcomeOf(paid)).toMatchObject({ entitledMinor: 10_000, forfeitMinor: 0 });
  });

  it('waits with the rest of the deposit for the answer to an appeal, and for the arbiter', () => {
    const calendar = appealed(removed());
    expect(calendar.run.appeals[0]).toMatchObject({
      frozenMinor: 0,
      against: { reason: 'insulted others', decidedBy: REVIEWER, decidedAtMs: at(4) },
    });
    const waiting = act(calendar, passTime(calendar, at(8) - 1));
    expect(waiting.run.releasedMinor).toBe(2_000);
    const dismissed = act(calendar, answerAppeal(calendar, { ...answer, decision: 'dismissed' }));
    expect(act(dismissed, passTime(dismissed, at(9) - 1)).run.releasedMinor).toBe(2_000);
    expect(act(dismissed, passTime(dismissed, at(9))).run.releasedMinor).toBe(10_000);
    const ask = { appealId: 'a1', reason: 'look again', escalatedAtMs: at(8), appealDays: 3 };
    const escalated = act(dismissed, escalateAppeal(dismissed, ask));
    expect(act(escalated, passTime(escalated, at(10))).run.releasedMinor).toBe(2_000);
    const byArbiter = { ...answer, answeredBy: ARBITER, authority: { isStaffInTime: false, isArbiter: true } };
    const ended = act(
      escalated,
      answerAppeal(escalated, { ...byArbiter, decision: 'dismissed', answeredAtMs: at(10) }),
    );
    expect(act(ended, passTime(ended, at(10))).run.releasedMinor).toBe(10_000);
  });

  it('that an outage held up until the last day had closed comes to nothing, before the settlement and after it', () => {
    const days = Array.from({ length: 10 }, (_, index) => index + 1);
    const done = withEntries(opened(), ...days);
    const closed = act(done, passTime(done, at(11, 0)));
    const old = { ...removal, removedAtMs: at(10, 20) };
    expect(removeByHand(closed, old)).toMatchObject({ refused: 'plan_over' });
    const settled = apply(closed as Calendar, settleCalendar(closed, at(20)));
    expect(removeByHand(settled, old)).toMatchObject({ refused: 'cohort_settled' });
    // In time, and frozen in the next moment: one truth as well.
    const inTime = remove(withEntries(opened(), 1, 2), { removedAtMs: at(10, 20) });
    expect(outcomeOf(inTime)).toMatchObject({ entitledMinor: 10_000, forfeitMinor: 0, removedByHand: true });
  });

  it('is set aside by an appeal that is upheld: the days it took are excused, and the rest is earned as before', () => {
    const calendar = appealed(threeDays());
    const events = answerAppeal(calendar, answer);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'appeal-answered', excusedDays: [4, 5, 6].map(date), frozenMinor: 0 }),
    );
    expect(typesOf(events)).toEqual(expect.arrayContaining(['readmitted', 'reinstated', 'entitlement-changed']));
    const back = act(calendar, events);
    expect(back.run).toMatchObject({ announced: { removedOn: null, entitledMinor: 4_285 }, plan: { quitOn: null } });
    expect(back.run).not.toHaveProperty('byHand');
    const rest = withEntries(back, 7, 8, 9, 10);
    expect(outcomeOf(rest)).toMatchObject({ perfect: true, forfeitMinor: 0 });
  });

  it('is granted away where nobody answers in time', () => {
    const calendar = appealed(removed());
    const granted = act(calendar, passTime(calendar, at(8)));
    expect(granted.run).toMatchObject({ announced: { removedOn: null } });
    expect(granted.run).not.toHaveProperty('byHand');
  });

  it('is not answered by who decided it', () => {
    expect(answerAppeal(appealed(removed()), { ...answer, answeredBy: REVIEWER })).toMatchObject({
      refused: 'own_decision',
    });
  });

  it('lets nothing be handed in, and lets the learner leave with the same', () => {
    expect(recordEntry(removed(), offer(5, at(5)))).toMatchObject({ refused: 'enrolment_closed' });
    const left = act(appealed(removed()), withdraw(appealed(removed()), date(5), at(5, 13)));
    const answered = act(left, answerAppeal(left, answer));
    expect(answered.run).toMatchObject({ withdrawn: true, plan: { quitOn: date(4) } });
    expect(outcomeOf(answered)).toMatchObject({ entitledMinor: 10_000, forfeitMinor: 0 });
    expect(typesOf(release(removed(), at(5)))).toEqual(['released']);
  });
});

const ruledOut = () => {
  const calendar = opened({ removal: { misses: 2, per: 'cohort' } });
  return act(calendar, passTime(calendar, at(3, 1)));
};
const withdrawn = () => act(opened(), withdraw(opened(), date(3), at(3)));
const settled = () => apply(opened() as Calendar, settleCalendar(opened(), at(20)));

it.each<[string, Calendar | null, Partial<typeof removal>]>([
  ['not_admitted', null, {}],
  ['not_admitted', { status: 'waiting', enrolment: ENROLMENT }, {}],
  ['own_request', opened(), { removedBy: ENROLMENT.learnerId }],
  ['member_is_staff', opened(), { isStaff: true }],
  ['appointed_late', opened(), { authority: { isStaffInTime: false, isArbiter: false } }],
  ['already_removed', removed(), { removedAtMs: at(4, 13) }],
  // Who is out by the rule is not let off what the rule took.
  ['already_removed', ruledOut(), {}],
  ['plan_over', withEntries(opened(), 1, 2), { removedAtMs: at(11, 0) }],
  ['enrolment_closed', withdrawn(), {}],
  ['enrolment_closed', apply(opened() as Calendar, cancel(opened(), at(3))), {}],
  ['cohort_settled', settled(), { removedAtMs: at(21) }],
])('is refused: %s', (code, calendar, changes) => {
  expect(removeByHand(calendar, { ...removal, ...changes })).toMatchObject({ refused: code });
});

it('is possible until the last instant of the last day', () => {
  expect(typesOf(removeByHand(opened(), { ...removal, removedAtMs: at(11, 0) - 1 }))).toContain('removed-by-hand');
});

function threeDays(): OpenCalendar {
  const done = withEntries(opened(), 1, 2);
  return remove(act(done, accepted(done, 3, at(3))));
}
