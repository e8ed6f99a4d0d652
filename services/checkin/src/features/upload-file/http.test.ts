import { drawnPicture, eventually } from '@daka/service-kit/testing';
import { date, at } from '../../testing/calendar';
import { uploadsIn } from '../../testing/uploads';
import { type Member, type World, startWorld } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
let cohortId: string;
let mei: Member;
let tom: Member;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());

beforeAll(async () => {
  world = await startWorld();
  const checkIn = { minCharacters: 5, accepts: ['entry', 'picture'] as ('entry' | 'picture')[], minPictures: 2 };
  cohortId = await world.publishCohort({ checkIn: { ...checkIn, review: 'instructor', aheadDays: 0 } });
  mei = await world.enrol(cohortId, 1);
  tom = await world.enrol(cohortId, 2);
  goTo(1);
});
afterAll(() => world.stop());

const { place, announce, send, upload, bytesAt, checkIn } = uploadsIn(() => world);
const get = (who: Member, fileId: string, as: string | null, headers: Record<string, string> = {}, query = '') =>
  bytesAt(`${place(who)}/${fileId}/content${query}`, as, headers);
const reviewed = async (day: number, only = '') =>
  (await world.call('GET', `/cohorts/${cohortId}/days/${date(day)}/entries${only}`, world.instructor)).body[
    'items'
  ] as {
    memberNumber: number;
    text: string;
    files: { fileId: string; resembles: { fileId: string; day: string } | null }[];
  }[];

it('takes pictures instead of a text where the policy does, shows them to their learner and to those who review', async () => {
  const pictures = [await upload(mei, 1), await upload(mei, 2)];
  expect(await checkIn(mei, 1, { pictures: pictures.slice(0, 1) })).toMatchObject({
    status: 422,
    body: { code: 'too_short', minPictures: 2 },
  });
  expect((await checkIn(mei, 1, { pictures })).status).toBe(201);
  const day = (await world.calendar(mei)).days.find((one) => one.day === date(1));
  expect(day?.entry).toMatchObject({ files: pictures.map((fileId) => ({ fileId, kind: 'picture' })) });
  expect(await reviewed(1)).toMatchObject([
    { memberNumber: 1, text: '', files: pictures.map((fileId) => ({ fileId, resembles: null })) },
  ]);
  const [fileId = ''] = pictures;
  for (const who of [mei.learnerId, world.owner, world.instructor])
    expect([(await get(mei, fileId, who)).status, (await get(mei, fileId, who, {}, '?size=thumbnail')).status]).toEqual(
      [200, 200],
    );
  for (const who of [tom.learnerId, cohortId, world.arbiter])
    expect((await get(mei, fileId, who)).status).not.toBe(200);
  expect((await get(tom, fileId, tom.learnerId)).status).toBe(404);
  expect((await get(mei, fileId, null)).status).toBe(401);
});

