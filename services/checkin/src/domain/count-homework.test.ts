import { given, POLICY, REVIEWER, admission, at, date, offer, opened, typesOf } from '../testing/calendar';
import type { Calendar, CalendarEvent } from './calendar';
import { rollOver } from './close-days';
import { cancel, withdraw } from './follow-enrolment';
import { type HandedIn, recordEntry, recordHomework } from './record-entry';
import { settleCalendar } from './settle-calendar';

const id = { submissionId: 's', version: 1 };
const handIn =
  (day: number | null, submittedAtMs: number, characters = 20, more: Partial<HandedIn> = {}) =>
  (calendar: Calendar | null) =>
    recordHomework(calendar, { ...id, day: day === null ? null : date(day), characters, submittedAtMs, ...more });
const none = (why: string) => ({ type: 'homework-judged', ...id, verdict: { status: 'none', why } }) as CalendarEvent;
const kept = (day: number): CalendarEvent => ({
  type: 'homework-kept',
  homework: { ...id, day: date(day), characters: 20, countsAtMs: at(day, 0) },
});
const countedAt = (day: number, atMs: number): CalendarEvent => ({
  type: 'homework-judged',
  ...id,
  verdict: { status: 'counted', day: date(day), countsAtMs: atMs },
});
const admitted = admission();
const roll = (nowMs: number) => (calendar: Calendar | null) => {
  if (calendar?.status !== 'open') throw new Error('no open calendar');
  return rollOver(calendar, nowMs);
};
const outcome = (history: CalendarEvent[], decide: (calendar: Calendar | null) => readonly CalendarEvent[]) =>
  decide(given(...history).state);

