import { drawnPicture, eventually } from '@daka/service-kit/testing';
import { connectMongo, createLogger } from '@daka/service-kit';
import { at, date } from '../../testing/calendar';
import { type Member, startWorld, type World } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const goTo = (day: number) => world.environment.clock.set(new Date(at(day)).toISOString());
const TEXT = 'what only Mei could have written';
const REASON = 'an operation that is nobody else’s business';

async function uploaded({ enrolmentId, learnerId }: Member): Promise<string> {
  const content = await drawnPicture(1);
  const announced = { kind: 'picture', bytes: content.length };
  const { fileId } = (await world.call('POST', `/enrolments/${enrolmentId}/files`, learnerId, announced)).body;
  const sent = await fetch(`${world.url()}/enrolments/${enrolmentId}/files/${String(fileId)}?offset=0`, {
    method: 'PATCH',
    headers: { authorization: world.environment.bearer(learnerId), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  expect(sent.status).toBe(200);
  return String(fileId);
}

/** Every document of the database in which one of these stands, by its collection. */
async function collectionsWith(words: readonly string[]): Promise<string[]> {
  const { MONGO_URL: url, MONGO_DB: db } = world.environment.config;
  const mongo = await connectMongo({ url, db, logger: createLogger({ service: 'test', level: 'silent' }) });
  const found: string[] = [];
  for (const { collectionName } of (await mongo.connection.db?.collections()) ?? [])
    for await (const document of mongo.connection.collection(collectionName).find())
      if (words.some((word) => JSON.stringify(document).includes(word))) found.push(collectionName);
  await mongo.stop();
  return found;
}

it('of who is erased no text, picture or reason is left, here or in a cache; days, money and the neighbours stay', async () => {
  const accepts: ('entry' | 'picture')[] = ['entry', 'picture'];
  const checkIn = { minCharacters: 5, accepts, minPictures: 1, review: 'instructor' as const, aheadDays: 0 };
  const cohortId = await world.publishCohort({ checkIn });
  const [mei, tom] = [await world.enrol(cohortId, 1), await world.enrol(cohortId, 2)];
  const neighbours = await world.enrol(cohortId, 3);
  goTo(1);
  const pictures = [await uploaded(mei)];
  const entry = { day: date(1), text: TEXT, pictures };
  expect((await world.call('POST', `/enrolments/${mei.enrolmentId}/entries`, mei.learnerId, entry)).status).toBe(201);
  expect((await world.checkIn(tom, date(1), 'what Tom wrote')).status).toBe(201);
  const leave = { days: [date(3)], reason: REASON };
  expect((await world.call('POST', `/enrolments/${mei.enrolmentId}/leave`, mei.learnerId, leave)).status).toBe(201);
  // Read once, so that the texts are in the cache.
  const before = await world.calendar(mei);
  expect(JSON.stringify(before)).toContain(TEXT);
  expect(await collectionsWith([TEXT, REASON])).not.toEqual([]);

  const erased = { enrolmentId: mei.enrolmentId, cohortId, erasedAt: new Date(at(1)).toISOString() };
  await world.environment.publish('membership.enrolment', mei.enrolmentId, 'membership.enrolment-erased.v1', erased);
  const after = await eventually(async () => {
    const calendar = await world.calendar(mei);
    return !JSON.stringify(calendar).includes(TEXT) && calendar;
  });
  expect(await collectionsWith([TEXT, REASON, ...pictures])).toEqual([]);
  expect(after.days.find(({ day }) => day === date(1))?.entry).toEqual(
    expect.not.objectContaining({ text: expect.anything() }),
  );
  expect(JSON.stringify(after)).not.toContain(REASON);
  const kept = ({ days, ...rest }: typeof before) => ({
    ...rest,
    leave: [],
    days: days.map(({ entry: _entry, ...day }) => day),
  });
  expect(kept(after)).toEqual(kept(before));

  const shown = await world.call('GET', `/cohorts/${cohortId}/days/${date(1)}/entries`, world.instructor);
  // Both came in the same instant of the clock, so either may stand first.
  expect(shown.body['items']).toHaveLength(2);
  expect(shown.body['items']).toContainEqual(expect.objectContaining({ memberNumber: 1, files: [] }));
  expect(shown.body['items']).toContainEqual(expect.objectContaining({ memberNumber: 2, text: 'what Tom wrote' }));
  expect((await world.calendar(neighbours)).days).toHaveLength(before.days.length);
});