it('answers with bytes that run nowhere, whole, in part, or not again', async () => {
  const fileId = await upload(mei, 3);
  const whole = await get(mei, fileId, mei.learnerId);
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="${fileId}.jpg"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'content-length': String(bytes.length),
  });
  const part = await get(mei, fileId, mei.learnerId, { range: 'bytes=10-19' });
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${bytes.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20));
  const last = await get(mei, fileId, mei.learnerId, { range: 'bytes=-5' });
  expect(Buffer.from(await last.arrayBuffer())).toEqual(bytes.subarray(-5));
  expect((await get(mei, fileId, mei.learnerId, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  const etag = String(whole.headers.get('etag'));
  expect((await get(mei, fileId, mei.learnerId, { 'if-none-match': etag })).status).toBe(304);
  // What no check-in names is nobody else's to see.
  expect((await get(mei, fileId, world.instructor)).status).toBe(404);
});

it('takes what the policy takes, from whom it belongs to, once', async () => {
  expect(await announce(mei, 10, 'voice')).toMatchObject({ status: 409, body: { code: 'files_not_accepted' } });
  // Attachments are homework's alone.
  expect(await announce(mei, 10, 'attachment')).toMatchObject({ status: 400 });
  expect(await announce(mei, 13_000_000)).toMatchObject({ status: 422, body: { code: 'file_too_large' } });
  expect((await announce(mei, 10, 'picture', tom.learnerId)).status).toBe(404);
  const foreign = await upload(tom, 5);
  const unfinished = String((await announce(mei, 10)).body['fileId']);
  goTo(2);
  for (const fileId of [foreign, unfinished, cohortId])
    expect(await checkIn(mei, 2, { text: 'long enough', pictures: [fileId] })).toMatchObject({
      status: 422,
      body: { code: 'file_not_there' },
    });
  const own = await upload(mei, 6);
  expect((await checkIn(mei, 2, { text: 'long enough', pictures: [own] })).status).toBe(201);
  goTo(3);
  expect(await checkIn(mei, 3, { text: 'long enough', pictures: [own] })).toMatchObject({
    status: 409,
    body: { code: 'file_used' },
  });
  expect(await checkIn(mei, 3, { text: 'long enough', pictures: [own, own] })).toMatchObject({
    body: { code: 'file_used' },
  });
});

it('refuses a text with a script as a picture, and says so again to whoever asks', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const { fileId } = (await announce(mei, svg.length)).body;
  expect(await send(mei, fileId, 0, svg)).toMatchObject({ status: 422, body: { code: 'file_type_refused' } });
  expect((await world.call('GET', `${place(mei)}/${String(fileId)}`, mei.learnerId)).body).toMatchObject({
    status: 'refused',
    refusal: 'file_type_refused',
  });
});

it('goes on where it was cut', async () => {
  const content = await drawnPicture(7);
  const { fileId } = (await announce(mei, content.length)).body;
  expect(await send(mei, fileId, 0, content.subarray(0, 1_000))).toMatchObject({ body: { received: 1_000 } });
  expect(await send(mei, fileId, 0, content)).toMatchObject({
    status: 409,
    body: { code: 'offset_mismatch', offset: 1_000 },
  });
  expect(await send(mei, fileId, 1_000, content.subarray(1_000))).toMatchObject({ body: { status: 'ready' } });
});

it('flags a picture that was used before in the cohort, to those who review and to nobody else', async () => {
  goTo(3);
  const copied = await upload(tom, 1);
  expect((await checkIn(tom, 3, { text: 'long enough', pictures: [copied] })).status).toBe(201);
  const [entry] = await reviewed(3);
  expect(entry?.files[0]?.resembles).toMatchObject({ enrolmentId: mei.enrolmentId, day: date(1) });
  expect(await reviewed(3, '?only=flagged')).toHaveLength(1);
  expect(await reviewed(1, '?only=flagged')).toEqual([]);
  expect(JSON.stringify(await world.calendar(tom))).not.toContain('resembles');
  for (const who of [mei.learnerId, cohortId])
    expect((await world.call('GET', `/cohorts/${cohortId}/days/${date(3)}/entries`, who)).status).not.toBe(200);
});

it('sweeps what nobody used after a day, and keeps what a check-in names', async () => {
  goTo(4);
  const unused = await upload(mei, 8);
  const used = await upload(mei, 9);
  expect((await checkIn(mei, 4, { text: 'long enough', pictures: [used] })).status).toBe(201);
  goTo(5, 11);
  // Too late to be named, for it may be gone in a moment.
  expect(await checkIn(mei, 5, { text: 'long enough', pictures: [unused] })).toMatchObject({
    body: { code: 'file_not_there' },
  });
  goTo(5, 13);
  world.sweepFiles();
  await eventually(async () => (await get(mei, unused, mei.learnerId)).status === 404);
  expect((await get(mei, used, mei.learnerId)).status).toBe(200);
});
