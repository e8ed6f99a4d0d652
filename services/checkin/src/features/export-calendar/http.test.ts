import { checkExport, ExportSchema } from '@daka/proof';
import type { Policy } from '@daka/rules';
import { answerAppeal } from '../../domain/answer-appeal';
import type { Calendar } from '../../domain/calendar';
import {
  accepted,
  apply,
  at,
  date,
  ENROLMENT,
  opened,
  POLICY,
  REVIEWER,
  STAFF,
  withEntries,
} from '../../testing/calendar';
import { rollOver } from '../../domain/close-days';
import { type AdmittedCalendar, sumsOf } from '../../domain/describe-calendar';
import { excuseForAll } from '../../domain/excuse-days';
import { cancel, withdraw } from '../../domain/follow-enrolment';
import { openAppeal } from '../../domain/open-appeal';
import { rejectEntry } from '../../domain/reject-entry';
import { settleCalendar } from '../../domain/settle-calendar';
import { presentExport } from './http';

const closed = (calendar: Calendar, nowMs: number) =>
  calendar.status === 'open' ? apply(calendar, rollOver(calendar, nowMs)) : calendar;
const rejected = (calendar: Calendar, day: number, atMs: number) => {
  const outcome = rejectEntry(calendar, {
    day: date(day),
    reason: "not today's",
    rejectedBy: REVIEWER,
    rejectedAtMs: atMs,
    reviewDays: 3,
  });
  if (!Array.isArray(outcome)) throw new Error(outcome.refused);
  return apply(calendar, outcome);
};
const changes: Record<string, Partial<Policy>> = {
  flat: {},
  rising: { refund: { curve: 'rising', ratio: 3, cadence: 'daily' } },
  weekly: { refund: { curve: 'flat', cadence: 'weekly' } },
  threshold: { refund: { curve: 'threshold', requiredDays: 2, cadence: 'at_end' } },
  removing: { removal: { misses: 2, per: 'consecutive' } },
  resting: { restDays: { weekdays: [7], dates: [date(2)] } },
};
const courses: Record<string, (policy: Policy) => { calendar: Calendar; nowMs: number }> = {
  'nothing done yet': (policy) => ({ calendar: opened({}, policy), nowMs: at(1) }),
  'days done, one missed, one made up': (policy) => ({
    calendar: closed(
      apply(
        closed(withEntries(opened({}, policy), 1, 3), at(5)),
        accepted(closed(withEntries(opened({}, policy), 1, 3), at(5)), 4, at(5)),
      ),
      at(9),
    ),
    nowMs: at(9),
  }),
  'a rejection after its payout': (policy) => ({
    calendar: rejected(closed(withEntries(opened({}, policy), 1, 3), at(5)), 3, at(5)),
    nowMs: at(6),
  }),
  'a rejection that an appeal undid': (policy) => {
    const calendar = rejected(closed(withEntries(opened({}, policy), 1, 3), at(4)), 3, at(4));
    const appeal = openAppeal(calendar, {
      appealId: 'a',
      subject: { kind: 'rejected_entry', day: date(3) },
      reason: 'it was',
      openedAtMs: at(4, 13),
      appealDays: 3,
    });
    if (!Array.isArray(appeal)) throw new Error(appeal.refused);
    const appealed = apply(calendar, appeal);
    const answer = answerAppeal(appealed, {
      appealId: 'a',
      decision: 'upheld',
      reason: 'so it was',
      answeredBy: ENROLMENT.cohortId,
      authority: STAFF,
      answeredAtMs: at(5),
    });
    if (!Array.isArray(answer)) throw new Error(answer.refused);
    return { calendar: apply(appealed, answer), nowMs: at(5, 13) };
  },
  'a day excused after payouts': (policy) => {
    const calendar = closed(withEntries(opened({}, policy), 1, 3), at(5));
    return { calendar: apply(calendar, excuseForAll(calendar, date(6), at(5))), nowMs: at(6) };
  },
  'leaving early': (policy) => {
    const calendar = withEntries(opened({}, policy), 1, 3);
    return { calendar: closed(apply(calendar, withdraw(calendar, date(4), at(4))), at(8)), nowMs: at(8) };
  },
  settled: (policy) => {
    const calendar = closed(withEntries(opened({}, policy), 1, 3, 4), at(14));
    return { calendar: apply(calendar, settleCalendar(calendar, at(14))), nowMs: at(20) };
  },
  'settled with more sent than earned': (policy) => {
    const calendar = rejected(closed(withEntries(opened({}, policy), 1, 3), at(5)), 3, at(5));
    const ended = closed(calendar, at(14));
    return { calendar: apply(ended, settleCalendar(ended, at(14))), nowMs: at(20) };
  },
  cancelled: (policy) => {
    const calendar = closed(withEntries(opened({}, policy), 1), at(3));
    return { calendar: apply(calendar, cancel(calendar, at(3))), nowMs: at(4) };
  },
};
const cases = Object.keys(changes).flatMap((change) => Object.keys(courses).map((course) => [course, change] as const));

/** As the learner gets it, with payment's half as far as the rules reach: it shows what check-in announced. */
function exported(course: string, change: string) {
  const policy = { ...POLICY, ...changes[change] };
  const { calendar, nowMs } = courses[course]!(policy);
  const { run } = calendar as AdmittedCalendar;
  const { entitledMinor } = sumsOf(calendar as AdmittedCalendar, nowMs);
  const statement = {
    currency: 'CNY',
    depositMinor: 10_000,
    paidMinor: 0,
    earnedMinor: entitledMinor,
    dueMinor: calendar.status === 'settled' ? entitledMinor : run.releasedMinor,
    refundedMinor: 0,
    bonusPaidMinor: 0,
    inFlightMinor: 0,
    payableMinor: 0,
    creditMinor: 0,
    lines: [],
  };
  return ExportSchema.parse({
    kind: 'daka.export.v1',
    calendar: presentExport(calendar as AdmittedCalendar, policy, nowMs),
    money: { enrolmentId: calendar.enrolment.enrolmentId, statement, entries: [] },
  });
}

it.each(cases)('%s, %s: the rules come to the same from what is exported', (course, change) => {
  expect(checkExport(exported(course, change))).toEqual([]);
});

it.each(cases.filter(([course]) => course !== 'cancelled'))('%s, %s: another amount is found', (course, change) => {
  const { calendar, money } = exported(course, change);
  const more = { ...money, statement: { ...money.statement, earnedMinor: money.statement.earnedMinor + 1 } };
  expect(checkExport({ kind: 'daka.export.v1', calendar, money: more }).map(({ fault }) => fault)).toContain(
    'other_entitlement',
  );
});
