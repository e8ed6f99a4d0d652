import { APPEAL_DAYS, POLICY, apply, at, date, offer, opened, withEntries } from '../testing/calendar';
import { awaitedUpToMs, awaitsHomework, noteWatermark } from './homework-told';
import { settleCalendar } from './settle-calendar';
import { recordEntry } from './record-entry';

/** The end of the make-ups of the tenth day. */
const END_MS = at(13, 0);

it('is remembered as the latest that was said: an earlier one takes nothing back', () => {
  const told = apply(opened(), noteWatermark(opened(), END_MS));
  expect(told.run.watermarkMs).toBe(END_MS);
  expect(noteWatermark(told, END_MS)).toEqual([]);
  expect(noteWatermark(told, END_MS - 1)).toEqual([]);
  expect(apply(told, [{ type: 'homework-told', upToMs: END_MS - 1 }]).run.watermarkMs).toBe(END_MS);
  expect(noteWatermark(null, END_MS)).toEqual([]);
});

it('is waited for up to the end of the make-ups, where homework is a check-in, and nowhere else', () => {
  expect(awaitedUpToMs(POLICY)).toBe(END_MS);
  expect(awaitedUpToMs({ ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry'] } })).toBeNull();
  const { run } = opened();
  expect(awaitsHomework(run, END_MS)).toBe(true);
  expect(awaitsHomework(run, null)).toBe(false);
  expect(awaitsHomework({ ...run, watermarkMs: END_MS }, END_MS)).toBe(false);
  expect(awaitsHomework({ ...run, terms: { ...run.terms, accepts: ['entry'] } }, END_MS)).toBe(false);
});

it('a calendar is not frozen before, and then with all that came before it', () => {
  const calendar = withEntries(opened(), 1);
  const options = { nowMs: at(20), appealDays: APPEAL_DAYS, awaitedUpToMs: END_MS };
  expect(settleCalendar(calendar, at(20), options)).toEqual([]);
  const told = apply(calendar, noteWatermark(calendar, END_MS));
  expect(settleCalendar(told, at(20), options)).toContainEqual(expect.objectContaining({ type: 'settled', done: 1 }));
});

it('says nothing to a calendar that is frozen or ended', () => {
  const frozen = apply(opened(), settleCalendar(opened(), at(20)));
  expect(noteWatermark(frozen, END_MS)).toEqual([]);
  expect(noteWatermark(apply(opened(), [{ type: 'cancelled', cancelledAtMs: at(2) }]), END_MS)).toEqual([]);
});

it('keeps no day from being done: entries are taken as before', () => {
  const told = apply(opened(), noteWatermark(opened(), at(1)));
  expect(recordEntry(told, offer(1))).toContainEqual(expect.objectContaining({ type: 'entry-accepted', day: date(1) }));
});
