import { admitted } from '../../domain/describe-calendar';
import { recordEntry } from '../../domain/record-entry';
import { presentCalendar } from '../../features/show-calendar/http';
import { accepted, at, date } from '../../testing/calendar';
import { storedBefore } from '../../testing/stored-before';
import { createCalendarForm, type StoredCalendar } from './stored-calendar';
import { type KnownCalendar, upcastCalendar } from './upcast-calendar';

const form = createCalendarForm({
  byId: async (planId) => storedBefore.plans[planId]!,
  idOf: () => {
    throw new Error('no calendar opens here');
  },
});

async function read(stored: KnownCalendar) {
  const today = upcastCalendar(stored);
  await form.prepare(today);
  return { today, calendar: form.read(today) };
}

const shownNow = (stored: StoredCalendar, texts: ReadonlyMap<string, string>, nowMs: number) => {
  const calendar = admitted(form.read(stored));
  return calendar && presentCalendar(calendar, texts, nowMs);
};

describe.each(storedBefore.calendars.map((one) => [one.name, one] as const))('stored before, %s', (_, one) => {
  const texts = new Map(one.texts.map(({ longTextId, text }) => [longTextId, text]));

  it('is shown as it was then', async () => {
    const { today } = await read(one.state);
    expect(shownNow(today, texts, one.nowMs)).toEqual(one.shown);
  });

  it('is left alone once it has the form of today', async () => {
    const { today } = await read(one.state);
    expect(upcastCalendar(today)).toEqual(today);
    if (today.status === 'waiting' || today.run === null) return;
    const again = upcastCalendar(today);
    expect('run' in again && again.run?.entries).toBe(today.run.entries);
  });
});

it('goes on: a check-in of today stands beside those of then, and their texts stay', async () => {
  const one = storedBefore.calendars.find(({ name }) => name.startsWith('open, with short'))!;
  const { today, calendar } = await read(one.state);
  const after = accepted(calendar, 8, at(8)).reduce<StoredCalendar>(form.evolve, today);
  // What the write leaves in the database is read anew, also where older check-ins were only pushed to.
  const run = 'run' in after ? after.run : null;
  const mixed = { ...after, run: { ...run, entries: [...entriesOf(one.state), run?.entries.at(-1)] } };
  for (const stored of [after, mixed as KnownCalendar]) {
    const again = await read(JSON.parse(JSON.stringify(stored)) as KnownCalendar);
    const shown = shownNow(
      again.today,
      new Map([
        ['t8', 'today'],
        ['1', 'long'],
      ]),
      at(8),
    );
    const written = shown?.days.flatMap(({ entry }) => entry?.text ?? []);
    expect(written).toEqual(['short and good', 'long', 'again, in my own words', 'today']);
  }
  expect(
    recordEntry(calendar, { day: date(1), via: 'entry', characters: 9, text: null, acceptedAtMs: at(8) }),
  ).toMatchObject({ refused: 'already_checked_in' });
});

it('without the instant of its removal, it was removed when the day closed', async () => {
  const one = storedBefore.calendars.find(({ name }) => name === 'removed')!;
  if (one.state.status !== 'open') throw new Error(one.state.status);
  const { removedAtMs, appeals: _, ...run } = one.state.run;
  const { calendar } = await read({ ...one.state, run });
  expect(calendar).toMatchObject({ run: { appeals: [], announced: { removedOn: date(2) }, removedAtMs } });
  expect(removedAtMs).toBe(at(3, 0));
});

function entriesOf(stored: KnownCalendar): readonly unknown[] {
  return 'run' in stored && stored.run !== null ? stored.run.entries : [];
}
