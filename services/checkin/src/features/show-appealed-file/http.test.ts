import { randomUUID } from 'node:crypto';
import { at, date } from '../../testing/calendar';
import { uploadsIn } from '../../testing/uploads';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
let cohortId: string;
let mei: Member;
let tom: Member;
/** Of Mei, of which Tom's is a copy, and of Mei on another day. */
let original: string;
let other: string;
let copy: string;
let appealId: string;
const { upload, bytesAt, checkIn, place } = uploadsIn(() => world);
const goTo = (day: number) => world.environment.clock.set(new Date(at(day, 12)).toISOString());
const appealed = (fileId: string, who = tom, query = '') =>
  `/enrolments/${who.enrolmentId}/appeals/${appealId}/files/${fileId}/content${query}`;
const statusOf = async (path: string, as: string | null) => (await bytesAt(path, as)).status;
const entriesOn = async (day: number, only = '') =>
  (await world.call('GET', `/cohorts/${cohortId}/days/${date(day)}/entries${only}`, world.instructor)).body['items'];

beforeAll(async () => {
  world = await startWorld();
  const checkInPolicy = { minCharacters: 5, accepts: ['entry', 'picture'] as ('entry' | 'picture')[], minPictures: 1 };
  cohortId = await world.publishCohort({ checkIn: { ...checkInPolicy, review: 'instructor', aheadDays: 0 } }, 3);
  mei = await world.enrol(cohortId, 1);
  tom = await world.enrol(cohortId, 2);
  goTo(1);
  original = await upload(mei, 1);
  await checkIn(mei, 1, { pictures: [original] });
  goTo(2);
  other = await upload(mei, 2);
  await checkIn(mei, 2, { pictures: [other] });
  copy = await upload(tom, 1);
  await checkIn(tom, 2, { text: 'my own picture', pictures: [copy] });
}, 120_000);
afterAll(() => world.stop());

it('rejects what was read and nothing that has taken its place', async () => {
  const path = `/enrolments/${tom.enrolmentId}/entries/${date(2)}/rejection`;
  expect(await entriesOn(2, '?only=rejected')).toEqual([]);
  const [entry] = (await entriesOn(2, '?only=flagged')) as { acceptedAt: string; rejectableUntil: string }[];
  expect(Date.parse(String(entry?.rejectableUntil))).toBeGreaterThan(at(2, 12));
  const earlier = new Date(at(1, 12)).toISOString();
  expect(await world.call('POST', path, world.instructor, { reason: 'copied', acceptedAt: earlier })).toMatchObject({
    status: 409,
    body: { code: 'no_entry' },
  });
  const { acceptedAt } = entry ?? {};
  expect((await world.call('POST', path, world.instructor, { reason: 'copied', acceptedAt })).status).toBe(200);
  expect(await entriesOn(2, '?only=rejected')).toMatchObject([{ memberNumber: 2, rejectableUntil: null }]);
});

it('shows the pictures of a rejected check-in, and what they resemble, to whoever answers the appeal and to nobody else', async () => {
  // Before there is an appeal the arbiter has nothing to look at.
  appealId = randomUUID();
  expect(await statusOf(appealed(copy), world.arbiter)).toBe(404);
  const subject = { kind: 'rejected_entry', day: date(2) };
  const appeals = `/enrolments/${tom.enrolmentId}/appeals`;
  const opened = await world.call('POST', appeals, tom.learnerId, { subject, reason: 'I took it myself' });
  appealId = String(opened.body['appealId']);

  const seen = async (as: string) => (await world.call('GET', `${appeals}/${appealId}`, as)).body['rejectedFiles'];
  const resembles = { fileId: original, enrolmentId: mei.enrolmentId, day: date(1) };
  for (const as of [world.arbiter, world.owner])
    expect(await seen(as)).toEqual([{ fileId: copy, kind: 'picture', resembles }]);
  expect(await seen(tom.learnerId)).toEqual([{ fileId: copy, kind: 'picture', resembles: null }]);

  for (const as of [world.arbiter, world.owner])
    for (const fileId of [copy, original])
      expect([
        await statusOf(appealed(fileId), as),
        await statusOf(appealed(fileId, tom, '?size=thumbnail'), as),
      ]).toEqual([200, 200]);
  // Another picture of the same member, the same one by another's enrolment, and the door of those who review.
  expect(await statusOf(appealed(other), world.arbiter)).toBe(404);
  expect(await statusOf(appealed(copy, mei), world.arbiter)).toBe(404);
  expect(await statusOf(`${place(tom)}/${copy}/content`, world.arbiter)).toBe(403);
  for (const as of [tom.learnerId, mei.learnerId, world.instructor, cohortId])
    expect([403, 404]).toContain(await statusOf(appealed(original), as));
  expect(await statusOf(appealed(copy), null)).toBe(401);
});

it('is over once the check-in counts again', async () => {
  const answered = await world.call('POST', `/enrolments/${tom.enrolmentId}/appeals/${appealId}/answer`, world.owner, {
    decision: 'upheld',
    reason: 'It is another morning',
  });
  expect(answered.status).toBe(200);
  expect(await statusOf(appealed(copy), world.arbiter)).toBe(404);
  expect(await entriesOn(2)).toContainEqual(
    expect.objectContaining({ memberNumber: 2, rejected: null, rejectableUntil: null }),
  );
});
