import path from 'node:path';
import { compilePlan, finalInstantMs } from '@daka/rules';
import { readRecord, type CohortRecord } from '../record/read-record';
import { planTimetable } from './timetable';

const example = readRecord(path.join(__dirname, '../../../../examples/morning-pages'));
const { policy } = example;
const at = (instant: string) => Date.parse(instant);
const planned = (change: Partial<CohortRecord>) =>
  planTimetable({ ...example, members: [{ member: 'ana', timeZone: '+08:00' }], lines: [], ...change });
const line = (instant: string) => ({ member: 'ana', day: policy.startsOn, submittedAtMs: at(instant), characters: 1 });

const daily = { ...policy, startsOn: '2026-03-02', days: 10, dayEndsAt: '00:00', dayBoundary: 'learner' as const };
const unlimited = { ...daily, makeUp: { windowDays: null, quota: null } };
const twoDays = { ...daily, makeUp: { windowDays: 2, quota: null } };

it('enrols a day before the first day opens, or before the first line when somebody wrote ahead', () => {
  expect(planned({ policy: unlimited }).enrolAtMs).toBe(at('2026-02-28T16:00Z'));
  expect(planned({ policy: unlimited, lines: [line('2026-02-20T05:00Z')] }).enrolAtMs).toBe(at('2026-02-19T05:00Z'));
});

it('settles after the announced instant, which no zone of a learner moves, and after the last line', () => {
  expect(planned({ policy: unlimited }).settleAtMs).toBe(at('2026-03-19T12:00Z'));
  expect(planned({ policy: twoDays }).settleAtMs).toBe(at('2026-03-21T12:00Z'));
  expect(planned({ policy: unlimited, lines: [line('2027-01-01T00:00Z')] }).settleAtMs).toBeGreaterThan(
    at('2027-01-01T00:00Z'),
  );
});

it('ends make-ups without an end after the last line, in every zone, and leaves those with one as they are', () => {
  const makeUpOf = (change: Partial<CohortRecord>) => planned(change).policy.makeUp;
  const last = line('2026-03-23T16:00Z');
  expect(makeUpOf({ policy: unlimited, lines: [last] })).toEqual({ ...unlimited.makeUp, endsOn: '2026-03-24' });
  expect(makeUpOf({ policy: unlimited })).toEqual({ ...unlimited.makeUp, endsOn: unlimited.startsOn });
  expect(makeUpOf({ policy: twoDays, lines: [last] })).toEqual(twoDays.makeUp);

  const { policy: published } = planned({ policy: unlimited, lines: [last] });
  for (const timeZone of ['-12:00', '+14:00'])
    expect(finalInstantMs(compilePlan(published, { timeZone, excused: [] }))).toBeGreaterThan(last.submittedAtMs);
});

it('appeals for long enough that a late line is judged by its window, not by the settlement', () => {
  expect(planned({ policy: twoDays }).appealDays).toBe(3);
  expect(planned({ policy: twoDays, lines: [line('2026-03-23T16:00Z')] }).appealDays).toBe(11);
  expect(planned({ policy: twoDays, lines: [line('2027-03-23T16:00Z')] }).appealDays).toBe(60);
});
