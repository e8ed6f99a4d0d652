import type { Calendar, CalendarEvent } from './calendar';
import {
  given,
  ENROLMENT,
  POLICY,
  accepted,
  admission,
  apply,
  at,
  date,
  offer,
  opened,
  typesOf,
  withEntries,
} from '../testing/calendar';
import { cancel, withdraw } from './follow-enrolment';
import { recordEntry, runningDay } from './record-entry';
import { settleCalendar } from './settle-calendar';

const strictRemoval = { removal: { misses: 1, per: 'cohort' } } as const;

const checkIn = (offered: ReturnType<typeof offer>) => (calendar: Calendar | null) => recordEntry(calendar, offered);

describe('a check-in', () => {
  it('on its day counts at once', () => {
    given(...admission())
      .when(checkIn(offer(1)))
      .then(
        {
          type: 'entry-accepted',
          day: date(1),
          kind: 'on_time',
          via: 'entry',
          characters: 13,
          text: { textId: 't1', text: 'what I did today' },
          acceptedAtMs: at(1),
        },
        { type: 'entitlement-changed', revision: 1, entitledMinor: 1_000, changedAtMs: at(1) },
      );
  });

  it('that was written for the day itself uses no make-up when it comes after the close', () => {
    const calendar = opened();
    const late = { ...offer(1, at(2)), onTimeOnly: true };
    expect(recordEntry(calendar, late)).toMatchObject({ refused: 'day_over' });
    expect(typesOf(recordEntry(calendar, { ...late, acceptedAtMs: at(1) }))).toContain('entry-accepted');
    expect(typesOf(recordEntry(calendar, { ...late, onTimeOnly: false }))).toContain('entry-accepted');
    expect(recordEntry(calendar, { ...late, acceptedAtMs: at(9) })).toMatchObject({ refused: 'window_closed' });
  });

  it('after the close is made up, and the closes before it are worked off first', () => {
    const events = recordEntry(withEntries(opened(), 1), offer(2, at(3))) as CalendarEvent[];
    expect(events).toEqual([
      {
        type: 'payout-due',
        revision: 2,
        period: date(1),
        dueMinor: 1_000,
        days: [{ day: date(1), kind: 'on_time', position: 1, weight: 1 }],
        dueAtMs: at(2, 0),
      },
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
    expect(events.at(-1)).toMatchObject({
      type: 'entitlement-changed',
      entitledMinor: whole.run.announced.entitledMinor,
    });
    expect(whole.run.announced.entitledMinor).toBeGreaterThan(broken.run.announced.entitledMinor * 1.5);
  });

  it('that repairs the miss reinstates who was out', () => {
    const calendar = opened(strictRemoval);
    expect(typesOf(recordEntry(calendar, offer(1, at(2))))).toEqual([
      'removed',
      'days-closed',
      'entry-accepted',
      'reinstated',
      'entitlement-changed',
    ]);
  });

  it('of somebody who is out is kept without worth, and counts after the reinstatement', () => {
    const out = withEntries(opened(strictRemoval), 2);
    expect(out.run.announced).toEqual({ entitledMinor: 0, removedOn: date(1) });
    const back = apply(out, accepted(out, 1, at(2, 13)));
    expect(back.run.announced).toEqual({ entitledMinor: 2_000, removedOn: null });
  });

  it('leaves its text, however short, to a document of its own', () => {
    const { entries } = apply(opened(), recordEntry(opened(), offer(1)) as CalendarEvent[]).run;
    expect(entries).toEqual([
      { day: date(1), acceptedAtMs: at(1), characters: 13, kind: 'on_time', via: 'entry', textId: 't1' },
    ]);
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
  const admitted = admission();
  const settled = [...admitted, ...settleCalendar(opened(), at(20))];
  const onceLate = accepted(opened(), 1, at(2));
  const usedUp = [...admitted, ...onceLate, ...accepted(apply(opened(), onceLate), 2, at(3))];
  const restful = admission({ restDays: { weekdays: [], dates: [date(4)] } });
  const left = [...admitted, ...withdraw(opened(), date(3), at(3))];
  const homeworkOnly = admission({ checkIn: { ...POLICY.checkIn, accepts: ['homework'] } });

  it.each<[string, CalendarEvent[], ReturnType<typeof offer>]>([
    ['not_admitted', [], offer(1)],
    ['not_admitted', [{ type: 'registered', enrolment: ENROLMENT }], offer(1)],
    ['enrolment_closed', [...admitted, ...cancel(opened(), at(2))], offer(1)],
    ['enrolment_closed', left, offer(4)],
    ['enrolment_closed', left, offer(3, at(3) + 1)],
    ['entries_not_accepted', homeworkOnly, offer(1)],
    ['day_not_in_plan', admitted, offer(11)],
    ['day_not_in_plan', settled, offer(11)],
    ['day_not_required', restful, offer(4)],
    ['already_checked_in', [...admitted, ...accepted(opened(), 1)], offer(1)],
    ['too_short', admitted, offer(1, at(1), 'a b c d')],
    ['day_not_open', admitted, offer(2, at(1))],
    ['window_closed', admitted, offer(1, at(4, 0))],
    ['no_make_ups_left', usedUp, offer(3, at(4))],
    ['window_closed', settled, offer(10, at(20))],
    ['cohort_settled', settled, offer(10, at(10))],
  ])('%s', (code, history, offered) => {
    given(...history)
      .when(checkIn(offered))
      .refuses(code);
  });

  it('with the field and the figures where the text is too short', () => {
    expect(recordEntry(opened(), offer(1, at(1), 'abc'))).toMatchObject({
      fields: [{ path: 'text' }],
      extra: { characters: 3, minCharacters: 5 },
    });
  });

  it('but taken on the last instant of each limit', () => {
    expect(typesOf(recordEntry(opened(), offer(1, at(2, 0) - 1)))).toContain('entry-accepted');
    expect(accepted(opened(), 1, at(4, 0) - 1).find(({ type }) => type === 'entry-accepted')).toMatchObject({
      kind: 'made_up',
    });
    expect(typesOf(given(...left).when(checkIn(offer(3, at(3)))).outcome)).toContain('entry-accepted');
  });
});

it('a homework without a day stands for the day that runs', () => {
  const { run } = opened();
  expect(
    [at(1, 0) - 1, at(1, 0), at(2, 0) - 1, at(2, 0), at(11, 0)].map((instant) => runningDay(run, instant)),
  ).toEqual([null, date(1), date(1), date(2), null]);
});

it('what was made up before leaving stays earned, also after the last close', () => {
  const settling = { makeUp: { windowDays: 5, quota: null } };
  let calendar = opened(settling);
  for (const day of [8, 9, 10]) calendar = apply(calendar, accepted(calendar, day, at(12)));
  const gone = apply(calendar, withdraw(calendar, date(10), at(12) + 1));
  expect(gone.run.announced.entitledMinor).toBe(3_000);
  expect(settleCalendar(gone, at(30)).find(({ type }) => type === 'settled')).toMatchObject({ entitledMinor: 3_000 });
});
