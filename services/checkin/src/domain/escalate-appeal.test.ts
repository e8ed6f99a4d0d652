import { ENROLMENT, REVIEWER, STAFF, apply, at, date, opened, typesOf, withEntries } from '../testing/calendar';
import { answerAppeal } from './answer-appeal';
import { frozenMinor, openAppeals } from './appeals';
import type { Authority } from './authority';
import type { Calendar, CalendarEvent, OpenCalendar } from './calendar';
import { escalateAppeal } from './escalate-appeal';
import { cancel } from './follow-enrolment';
import { escalatesUntilMs } from './escalation';
import { openAppeal } from './open-appeal';
import { rejectEntry } from './reject-entry';
import { settleCalendar } from './settle-calendar';
import { nextAnswerDueMs } from './waiting-requests';

const HEAD = 'c1a55000-0000-4000-8000-00000000000d';
const ARBITER = 'a4b17e40-0000-4000-8000-00000000000a';
const asArbiter: Authority = { isStaffInTime: false, isArbiter: true };
const late: Authority = { isStaffInTime: false, isArbiter: false };
const said = { appealId: 'a1', decision: 'dismissed' as const, reason: 'no', answeredBy: HEAD, answeredAtMs: at(4) };
const ask = { appealId: 'a1', reason: 'look again', escalatedAtMs: at(5), appealDays: 3 };

const act = <C extends Calendar>(calendar: C, outcome: unknown): C => {
  if (!Array.isArray(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return apply(calendar, outcome as CalendarEvent[]);
};
const appealed = (): OpenCalendar => {
  const done = withEntries(opened(), 1, 2);
  const rejection = { day: date(1), reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs: at(2, 13), reviewDays: 3 };
  const rejected = act(done, rejectEntry(done, rejection));
  const subject = { kind: 'rejected_entry' as const, day: date(1) };
  return act(
    rejected,
    openAppeal(rejected, { appealId: 'a1', subject, reason: 'mine', openedAtMs: at(3), appealDays: 3 }),
  );
};
const answered = (calendar: OpenCalendar, changes: Partial<typeof said> & { authority?: Authority } = {}) =>
  act(
    calendar,
    answerAppeal(calendar, { ...said, authority: STAFF, ...changes } as Parameters<typeof answerAppeal>[1]),
  );
const escalated = () => {
  const calendar = answered(appealed());
  return act(calendar, escalateAppeal(calendar, ask));
};

describe('a dismissal', () => {
  it('taken to the arbiter waits again with its amount frozen, and holds the settlement', () => {
    const calendar = escalated();
    expect(openAppeals(calendar.run)).toEqual([
      expect.objectContaining({
        reason: 'mine',
        answer: null,
        frozenMinor: 1_000,
        escalation: {
          reason: 'look again',
          escalatedAtMs: at(5),
          dismissal: expect.objectContaining({ answeredBy: HEAD, answeredAs: 'staff' }),
        },
      }),
    ]);
    expect(frozenMinor(calendar.run, 1_000)).toBe(1_000);
    expect(settleCalendar(calendar, at(20))).toEqual([]);
  });

  it('can be taken there for as long as an appeal window', () => {
    const calendar = answered(appealed());
    expect(escalatesUntilMs(calendar.run.appeals[0]!, 3)).toBe(at(7));
    expect(typesOf(escalateAppeal(calendar, { ...ask, escalatedAtMs: at(7) - 1 }))).toContain('appeal-escalated');
    expect(escalateAppeal(calendar, { ...ask, escalatedAtMs: at(7) })).toMatchObject({
      refused: 'appeal_window_closed',
      extra: { closedAt: new Date(at(7)).toISOString() },
    });
  });

  it.each<[string, Calendar | null, Partial<typeof ask>]>([
    ['not_found', null, {}],
    ['not_found', appealed(), { appealId: 'a2' }],
    ['not_dismissed', appealed(), {}],
    ['not_dismissed', act(appealed(), answerAppeal(appealed(), { ...said, decision: 'upheld', authority: STAFF })), {}],
    ['already_escalated', escalated(), {}],
    ['already_escalated', answered(escalated(), { answeredBy: ARBITER, authority: asArbiter }), {}],
    ['answer_is_final', answered(appealed(), { answeredBy: ARBITER, authority: asArbiter }), {}],
    ['enrolment_closed', apply(answered(appealed()) as Calendar, cancel(answered(appealed()), at(4, 13))), {}],
    ['cohort_settled', apply(answered(appealed()) as Calendar, settleCalendar(answered(appealed()), at(20))), {}],
  ])('is not taken there: %s', (code, calendar, changes) => {
    expect(escalateAppeal(calendar, { ...ask, ...changes })).toMatchObject({ refused: code });
  });
});

describe('the answer to what was taken to the arbiter', () => {
  const upheld = { ...said, decision: 'upheld' as const, answeredAtMs: at(6) };

  it("is the arbiter's and ends it", () => {
    const calendar = escalated();
    const events = answerAppeal(calendar, { ...upheld, answeredBy: ARBITER, authority: asArbiter });
    expect(events).toContainEqual(expect.objectContaining({ type: 'appeal-answered', answeredAs: 'arbiter' }));
    expect(typesOf(events)).toContain('entry-restored');
    const after = act(calendar, events);
    expect(openAppeals(after.run)).toEqual([]);
    expect(escalatesUntilMs(after.run.appeals[0]!, 3)).toBeNull();
  });

  it.each<[string, string, Authority]>([
    ['with_the_arbiter', 'other', STAFF],
    ['with_the_arbiter', 'other', late],
    ['own_decision', HEAD, { isStaffInTime: true, isArbiter: true }],
    ['own_decision', REVIEWER, asArbiter],
    ['own_request', ENROLMENT.learnerId, asArbiter],
  ])('is refused: %s by %s', (code, answeredBy, authority) => {
    expect(answerAppeal(escalated(), { ...upheld, answeredBy, authority })).toMatchObject({ refused: code });
  });

  it('may come for an appeal window, counted anew', () => {
    expect(nextAnswerDueMs(appealed().run)).toBe(at(6));
    expect(nextAnswerDueMs(escalated().run)).toBe(at(8));
  });
});

it('staff appointed once deposits were paid answer nothing', () => {
  expect(answerAppeal(appealed(), { ...said, authority: late })).toMatchObject({ refused: 'appointed_late' });
});
