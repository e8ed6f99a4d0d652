import { membershipWithMailbox, type SignedUp } from '../../testing/letters';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
let owner: SignedUp;
let instructor: SignedUp;
let cohortId: string;
let mei: SignedUp;

beforeAll(async () => {
  membership = await membershipWithMailbox();
  owner = await membership.proven();
  const organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
  cohortId = await membership.cohortOf(owner, organisationId);
  instructor = await membership.proven();
  const offer = { email: instructor.email, role: 'instructor' };
  const { body } = await membership.post(owner, `/cohorts/${cohortId}/invitations`, offer).expect(201);
  await membership.post(instructor, `/invitations/${body.id}/acceptance`).expect(200);
  mei = await named('Mei Lin');
  for (const learner of [mei, await named('Tom'), await named('ＭＥＩ')]) await membership.admitted(cohortId, learner);
}, 120_000);
afterAll(() => membership?.stop());

async function named(displayName: string): Promise<SignedUp> {
  const person = await membership.proven();
  const { authorization } = person;
  await membership.http.patch('/accounts/me').set('Authorization', authorization).send({ displayName }).expect(200);
  return person;
}

async function found(query: string, who = owner): Promise<number[]> {
  const { body } = await membership.get(who, `/cohorts/${cohortId}/members?${query}`).expect(200);
  return body.items.map(({ memberNumber }: { memberNumber: number }) => memberNumber);
}

it('finds members by a part of the name, whatever its width and capitals, and by the number', async () => {
  expect(await found('')).toEqual([1, 2, 3]);
  expect(await found('q=mei')).toEqual([1, 3]);
  expect(await found('q=LIN')).toEqual([1]);
  expect(await found('q=2')).toEqual([2]);
  expect(await found('q=nobody')).toEqual([]);
});

it('goes on after the page, over those who are not meant', async () => {
  const path = `/cohorts/${cohortId}/members?q=mei&limit=1`;
  const first = (await membership.get(owner, path).expect(200)).body;
  expect(first.items).toMatchObject([{ memberNumber: 1, displayName: 'Mei Lin' }]);
  const second = (await membership.get(owner, `${path}&cursor=${first.nextCursor}`).expect(200)).body;
  expect(second.items).toMatchObject([{ memberNumber: 3 }]);
  expect(second.nextCursor).toBeUndefined();
});

it('finds by the whole address for the owner, shows no address to anybody, and tells an instructor nothing of it', async () => {
  const whole = encodeURIComponent(mei.email.toUpperCase());
  expect(await found(`q=${whole}`)).toEqual([1]);
  expect(await found(`q=${encodeURIComponent(mei.email.slice(0, -1))}`)).toEqual([]);
  expect(await found(`q=${whole}`, instructor)).toEqual([]);
  expect(await found('q=mei', instructor)).toEqual([1, 3]);
  const { body } = await membership.get(owner, `/cohorts/${cohortId}/members`).expect(200);
  expect(JSON.stringify(body)).not.toContain('@');
});

it('finds by state, as it is shown', async () => {
  expect(await found('status=admitted')).toEqual([1, 2, 3]);
  expect(await found('status=removed')).toEqual([]);
  await membership.get(owner, `/cohorts/${cohortId}/members?status=seat_held`).expect(400);
  await membership.get(owner, `/cohorts/${cohortId}/members?q=%20`).expect(400);
  await membership.get(await membership.proven(), `/cohorts/${cohortId}/members?q=mei`).expect(404);
});