describe('homework for a day', () => {
  it('counts while the day runs, and says so', () => {
    expect(outcome(admitted, handIn(1, at(1)))).toEqual([
      expect.objectContaining({ type: 'entry-accepted', day: date(1), via: 'homework', kind: 'on_time' }),
      countedAt(1, at(1)),
      expect.objectContaining({ type: 'entitlement-changed', entitledMinor: 1_000 }),
    ]);
  });

  it('handed in one minute before the day opens counts when it opens', () => {
    given(...admitted)
      .when(handIn(2, at(2, 0) - 60_000))
      .then(kept(2));
    const waiting = [...admitted, kept(2)];
    expect(given(...waiting).state).toMatchObject({
      run: { nextCloseAtMs: at(2, 0), waitingHomework: [{ day: date(2) }] },
    });
    // The timer, and any command after it, bring the same.
    const opening = outcome(waiting, roll(at(2, 0)));
    expect(opening).toContainEqual(countedAt(2, at(2, 0)));
    expect(opening).toContainEqual(
      expect.objectContaining({ type: 'entry-accepted', day: date(2), acceptedAtMs: at(2, 0), kind: 'on_time' }),
    );
    expect(given(...waiting, ...opening).state).toMatchObject({
      run: { waitingHomework: [], announced: { entitledMinor: 1_000 } },
    });
    expect(recordEntry(given(...waiting).state, offer(2, at(2)))).toMatchObject({ refused: 'already_checked_in' });
  });

  it('handed in before the plan begins counts on its first day', () => {
    given(...admitted)
      .when(handIn(1, at(1, 0) - 1))
      .then(kept(1));
    expect(outcome([...admitted, kept(1)], roll(at(1, 0)))).toContainEqual(countedAt(1, at(1, 0)));
    expect(outcome([...admitted, kept(1)], roll(at(1, 0) - 1))).toEqual([]);
  });

  it('counts once, however many versions follow: one that names no day stands for the first that ran', () => {
    const first = outcome(admitted, handIn(null, at(1)));
    expect(first).toContainEqual(countedAt(1, at(1)));
    const done = [...admitted, ...first];
    const again = { version: 2, submissionId: 's' };
    expect(outcome(done, handIn(null, at(2), 20, again))).toEqual([{ ...none('already_checked_in'), version: 2 }]);
    // Another piece on the same day, and the same one after its check-in was rejected, are a try of their own.
    expect(outcome(done, handIn(null, at(2), 20, { submissionId: 'other' }))).toContainEqual(
      expect.objectContaining({
        type: 'entry-accepted',
        day: date(2),
        homework: { submissionId: 'other', version: 1 },
      }),
    );
    const rejected: CalendarEvent = {
      type: 'entry-rejected',
      day: date(1),
      reason: 'not about it',
      rejectedBy: 'h',
      rejectedAtMs: at(1),
    };
    expect(outcome([...done, rejected], handIn(null, at(2), 20, again))).toContainEqual(
      expect.objectContaining({ type: 'entry-accepted', day: date(2) }),
    );
  });

  it('counts for two days where an appeal gives back the rejected version, and another was handed in meanwhile: each was work of its day', () => {
    const first = [...admitted, ...outcome(admitted, handIn(null, at(1)))];
    const rejectedAtMs = at(1, 18);
    const rejection = { type: 'entry-rejected' as const, day: date(1), reason: 'not yours', rejectedBy: REVIEWER };
    const rejected: CalendarEvent[] = [...first, { ...rejection, rejectedAtMs }];
    const second = outcome(rejected, handIn(null, at(2), 20, { version: 2 }));
    expect(second).toContainEqual(expect.objectContaining({ type: 'entry-accepted', day: date(2), kind: 'on_time' }));
    const restored = { type: 'entry-restored' as const, day: date(1), rejectedAtMs, restoredAtMs: at(2, 18) };
    const { state } = given(...rejected, ...second, restored);
    if (state?.status !== 'open') throw new Error('no open calendar');
    expect(state.run.entries.map(({ day, rejected: isOut = false }) => [day, isOut])).toEqual([
      [date(1), false],
      [date(2), false],
    ]);
  });

  it('says so also of a version that comes when the learner has left', () => {
    const first = outcome(admitted, handIn(1, at(1)));
    const left: CalendarEvent = { type: 'withdrawn', quitOn: date(2), quitAtMs: at(2) };
    expect(outcome([...admitted, ...first, left], handIn(1, at(2), 20, { version: 2 }))).toEqual([
      { ...none('already_checked_in'), version: 2 },
    ]);
  });

  it('waits once, however many versions follow', () => {
    given(...admitted, kept(3))
      .when(handIn(3, at(1), 20, { version: 2 }))
      .then();
    expect(outcome([...admitted, kept(3)], handIn(3, at(3), 20, { version: 2 }))).toEqual([]);
  });

  it('that opens on a day that was excused meanwhile counts for none, and says so', () => {
    const excused: CalendarEvent = { type: 'day-excused', day: date(2), reason: 'leave', excusedAtMs: at(1) };
    expect(outcome([...admitted, kept(2), excused], roll(at(2, 0)))).toContainEqual(none('excused'));
  });
});

describe('homework that counts for no day says why', () => {
  const homeworkless = admission({ checkIn: { ...POLICY.checkIn, accepts: ['entry'] } });
  const restful = admission({ restDays: { weekdays: [], dates: [date(4)] } });
  const done = [...admitted, ...(recordEntry(opened(), offer(1, at(1))) as CalendarEvent[])];

  it.each<[string, CalendarEvent[], ReturnType<typeof handIn>]>([
    ['cohort_takes_none', homeworkless, handIn(1, at(1))],
    ['rest', restful, handIn(4, at(4))],
    ['rest', restful, handIn(null, at(4))],
    ['past', admitted, handIn(1, at(4, 0))],
    ['too_short', admitted, handIn(1, at(1), 4)],
    ['too_short', admitted, handIn(2, at(1), 4)],
    ['already_checked_in', done, handIn(1, at(1))],
    ['no_day', admitted, handIn(null, at(1, 0) - 1)],
    ['no_day', admitted, handIn(11, at(1))],
    ['not_a_member', [...admitted, ...withdraw(opened(), date(1), at(1))], handIn(4, at(4))],
    ['not_a_member', [...admitted, ...cancel(opened(), at(1))], handIn(1, at(1))],
    ['settled', [...admitted, ...settleCalendar(opened(), at(20))], handIn(1, at(1))],
  ])('%s', (why, history, decide) => {
    expect(outcome(history, decide).filter(({ type }) => type === 'homework-judged')).toEqual([none(why)]);
    expect(typesOf(outcome(history, decide))).not.toContain('entry-accepted');
  });
});
