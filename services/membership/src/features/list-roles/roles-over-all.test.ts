import { cohortDraft, type Membership, membershipUnderTest, type Person, WEEK_BEFORE } from '../../testing/membership';
import { MINUTE_MS } from '../../testing/samples';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());
beforeEach(() => membership.env.clock.set(WEEK_BEFORE));

const roles = async (person: Person, query = '') =>
  (await membership.get(person, `/accounts/me/roles${query}`).expect(200)).body;

describe('my roles', () => {
  it('are where I work and where I learn, each the latest first, page by page, and nobody else’s', async () => {
    const owner = membership.somebody();
    const { body: organisation } = await membership.post(owner, '/organisations', { name: '晨写学社' }).expect(201);
    const works: string[] = [];
    const learns: string[] = [];
    for (let step = 0; step < 2; step += 1) {
      membership.env.clock.advanceMs(MINUTE_MS);
      const path = `/organisations/${organisation.id}/cohorts`;
      works.unshift(
        (await membership.post(owner, path, { ...cohortDraft, slug: `works-${step}` }).expect(201)).body.id,
      );
      learns.unshift((await membership.accepted(await membership.publishedCohort(), owner)).enrolmentId);
    }
    const { items } = await roles(owner);
    expect(items).toMatchObject([
      { cohortId: works[0], role: 'owner', status: 'draft', slug: 'works-1', enrolmentId: null, enrolmentStatus: null },
      { cohortId: works[1], role: 'owner', organisation: { id: organisation.id, name: '晨写学社' } },
      { enrolmentId: learns[0], role: 'learner', status: 'published', enrolmentStatus: 'rules_accepted' },
      { enrolmentId: learns[1], role: 'learner', title: 'Write daily', startsOn: '2026-03-02', endsOn: '2026-03-11' },
    ]);
    const paged = [];
    for (let cursor = ''; paged.length < 4;) {
      const page = await roles(owner, `?limit=1${cursor}`);
      paged.push(...page.items);
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(items);
    expect(await roles(membership.somebody())).toEqual({ items: [] });
  });
  it('have of who left and came back the present enrolment, as has the list of a cohort', async () => {
    const cohortId = await membership.publishedCohort();
    const learner = membership.somebody();
    const left = await membership.accepted(cohortId, learner);
    await membership.post(learner, `/enrolments/${left.enrolmentId}/withdrawal`).expect(200);
    expect((await roles(learner)).items).toMatchObject([
      { enrolmentId: left.enrolmentId, enrolmentStatus: 'cancelled' },
    ]);
    membership.env.clock.advanceMs(MINUTE_MS);
    const back = await membership.accepted(cohortId, learner);
    expect((await roles(learner)).items).toMatchObject([
      { enrolmentId: back.enrolmentId, enrolmentStatus: 'rules_accepted' },
    ]);
    const { body } = await membership.get(learner, `/enrolments?cohortId=${cohortId}`).expect(200);
    expect(body.items).toMatchObject([
      { id: back.enrolmentId, ended: null },
      { id: left.enrolmentId, ended: { why: 'left_before_paying', at: WEEK_BEFORE, reason: null } },
    ]);
    const other = await membership.publishedCohort();
    expect((await membership.get(learner, `/enrolments?cohortId=${other}`).expect(200)).body.items).toEqual([]);
  });
  it('are without a draft that was given up', async () => {
    const owner = membership.somebody();
    const { body: organisation } = await membership.post(owner, '/organisations', { name: 'One' }).expect(201);
    const { body: draft } = await membership
      .post(owner, `/organisations/${organisation.id}/cohorts`, { title: 'Given up' })
      .expect(201);
    expect((await roles(owner)).items).toHaveLength(1);
    await membership.post(owner, `/cohorts/${draft.id}/cancel`, { reason: 'another plan' }).expect(200);
    expect((await roles(owner)).items).toEqual([]);
  });
});

describe('an enrolment', () => {
  it('says when its seat went to the next one, and why it came to its end', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    const slow = await membership.seated(cohortId);
    membership.env.clock.advanceMs(30 * MINUTE_MS);
    await membership.becomes(slow, 'rules_accepted');
    expect(await membership.view(slow)).toMatchObject({ holdExpiresAt: null, holdLapsedAt: expect.any(String) });
    await membership.post(slow.learner, `/enrolments/${slow.enrolmentId}/seat`).expect(200);
    expect(await membership.view(slow)).toMatchObject({ holdLapsedAt: null, ended: null });
    await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: '讲师生病了' }).expect(200);
    await membership.becomes(slow, 'cancelled');
    expect(await membership.view(slow)).toMatchObject({
      holdExpiresAt: null,
      ended: { why: 'cohort_cancelled', at: expect.any(String), reason: '讲师生病了' },
    });
  });
});
