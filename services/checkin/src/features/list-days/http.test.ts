import { checkinHttp } from '@daka/contracts';
import { at, date } from '../../testing/calendar';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(60_000);

let world: World;
let cohortId: string;
let mei: Member;
let tom: Member;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());

beforeAll(async () => {
  world = await startWorld();
  cohortId = await world.publishCohort();
  mei = await world.enrol(cohortId, 1);
  tom = await world.enrol(cohortId, 2);
  goTo(1);
  await world.checkIn(mei, date(1));
  await world.checkIn(tom, date(1));
  goTo(3);
  await world.checkIn(mei, date(3));
  await world.checkIn(mei, date(2));
});
afterAll(() => world.stop());

const ask = (query = '', who: string | null = world.owner) =>
  world.call('GET', `/cohorts/${cohortId}/days${query}`, who);

it('is letter by letter what each learner sees in their own calendar', async () => {
  const { body } = await ask();
  expect(body).toMatchObject({ startsOn: date(1), asOf: new Date(at(3)).toISOString() });
  expect(body.items).toMatchObject([
    { memberNumber: 1, days: 'dmduuuuuuu', done: 3, missed: 0, streak: 3, status: 'open', silentDays: 0 },
    { memberNumber: 2, days: 'dxouuuuuuu', done: 1, missed: 1, streak: 0, silentDays: 2 },
  ]);
  for (const [index, member] of [mei, tom].entries()) {
    const { days } = await world.calendar(member);
    const letters = days.map(({ state }) => Reflect.get(checkinHttp.DAY_LETTERS, state)).join('');
    expect((body.items as { days: string }[])[index]?.days).toBe(letters);
  }
});

it('lists who is silent for so long, page by page, and nobody for a day that is excused', async () => {
  goTo(6);
  expect((await ask('?silentDays=4')).body.items).toMatchObject([{ memberNumber: 2, silentDays: 5 }]);
  const first = (await ask('?silentDays=3&limit=1')).body;
  expect(first.items).toMatchObject([{ memberNumber: 1, silentDays: 3 }]);
  const second = (await ask(`?silentDays=3&limit=1&cursor=${String(first.nextCursor)}`)).body;
  expect(second.items).toMatchObject([{ memberNumber: 2 }]);
  expect(second.nextCursor).toBeUndefined();
  expect((await ask('?silentDays=6')).body.items).toEqual([]);

  const excuse = { day: date(5), reason: 'the platform was down' };
  expect((await world.call('POST', `/cohorts/${cohortId}/excused-days`, world.owner, excuse)).status).toBe(202);
  await world.quiet();
  expect((await ask()).body.items).toMatchObject([{ silentDays: 2 }, { silentDays: 4 }]);
});

it('is for the staff, and for nobody else', async () => {
  expect((await ask('', world.instructor)).status).toBe(200);
  expect((await ask('', mei.learnerId)).status).toBe(403);
  expect((await ask('', cohortId)).status).toBe(404);
  expect((await ask('?silentDays=0')).status).toBe(400);
});
