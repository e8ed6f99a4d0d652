import { randomUUID } from 'node:crypto';
import { routes } from '../routes';
import { cohortDraft, membershipUnderTest, type Membership, type Person } from '../testing/membership';

let membership: Membership;
let cohortId: string;
let organisationId: string;
let own: { learner: Person; enrolmentId: string };
beforeAll(async () => {
  membership = await membershipUnderTest();
  organisationId = await membership.organisation();
  cohortId = await membership.publishedCohort();
  own = await membership.admitted(cohortId);
});
afterAll(() => membership?.stop());

const bodies: Record<string, object> = {
  '/organisations/:organisationId/cohorts': cohortDraft,
  '/cohorts/:cohortId': { title: 'Taken over' },
  '/cohorts/:cohortId/cancel': { reason: 'out of spite' },
  '/cohorts/:cohortId/invitations': { email: 'me@example.org', role: 'class_head' },
  '/enrolments/:enrolmentId/acceptance': { passphrase: 'blue heron', rulesVersion: 1 },
};
const guarded = routes.filter(({ access }) => Array.isArray(access));
const signedIn = routes.filter(({ access }) => access !== 'public');
const pathOf = (path: string) =>
  path
    .replace(':organisationId', organisationId)
    .replace(':cohortId', cohortId)
    .replace(':enrolmentId', own.enrolmentId)
    .replace(':accountId', randomUUID())
    .replace(':invitationId', randomUUID());
const call = (route: { method: string; path: string }, person?: Person) => {
  const request = membership.http[route.method as 'get'](pathOf(route.path));
  if (person) void request.set('Authorization', person.authorization);
  return route.method === 'get' ? request : request.send(bodies[route.path] ?? {});
};

it.each(signedIn.map((route) => [route.method, route.path, route] as const))(
  '%s %s takes no stranger without a token',
  async (_method, _path, route) => {
    expect((await call(route).expect(401)).body).toMatchObject({ code: 'not_signed_in' });
  },
);
it.each(guarded.map((route) => [route.method, route.path, route] as const))(
  '%s %s is not there for another tenant',
  async (_method, _path, route) => {
    expect((await call(route, membership.somebody()).expect(404)).body).toMatchObject({ code: 'not_found' });
    const otherOwner = membership.somebody();
    await membership.post(otherOwner, '/organisations', { name: 'The others' }).expect(201);
    await call(route, otherOwner).expect(404);
  },
);
it('a learner is no staff, and staff may not act for a learner', async () => {
  await membership.get(own.learner, `/cohorts/${cohortId}/members`).expect(404);
  expect(
    (await membership.post(membership.owner, `/enrolments/${own.enrolmentId}/withdrawal`).expect(403)).body,
  ).toMatchObject({ code: 'not_allowed' });
  expect(await membership.view(own)).toMatchObject({ status: 'admitted' });
});
it("lists show what is one's own", async () => {
  const other = membership.somebody();
  expect((await membership.get(other, '/enrolments').expect(200)).body.items).toEqual([]);
  expect((await membership.get(other, '/organisations').expect(200)).body.items).toEqual([]);
  expect(
    (await membership.get(membership.owner, '/organisations').expect(200)).body.items.map(
      ({ id }: { id: string }) => id,
    ),
  ).toContain(organisationId);
  expect((await membership.get(own.learner, '/enrolments').expect(200)).body.items).toMatchObject([
    { id: own.enrolmentId },
  ]);
});
it('learners who ask at the same time each see their own enrolments, page by page, none lost or seen twice', async () => {
  const [ann, bo] = [membership.somebody(), membership.somebody()];
  const cohorts = await Promise.all([1, 2, 3].map(() => membership.publishedCohort()));
  const idsOf = async (learner: Person) =>
    (await Promise.all(cohorts.map((id) => membership.applied(id, learner)))).toSorted();
  const [anns, bos] = [await idsOf(ann), await idsOf(bo)];
  const pagesOf = async (learner: Person, limit: number): Promise<string[]> => {
    const seen: string[] = [];
    let query = `?limit=${limit}`;
    for (;;) {
      const { body } = await membership.get(learner, `/enrolments${query}`).expect(200);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === undefined) return seen;
      query = `?limit=${limit}&cursor=${body.nextCursor}`;
    }
  };
  const limits = [1, 2, 200];
  expect(await Promise.all(limits.flatMap((limit) => [pagesOf(ann, limit), pagesOf(bo, limit)]))).toEqual(
    limits.flatMap(() => [anns, bos]),
  );
});
it('staff see the members in the order of their numbers, page by page', async () => {
  const second = await membership.admitted(cohortId);
  const first = await membership.get(membership.owner, `/cohorts/${cohortId}/members?limit=1`).expect(200);
  expect(first.body).toMatchObject({
    items: [{ enrolmentId: own.enrolmentId, memberNumber: 1, group: 1, status: 'admitted' }],
    nextCursor: expect.any(String),
  });
  const next = await membership
    .get(membership.owner, `/cohorts/${cohortId}/members?limit=1&cursor=${first.body.nextCursor}`)
    .expect(200);
  expect(next.body).toMatchObject({ items: [{ enrolmentId: second.enrolmentId, memberNumber: 2 }] });
  expect(next.body).not.toHaveProperty('nextCursor');
  const { body } = await membership.get(membership.owner, `/cohorts/${cohortId}/members?cursor=abc`).expect(400);
  expect(body).toMatchObject({ fields: [{ path: 'cursor' }] });
});
it('who works for a cohort may learn in it as well', async () => {
  const both = await membership.admitted(await membership.publishedCohort(), membership.owner);
  await membership.get(membership.owner, `/cohorts/${both.cohortId}/members`).expect(200);
  await membership.post(membership.owner, `/enrolments/${both.enrolmentId}/withdrawal`).expect(200);
});
it('staff see an enrolment of their cohort', async () => {
  expect((await membership.get(membership.owner, `/enrolments/${own.enrolmentId}`).expect(200)).body).toMatchObject({
    id: own.enrolmentId,
    memberNumber: 1,
  });
});
