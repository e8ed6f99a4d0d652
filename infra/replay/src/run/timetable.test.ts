import path from 'node:path';
import { readRecord, type CohortRecord } from '../record/read-record';
import { planTimetable } from './timetable';

const example = readRecord(path.join(__dirname, '../../../../examples/morning-pages'));
const { policy } = example;
const at = (instant: string) => Date.parse(instant);
const planned = (change: Partial<CohortRecord>) => planTimetable({ ...example, members: [{ member: 'ana', timeZone: '+08:00' }], lines: [], ...change });
const line = (instant: string) => ({ member: 'ana', day: policy.startsOn, submittedAtMs: at(instant), characters: 1 });

const daily = { ...policy, startsOn: '2026-03-02', days: 10, dayEndsAt: '00:00', dayBoundary: 'learner' as const };
const unlimited = { ...daily, makeUp: { windowDays: null, quota: null } };
const twoDays = { ...daily, makeUp: { windowDays: 2, quota: null } };

it('enrols a day before the first day opens, or before the first line when somebody wrote ahead', () => {
  expect(planned({ policy: unlimited }).enrolAtMs).toBe(at('2026-02-28T16:00Z'));
  expect(planned({ policy: unlimited, lines: [line('2026-02-20T05:00Z')] }).enrolAtMs).toBe(at('2026-02-19T05:00Z'));
});

it('settles after the last close, the make-up window, the appeal days and the last line', () => {
  expect(planned({ policy: unlimited }).settleAtMs).toBe(at('2026-03-15T16:00Z'));
  expect(planned({ policy: twoDays }).settleAtMs).toBe(at('2026-03-17T16:00Z'));
  expect(planned({ policy: unlimited, lines: [line('2027-01-01T00:00Z')] }).settleAtMs).toBeGreaterThan(at('2027-01-01T00:00Z'));
});

it('waits for the zone in which the last day closes last', () => {
  const members = [{ member: 'ana', timeZone: '+08:00' }, { member: 'bo', timeZone: '-11:00' }];
  expect(planned({ policy: unlimited, members }).settleAtMs).toBe(at('2026-03-16T11:00Z'));
});

it('appeals for long enough that a late line is judged by its window, not by the settlement', () => {
  expect(planned({ policy: twoDays }).appealDays).toBe(3);
  expect(planned({ policy: twoDays, lines: [line('2026-03-23T16:00Z')] }).appealDays).toBe(11);
  expect(planned({ policy: twoDays, lines: [line('2027-03-23T16:00Z')] }).appealDays).toBe(60);
});
