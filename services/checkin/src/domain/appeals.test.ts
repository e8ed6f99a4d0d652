import { answerAppeal } from './answer-appeal';
import { frozenMinor, openAppeals } from './appeals';
import type { Calendar, CalendarEvent, OpenCalendar } from './calendar';
import {
  ENROLMENT,
  POLICY,
  REVIEWER,
  STAFF,
  accepted,
  apply,
  at,
  date,
  opened,
  typesOf,
  withEntries,
} from '../testing/calendar';
import { closeDays } from './close-days';
import { excuseForAll } from './excuse-days';
import { cancel, withdraw } from './follow-enrolment';
import { openAppeal } from './open-appeal';
import { rejectEntry } from './reject-entry';
import { settleCalendar } from './settle-calendar';

const HEAD = 'c1a55000-0000-4000-8000-00000000000d';
const request = { appealId: 'a1', reason: 'my own words', openedAtMs: at(3), appealDays: 3 };
const ofDay = (day: number) => ({ kind: 'rejected_entry' as const, day: date(day) });
const removal = { kind: 'removal' as const };
const said = { appealId: 'a1', decision: 'upheld' as const, reason: 'it is', answeredBy: HEAD, answeredAtMs: at(4) };
const answer = { ...said, authority: STAFF };

const act = <C extends Calendar>(calendar: C, outcome: unknown): C => {
  if (!Array.isArray(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return apply(calendar, outcome as CalendarEvent[]);
};
const reject = (calendar: OpenCalendar, day: number, rejectedAtMs = at(2, 13)) =>
  act(
    calendar,
    rejectEntry(calendar, { day: date(day), reason: 'copied', rejectedBy: REVIEWER, rejectedAtMs, reviewDays: 30 }),
  );
const appealed = (
  calendar: OpenCalendar,
  subject: Parameters<typeof openAppeal>[1]['subject'],
  changes: Partial<typeof request> = {},
) => act(calendar, openAppeal(calendar, { ...request, ...changes, subject }));
const closed = (calendar: OpenCalendar, untilMs: number) => apply(calendar, closeDays(calendar.run, untilMs));

/** Two days done, the first of them rejected. */
const rejectedOnce = () => reject(withEntries(opened(), 1, 2), 1);
/** Out on the third day by three misses in all; the fifth was offered while out. */
const removedOnce = (changes: Partial<typeof POLICY> = {}) => {
  const out = closed(opened({ removal: { misses: 3, per: 'cohort' }, ...changes }), at(4, 1));
  return act(out, accepted(out, 5, at(5)));
};

describe('an appeal', () => {
  it('freezes what the day would be worth and earns nothing yet', () => {
    const calendar = appealed(rejectedOnce(), ofDay(1));
    expect(openAppeals(calendar.run)).toEqual([
      {
        appealId: 'a1',
        subject: ofDay(1),
        reason: 'my own words',
        openedAtMs: at(3),
        frozenMinor: 1_000,
        answer: null,
        against: { reason: 'copied', decidedBy: REVIEWER, decidedAtMs: at(2, 13) },
      },
    ]);
    expect(calendar.run.announced.entitledMinor).toBe(1_000);
    expect(frozenMinor(calendar.run, 1_000)).toBe(1_000);
  });

  it('of a removal freezes what the learner would have without the days that led to it', () => {
    const calendar = appealed(removedOnce(), removal, { openedAtMs: at(5, 13) });
    // One day done of ten is nothing while out; of the six that would be left it is a sixth.
    expect(openAppeals(calendar.run)[0]).toMatchObject({
      subject: { kind: 'removal', removedOn: date(3) },
      frozenMinor: 1_666,
      against: { decidedBy: null, decidedAtMs: at(4, 0) },
    });
  });

  it('after another puts in question only what it adds', () => {
    const twice = reject(reject(withEntries(opened({ depositMinor: 9_999 }), 1, 2), 1), 2, at(2, 14));
    const calendar = appealed(appealed(twice, ofDay(1)), ofDay(2), { appealId: 'a2' });
    expect(openAppeals(calendar.run).map((appeal) => appeal.frozenMinor)).toEqual([999, 1_000]);
    expect(frozenMinor(calendar.run, 0)).toBe(1_999);
  });

  it('never freezes what is earned or was sent: so much is no longer in question', () => {
    const run = appealed(
      reject(withEntries(opened({ refund: { curve: 'threshold', requiredDays: 2, cadence: 'daily' } }), 1, 2), 1),
      ofDay(1),
    ).run;
    expect(openAppeals(run)[0]?.frozenMinor).toBe(10_000);
    expect(frozenMinor(run, 10_000)).toBe(0);
    expect(frozenMinor({ ...run, releasedMinor: 9_000 }, 0)).toBe(1_000);
  });

  it('after nearly all was sent freezes what is left and no more', () => {
    const sent = closed(withEntries(opened(), 1, 2, 3, 4, 5, 6, 7, 8, 9), at(10, 1));
    const twice = reject(reject(sent, 1, at(10, 2)), 2, at(10, 3));
    const calendar = appealed(appealed(twice, ofDay(1), { openedAtMs: at(10, 4) }), ofDay(2), {
      appealId: 'a2',
      openedAtMs: at(10, 5),
    });
    expect(openAppeals(calendar.run).map((appeal) => appeal.frozenMinor)).toEqual([1_000, 0]);
  });

  it('is taken on the last instant of its days', () => {
    expect(
      typesOf(openAppeal(rejectedOnce(), { ...request, subject: ofDay(1), openedAtMs: at(5, 13) - 1 })).at(-1),
    ).toBe('appeal-opened');
  });

  const withdrawn = () => act(removedOnce() as OpenCalendar, withdraw(removedOnce(), date(5), at(5, 13)));
  const settled = () => apply(rejectedOnce() as Calendar, settleCalendar(rejectedOnce(), at(20)));
  const manyTimes = () =>
    Array.from({ length: 50 }).reduce<OpenCalendar>(
      (calendar, _, index) => {
        const atMs = at(2, 14) + index * 10_000;
        const again = reject(act(calendar, accepted(calendar, 3, atMs)), 3, atMs + 1_000);
        return appealed(again, ofDay(3), { appealId: `a${index}`, openedAtMs: atMs + 2_000 });
      },
      opened({ checkIn: { ...POLICY.checkIn, aheadDays: null } }),
    );

  it.each<[string, Calendar | null, Parameters<typeof openAppeal>[1]['subject'], number]>([
    ['not_admitted', null, ofDay(1), 3],
    ['not_admitted', { status: 'waiting', enrolment: ENROLMENT }, ofDay(1), 3],
    ['not_rejected', rejectedOnce(), ofDay(2), 3],
    ['not_rejected', rejectedOnce(), ofDay(5), 3],
    ['not_removed', rejectedOnce(), removal, 3],
    ['already_checked_in', act(rejectedOnce(), accepted(rejectedOnce(), 1, at(2, 14))), ofDay(1), 3],
    ['already_appealed', appealed(rejectedOnce(), ofDay(1)), ofDay(1), 3],
    [
      'already_appealed',
      act(
        appealed(rejectedOnce(), ofDay(1)),
        answerAppeal(appealed(rejectedOnce(), ofDay(1)), { ...answer, decision: 'dismissed' }),
      ),
      ofDay(1),
      3,
    ],
    ['appeal_window_closed', rejectedOnce(), ofDay(1), 6],
    ['appeal_window_closed', removedOnce(), removal, 7],
    ['enrolment_closed', withdrawn(), removal, 5],
    ['enrolment_closed', apply(rejectedOnce() as Calendar, cancel(rejectedOnce(), at(3))), ofDay(1), 3],
    ['cohort_settled', settled(), ofDay(1), 3],
  ])('is refused: %s', (code, calendar, subject, day) => {
    expect(openAppeal(calendar, { ...request, subject, openedAtMs: at(day, 15) })).toMatchObject({ refused: code });
  });

  it('is possible for each rejection, also the 51st', () => {
    const again = reject(act(manyTimes(), accepted(manyTimes(), 3, at(3, 13))), 3, at(3, 14));
    const events = openAppeal(again, { ...request, subject: ofDay(3), openedAtMs: at(4, 15) });
    expect(typesOf(events).at(-1)).toBe('appeal-opened');
  });

  it('is refused where the cohort has no days for it', () => {
    const refused = openAppeal(rejectedOnce(), { ...request, subject: ofDay(1), appealDays: 0 });
    expect(refused).toMatchObject({
      refused: 'appeal_window_closed',
      extra: { closedAt: new Date(at(2, 13)).toISOString() },
    });
  });
});

describe('the answer', () => {
  it('that upholds lets the check-in count again and moves the total with the next revision', () => {
    const calendar = appealed(rejectedOnce(), ofDay(1));
    const events = answerAppeal(calendar, answer);
    expect(typesOf(events)).toEqual(['days-closed', 'appeal-answered', 'entry-restored', 'entitlement-changed']);
    expect(events).toContainEqual({
      type: 'appeal-answered',
      ...said,
      answeredAs: 'staff',
      subject: ofDay(1),
      frozenMinor: 1_000,
      excusedDays: [],
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'entitlement-changed', entitledMinor: 2_000 }));
    const upheld = act(calendar, events);
    expect(upheld.run.entries[0]).not.toHaveProperty('rejected');
    expect(openAppeals(upheld.run)).toEqual([]);
    expect(closeDays(upheld.run, at(5, 0))).toContainEqual(
      expect.objectContaining({ type: 'payout-due', dueMinor: 2_000 }),
    );
  });

  it('that dismisses changes no total and leaves the amount to the settlement', () => {
    const calendar = appealed(rejectedOnce(), ofDay(1));
    const events = answerAppeal(calendar, { ...answer, decision: 'dismissed' });
    expect(typesOf(events)).toEqual(['days-closed', 'appeal-answered']);
    expect(settleCalendar(act(calendar, events), at(20)).at(-1)).toMatchObject({
      entitledMinor: 1_000,
      forfeitMinor: 9_000,
    });
  });

  it('that upholds the appeal of a removal excuses its days and those that passed meanwhile, and the learner goes on', () => {
    const calendar = appealed(removedOnce(), removal, { openedAtMs: at(5, 13) });
    const events = answerAppeal(calendar, { ...answer, answeredAtMs: at(8) });
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'appeal-answered', excusedDays: [1, 2, 3, 4, 6, 7].map(date) }),
    );
    const back = act(calendar, events);
    expect(back.run.announced).toEqual({ entitledMinor: 2_500, removedOn: null });
    const rest = act(back, accepted(back, 8, at(8, 13)));
    expect(settleCalendar(withEntries(rest, 9, 10), at(20)).at(-1)).toMatchObject({ perfect: true, forfeitMinor: 0 });
  });

  it.each([
    ['week', [1, 2, 3, 4]],
    ['cohort', [1, 2, 3, 4]],
    ['consecutive', [1, 2, 3, 4]],
  ] as const)('excuses the misses that count by %s', (per, days) => {
    const out = closed(opened({ removal: { misses: 3, per } }), at(5, 1));
    const calendar = appealed(out, removal, { openedAtMs: at(5, 2) });
    expect(answerAppeal(calendar, { ...answer, answeredAtMs: at(5, 3) })).toContainEqual(
      expect.objectContaining({ excusedDays: days.map(date) }),
    );
  });

  it('excuses no miss of another run or week', () => {
    const run = closed(withEntries(opened({ removal: { misses: 2, per: 'consecutive' } }), 2), at(5, 1));
    const byRun = appealed(run, removal, { openedAtMs: at(5, 2) });
    expect(answerAppeal(byRun, { ...answer, answeredAtMs: at(5, 3) })).toContainEqual(
      expect.objectContaining({ excusedDays: [3, 4].map(date) }),
    );
    const week = closed(withEntries(opened({ removal: { misses: 2, per: 'week' } }), 2, 3, 4, 5, 6, 7), at(10, 1));
    const byWeek = appealed(week, removal, { openedAtMs: at(10, 2) });
    expect(answerAppeal(byWeek, { ...answer, answeredAtMs: at(10, 3) })).toContainEqual(
      expect.objectContaining({ excusedDays: [8, 9].map(date) }),
    );
  });

  it('excuses the day where the check-in would take the last make-up from another that was accepted since', () => {
    const one = opened({ makeUp: { windowDays: 5, quota: 1 } });
    const madeUp = reject(act(one, accepted(one, 1, at(2))), 1, at(2, 13));
    const other = act(madeUp, accepted(madeUp, 2, at(3)));
    const calendar = appealed(other, ofDay(1), { openedAtMs: at(3, 13) });
    const events = answerAppeal(calendar, { ...answer, answeredAtMs: at(3, 14) });
    expect(events).toContainEqual(expect.objectContaining({ type: 'appeal-answered', excusedDays: [date(1)] }));
    expect(act(calendar, events).run.announced.entitledMinor).toBe(1_111);
  });

  it.each(['before the appeal', 'after the appeal'])(
    'that upholds takes back an excuse of the day, %s: what was done is worth more than its absence',
    (when) => {
      const excused = (calendar: OpenCalendar) => apply(calendar, excuseForAll(calendar, date(1), at(2, 14)));
      const calendar =
        when === 'before the appeal'
          ? appealed(excused(rejectedOnce()), ofDay(1))
          : excused(appealed(rejectedOnce(), ofDay(1), { openedAtMs: at(2, 13) }));
      // One of nine without the day, two of ten with it.
      expect(calendar.run.announced.entitledMinor).toBe(1_111);
      const upheld = act(calendar, answerAppeal(calendar, answer));
      expect(upheld.run.announced.entitledMinor).toBe(2_000);
      expect(upheld.run.plan.days[0]).toMatchObject({ day: date(1), kind: 'required' });
    },
  );

  it('finds nothing to do where the learner has done the day or come back meanwhile', () => {
    const again = appealed(rejectedOnce(), ofDay(1));
    const redone = act(again, accepted(again, 1, at(3, 13)));
    expect(typesOf(answerAppeal(redone, answer))).not.toContain('entry-restored');
    const out = appealed(closed(opened({ removal: { misses: 2, per: 'cohort' } }), at(3, 1)), removal, {
      openedAtMs: at(3, 2),
    });
    const back = act(out, accepted(out, 2, at(3, 3)));
    expect(answerAppeal(back, { ...answer, answeredAtMs: at(3, 4) })).toEqual([
      expect.objectContaining({ type: 'appeal-answered', excusedDays: [] }),
    ]);
  });

  it('is refused once its time is over, whether or not a timer has run: it is granted', () => {
    const calendar = appealed(rejectedOnce(), ofDay(1));
    expect(typesOf(answerAppeal(calendar, { ...answer, decision: 'dismissed', answeredAtMs: at(6) - 1 }))).toContain(
      'appeal-answered',
    );
    expect(answerAppeal(calendar, { ...answer, decision: 'dismissed', answeredAtMs: at(6) })).toMatchObject({
      refused: 'already_decided',
    });
  });

  it('that gave a check-in back stands: nobody rejects it again', () => {
    const calendar = appealed(rejectedOnce(), ofDay(1));
    const upheld = act(calendar, answerAppeal(calendar, answer));
    const again = { day: date(1), reason: 'still', rejectedBy: REVIEWER, rejectedAtMs: at(4, 13), reviewDays: 30 };
    expect(rejectEntry(upheld, again)).toMatchObject({ refused: 'already_decided' });
    expect(typesOf(rejectEntry(upheld, { ...again, day: date(2) }))).toContain('entry-rejected');
  });

  it('that upholds decides the day also where another check-in has taken its place: nobody rejects that one either', () => {
    const again = appealed(rejectedOnce(), ofDay(1));
    const redone = act(again, accepted(again, 1, at(3, 13)));
    const rejection = { day: date(1), reason: 'thin', rejectedBy: REVIEWER, rejectedAtMs: at(4, 13), reviewDays: 30 };
    const upheld = act(redone, answerAppeal(redone, answer));
    expect(rejectEntry(upheld, rejection)).toMatchObject({ refused: 'already_decided' });
    expect(upheld.run.announced.entitledMinor).toBe(2_000);
    const dismissed = act(redone, answerAppeal(redone, { ...answer, decision: 'dismissed' }));
    expect(typesOf(rejectEntry(dismissed, rejection))).toContain('entry-rejected');
  });

  it.each<[string, Calendar | null, Partial<typeof answer>]>([
    ['not_found', null, {}],
    ['not_found', rejectedOnce(), {}],
    ['not_found', appealed(rejectedOnce(), ofDay(1)), { appealId: 'a2' }],
    ['own_request', appealed(rejectedOnce(), ofDay(1)), { answeredBy: ENROLMENT.learnerId }],
    ['own_decision', appealed(rejectedOnce(), ofDay(1)), { answeredBy: REVIEWER }],
    [
      'already_decided',
      act(appealed(rejectedOnce(), ofDay(1)), answerAppeal(appealed(rejectedOnce(), ofDay(1)), answer)),
      {},
    ],
    [
      'enrolment_closed',
      apply(appealed(rejectedOnce(), ofDay(1)) as Calendar, cancel(appealed(rejectedOnce(), ofDay(1)), at(3))),
      {},
    ],
  ])('is refused: %s', (code, calendar, changes) => {
    expect(answerAppeal(calendar, { ...answer, ...changes })).toMatchObject({ refused: code });
  });

  it('about a removal may come from whoever rejected a check-in: the rule decided', () => {
    const calendar = appealed(removedOnce(), removal, { openedAtMs: at(5, 13) });
    expect(typesOf(answerAppeal(calendar, { ...answer, answeredBy: REVIEWER, answeredAtMs: at(6) }))).toContain(
      'reinstated',
    );
  });
});

it('a calendar with an open appeal is not settled before the answer', () => {
  const calendar = appealed(rejectedOnce(), ofDay(1));
  expect(settleCalendar(calendar, at(20))).toEqual([]);
  const upheld = act(calendar, answerAppeal(calendar, answer));
  expect(settleCalendar(upheld, at(20)).at(-1)).toMatchObject({
    type: 'settled',
    entitledMinor: 2_000,
    forfeitMinor: 8_000,
  });
});

it('a calendar with a dismissal is settled once that can no longer be taken to the arbiter', () => {
  const calendar = appealed(rejectedOnce(), ofDay(1), { openedAtMs: at(3) });
  const dismissed = act(calendar, answerAppeal(calendar, { ...answer, decision: 'dismissed', answeredAtMs: at(5) }));
  expect(settleCalendar(dismissed, at(20), { nowMs: at(8) - 1 })).toEqual([]);
  expect(typesOf(settleCalendar(dismissed, at(20), { nowMs: at(8) }))).toContain('settled');
});
