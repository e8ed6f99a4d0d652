import type { Calendar, CalendarEvent } from './calendar';
import { ENROLMENT, POLICY, accepted, apply, at, date, offer, opened, typesOf, withEntries } from './calendar.fixture';
import { INLINE_TEXT_LENGTH } from './evolve';
import { cancel, withdraw } from './follow-enrolment';
import { recordEntry, runningDay } from './record-entry';
import { settleCalendar } from './settle-calendar';

const strictRemoval = { removal: { misses: 1, per: 'cohort' } } as const;

describe('a check-in', () => {
  it('on its day counts at once', () => {
    expect(recordEntry(opened(), offer(1))).toEqual([
      { type: 'entry-accepted', day: date(1), kind: 'on_time', via: 'entry', characters: 13, text: 'what I did today', acceptedAtMs: at(1) },
      { type: 'entitlement-changed', revision: 1, entitledMinor: 1_000, changedAtMs: at(1) },
    ]);
  });

  it('after the close is made up, and the closes before it are worked off first', () => {
    const events = recordEntry(withEntries(opened(), 1), offer(2, at(3))) as CalendarEvent[];
    expect(events).toEqual([
      { type: 'payout-due', revision: 2, period: date(1), dueMinor: 1_000, days: [{ day: date(1), kind: 'on_time', position: 1, weight: 1 }], dueAtMs: at(2, 0) },
      { type: 'days-closed', closedDays: 2, nextCloseAtMs: at(4, 0) },
      expect.objectContaining({ type: 'entry-accepted', day: date(2), kind: 'made_up' }),
      { type: 'entitlement-changed', revision: 3, entitledMinor: 2_000, changedAtMs: at(3) },
    ]);
  });

  it('repairs a streak: later days are worth more, by the difference', () => {
    const rising = { refund: { curve: 'rising', ratio: 3, cadence: 'daily' } } as const;
    const broken = withEntries(opened(rising), 1, 3);
    const events = accepted(broken, 2, at(3, 13));
    const whole = withEntries(opened(rising), 1, 2, 3);
    expect(events.at(-1)).toMatchObject({ type: 'entitlement-changed', entitledMinor: whole.run.standing.entitledMinor });
    expect(whole.run.standing.entitledMinor).toBeGreaterThan(broken.run.standing.entitledMinor * 1.5);
  });

  it('that repairs the miss reinstates who was out', () => {
    const calendar = opened(strictRemoval);
    expect(typesOf(recordEntry(calendar, offer(1, at(2))))).toEqual(
      ['removed', 'days-closed', 'entry-accepted', 'reinstated', 'entitlement-changed']);
  });

  it('of somebody who is out is kept without worth, and counts after the reinstatement', () => {
    const out = withEntries(opened(strictRemoval), 2);
    expect(out.run.standing).toEqual({ entitledMinor: 0, removedOn: date(1) });
    const back = apply(out, accepted(out, 1, at(2, 13)));
    expect(back.run.standing).toEqual({ entitledMinor: 2_000, removedOn: null });
  });

  it('of which the text is long leaves it to a document of its own', () => {
    const offered = { ...offer(1), text: 'x'.repeat(INLINE_TEXT_LENGTH + 1) };
    const calendar = apply(opened(), recordEntry(opened(), offered) as CalendarEvent[]);
    expect(calendar.run.entries[0]).toMatchObject({ text: null, longTextId: '0' });
  });

  it('by homework, heard of late, counts as of when it was handed in', () => {
    const later = withEntries(opened(), 2);
    const homework = { ...offer(1, at(1)), via: 'homework' as const, text: null };
    expect(recordEntry(later, homework)).toEqual([
      expect.objectContaining({ type: 'entry-accepted', day: date(1), kind: 'on_time' }),
      { type: 'entitlement-changed', revision: 2, entitledMinor: 2_000, changedAtMs: at(2) },
    ]);
  });
});

describe('is refused', () => {
  const settled = () => {
    const full = opened();
    return apply(full as Calendar, settleCalendar(full, at(20)));
  };
  const usedUp = () => apply(apply(opened(), accepted(opened(), 1, at(2))), accepted(apply(opened(), accepted(opened(), 1, at(2))), 2, at(3)));
  const restful = () => opened({ restDays: { weekdays: [], dates: [date(4)] } });
  const gone = () => apply(opened() as Calendar, withdraw(opened(), date(3), at(3)));

  it.each<[string, () => Calendar | null, ReturnType<typeof offer>]>([
    ['not_admitted', () => null, offer(1)],
    ['not_admitted', () => ({ status: 'waiting', enrolment: ENROLMENT }), offer(1)],
    ['enrolment_closed', () => apply(opened() as Calendar, cancel(opened())), offer(1)],
    ['enrolment_closed', gone, offer(4)],
    ['entries_not_accepted', () => opened({ checkIn: { ...POLICY.checkIn, accepts: ['homework'] } }), offer(1)],
    ['day_not_in_plan', opened, offer(11)],
    ['day_not_in_plan', settled, offer(11)],
    ['day_not_required', restful, offer(4)],
    ['already_checked_in', () => withEntries(opened(), 1), offer(1)],
    ['too_short', opened, offer(1, at(1), 'a b c d')],
    ['day_not_open', opened, offer(2, at(1))],
    ['window_closed', opened, offer(1, at(4, 0))],
    ['no_make_ups_left', usedUp, offer(3, at(4))],
    ['window_closed', settled, offer(10, at(20))],
    ['cohort_settled', () => settled(), offer(10, at(10))],
  ])('%s', (code, calendar, offered) => {
    expect(recordEntry(calendar(), offered)).toMatchObject({ refused: code });
  });

  it('with the field and the figures where the text is too short', () => {
    expect(recordEntry(opened(), offer(1, at(1), 'abc'))).toMatchObject({
      fields: [{ path: 'text' }], extra: { characters: 3, minCharacters: 5 },
    });
  });

  it('but taken on the last instant of each limit', () => {
    expect(typesOf(recordEntry(opened(), offer(1, at(2, 0) - 1)))).toContain('entry-accepted');
    expect(accepted(opened(), 1, at(4, 0) - 1).find(({ type }) => type === 'entry-accepted')).toMatchObject({ kind: 'made_up' });
    expect(typesOf(recordEntry(gone(), offer(3)))).toContain('entry-accepted');
  });
});

it('a homework without a day stands for the day that runs', () => {
  const { run } = opened();
  expect([at(1, 0) - 1, at(1, 0), at(2, 0) - 1, at(2, 0), at(11, 0)].map((instant) => runningDay(run, instant)))
    .toEqual([null, date(1), date(1), date(2), null]);
});
