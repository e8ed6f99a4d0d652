import { planDates } from '@daka/rules';
import { apply, at, date, opened, POLICY, withEntries } from '../testing/calendar';
import { rollOver } from './close-days';
import type { AdmittedCalendar } from './describe-calendar';
import { excuseForAll } from './excuse-days';
import { cancel, withdraw } from './follow-enrolment';
import { memberDays } from './member-days';
import { settleCalendar } from './settle-calendar';
import type { Calendar } from './calendar';

const silentDays = (calendar: Calendar, nowMs: number) =>
  memberDays(calendar as AdmittedCalendar, planDates(POLICY), nowMs).silentDays;
const closed = (calendar: Calendar, nowMs: number) =>
  calendar.status === 'open' ? apply(calendar, rollOver(calendar, nowMs)) : calendar;

describe('how long somebody has been silent', () => {
  it('counts whole days since the last check-in, from the first opening for who never wrote', () => {
    const calendar = withEntries(opened(), 1);
    expect([silentDays(calendar, at(1)), silentDays(calendar, at(3, 11)), silentDays(calendar, at(5))]).toEqual([
      0, 1, 4,
    ]);
    expect(silentDays(opened(), at(1))).toBe(0);
    expect(silentDays(closed(opened(), at(4)), at(4))).toBe(3);
  });

  it('without the days that were excused meanwhile', () => {
    const calendar = closed(withEntries(opened(), 1), at(6));
    expect(silentDays(calendar, at(6))).toBe(5);
    const excused = [date(3), date(4)].reduce((known, day) => apply(known, excuseForAll(known, day, at(6))), calendar);
    expect(silentDays(excused, at(6))).toBe(3);
  });

  it('is of nobody who has left or is settled', () => {
    const calendar = withEntries(opened(), 1);
    const left = closed(apply(calendar, withdraw(calendar, date(3), at(3))), at(6));
    expect(memberDays(left as AdmittedCalendar, planDates(POLICY), at(6)).status).not.toBe('open');
    const ended = closed(calendar, at(14));
    const settled = apply(ended, settleCalendar(ended, at(14)));
    expect([left, settled, apply(calendar, cancel(calendar, at(3)))].map((one) => silentDays(one, at(20)))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
