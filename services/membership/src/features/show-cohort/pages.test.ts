import {
  cohortDraft,
  eventually,
  type Membership,
  membershipUnderTest,
  policy,
  WEEK_BEFORE,
} from '../../testing/membership';
import { DAY_MS } from '../../testing/samples';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest();
});
afterAll(() => membership?.stop());
beforeEach(() => membership.env.clock.set(WEEK_BEFORE));

const texts = {
  forWhom: '想把写作变成习惯的人',
  whatFor: '二十一篇自己的短文',
  exchanged: '每天互读一篇',
  description: '# 每天一写\n\n不求多。',
};
const read = async (path: string) => (await membership.http.get(path).expect(200)).body;
const edit = (cohortId: string, body: object) =>
  membership.http.patch(`/cohorts/${cohortId}`).set('Authorization', membership.owner.authorization).send(body);
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
const settle = (cohortId: string, settledAt: string, figures: object = {}) =>
  membership.publishMessage('checkin.cohort', cohortId, {
    type: 'checkin.cohort-settled.v1',
    data: {
      cohortId,
      organisationId: cohortId,
      currency: 'CNY',
      members: 5,
      poolMinor: 100,
      bonusMinor: 70,
      organiserMinor: 20,
      charityMinor: 10,
      settledAt,
      ...figures,
    },
  });
const becomes = (cohortId: string, status: string) =>
  eventually(async () => (await read(`/cohorts/${cohortId}`)).status === status);

describe('the page of a cohort', () => {
  it('says whom it is for, what for, what is exchanged, and whose it is, to everybody', async () => {
    const cohortId = await membership.publishedCohort({ ...texts, slug: 'write-daily' });
    const page = await read(`/cohorts/${cohortId}`);
    expect(page).toMatchObject({
      ...texts,
      slug: 'write-daily',
      organisation: { name: 'Daily Letters' },
      startsOn: '2026-03-02',
      endsOn: '2026-03-11',
      isOpen: true,
      isFull: false,
      outcome: null,
    });
    expect(await read('/cohort-pages/write-daily')).toEqual(page);
    await membership.http.get('/cohort-pages/write-nightly').expect(404);
  });
  it('keeps every word of its address, which nobody else may take', async () => {
    const cohortId = await membership.publishedCohort({ slug: 'first-word' });
    expect((await edit(cohortId, { slug: 'second-word', ...texts }).expect(200)).body).toMatchObject(texts);
    for (const slug of ['first-word', 'second-word'])
      expect(await read(`/cohort-pages/${slug}`)).toMatchObject({ id: cohortId, slug: 'second-word' });
    const other = await membership.publishedCohort();
    expect((await edit(other, { slug: 'first-word' }).expect(409)).body).toMatchObject({
      code: 'slug_taken',
      fields: [{ path: 'slug' }],
    });
    await edit(other, { slug: 'third-word' }).expect(200);
    const { body } = await membership
      .post(membership.owner, `/organisations/${await membership.organisation()}/cohorts`, {
        ...cohortDraft,
        slug: 'third-word',
      })
      .expect(409);
    expect(body).toMatchObject({ code: 'slug_taken' });
  });
  it.each<[string, unknown]>([
    ['slug', 'Write Daily'],
    ['slug', 'ab'],
    ['slug', '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a01'],
    ['forWhom', '\u200b\u3164'],
    ['whatFor', 'a'.repeat(501)],
    ['exchanged', 'turned \u202e round'],
    ['description', 'a'.repeat(10_001)],
    ['title', 'two\nlines'],
  ])('with a bad %s is refused by that name', async (path, value) => {
    const { body } = await edit(await membership.publishedCohort(), { [path]: value }).expect(400);
    expect(body.fields.map((field: { path: string }) => field.path)).toContain(path);
  });
  it.each([
    ['name', '\u200b'],
    ['address', '1 Harbour\u202e Road'],
  ])('names a charity that can be read: a bad %s is refused by that name', async (field, value) => {
    const charity = { name: 'Harbour Library', address: '1 Harbour Road', [field]: value };
    const { body } = await edit(await membership.publishedCohort(), {
      policy: { ...cohortDraft.policy, charity },
    }).expect(400);
    expect(body.fields).toMatchObject([{ path: `policy.charity.${field}` }]);
  });
  it('of a draft is for its staff, and of one that was given up for nobody else either', async () => {
    const organisationId = await membership.organisation();
    const draft = await membership
      .post(membership.owner, `/organisations/${organisationId}/cohorts`, { ...cohortDraft, slug: 'given-up' })
      .expect(201);
    const unseen = async () => {
      await membership.http.get(`/cohorts/${draft.body.id}`).expect(404);
      await membership.http.get(`/cohorts/${draft.body.id}/earlier`).expect(404);
      await membership.http.get('/cohort-pages/given-up').expect(404);
    };
    await unseen();
    await membership.get(membership.owner, '/cohort-pages/given-up').expect(200);
    await membership.post(membership.owner, `/cohorts/${draft.body.id}/cancel`, { reason: 'another plan' }).expect(200);
    await unseen();
    await membership.get(membership.owner, `/cohorts/${draft.body.id}`).expect(200);
    await membership.publishedCohort({ slug: 'given-up' });
  });
  it('says when a seat can be had no more', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    await membership.seated(cohortId);
    expect(await read(`/cohorts/${cohortId}`)).toMatchObject({ isOpen: true, isFull: true, seatsLeft: 0 });
    membership.env.clock.set('2026-03-02T16:00:00Z');
    expect(await read(`/cohorts/${cohortId}`)).toMatchObject({ isOpen: false, isFull: false, seatsLeft: null });
    await settle(cohortId, '2026-03-20T00:00:00Z');
    await becomes(cohortId, 'settled');
  });
});

describe('more seats', () => {
  it('go to who waits, at once', async () => {
    const cohortId = await membership.publishedCohort({ capacity: 1 });
    await membership.seated(cohortId);
    const [first, second] = [await membership.accepted(cohortId), await membership.accepted(cohortId)];
    for (const { learner, enrolmentId } of [first, second])
      await membership.post(learner, `/enrolments/${enrolmentId}/seat`);
    expect((await edit(cohortId, { capacity: 2 }).expect(200)).body).toMatchObject({ capacity: 2, seatsLeft: 0 });
    await membership.becomes(first, 'seat_held');
    expect(await membership.view(second)).toMatchObject({ status: 'waiting', waitingPosition: 1 });
    expect((await edit(cohortId, { capacity: 1 }).expect(409)).body).toMatchObject({
      code: 'already_promised',
      fields: [{ path: 'capacity' }],
    });
  });
});

describe('lists of cohorts', () => {
  it('show what can be joined with the soonest first, what runs, and what is settled with the latest first', async () => {
    const startsOn = async (day: string, changes: object = {}) =>
      membership.publishedCohort({ policy: { ...policy, startsOn: day }, ...changes });
    const [late, soon] = [await startsOn('2026-05-04'), await startsOn('2026-04-06')];
    const [over, settled] = [await startsOn('2026-03-02'), await startsOn('2026-03-03')];
    membership.env.clock.set('2026-03-05T00:00:00Z');
    await settle(settled, '2026-03-20T00:00:00Z');
    await becomes(settled, 'settled');
    const shown = async (show: string) => {
      const all = idsOf(await read(`/cohorts?limit=200&show=${show}`));
      return all.filter((id) => [late, soon, over, settled].includes(id));
    };
    expect(await shown('open')).toEqual([soon, late]);
    expect(await shown('running')).toEqual([over]);
    expect(await shown('settled')).toEqual([settled]);
    expect(await shown('all')).toEqual([late, soon, settled, over]);
    const { organisationId } = await read(`/cohorts/${late}`);
    expect(idsOf(await read(`/cohorts?organisationId=${organisationId}`))).toEqual([late]);
    await membership.http.get('/cohorts?show=secret').expect(400);
  });
  it('are without the long texts', async () => {
    await membership.publishedCohort(texts);
    const [row] = (await read('/cohorts?show=open')).items;
    expect(row).not.toHaveProperty('rules');
    expect(row).not.toHaveProperty('description');
    expect(row).toHaveProperty('forWhom');
  });
  it('of an organisation begin with the latest draft, page by page', async () => {
    const organisationId = await membership.organisation();
    const path = `/organisations/${organisationId}/cohorts`;
    const drafted: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      membership.env.clock.advanceMs(DAY_MS);
      drafted.unshift((await membership.post(membership.owner, path, cohortDraft).expect(201)).body.id);
    }
    const { body: first } = await membership.get(membership.owner, `${path}?limit=2`).expect(200);
    const { body: next } = await membership.get(membership.owner, `${path}?cursor=${first.nextCursor}`).expect(200);
    expect([...idsOf(first), ...idsOf(next)]).toEqual(drafted);
  });
});

describe('how earlier cohorts ended', () => {
  it('is told with who was admitted, the latest settlement first; not of others, nor of itself', async () => {
    const organisationId = await membership.organisation();
    const own = await Promise.all([1, 2, 3].map(() => membership.publishedCohortOf(organisationId)));
    const [before, between, now] = own as [string, string, string];
    const stranger = await membership.publishedCohort();
    await membership.admitted(before);
    await settle(before, '2026-03-20T00:00:00Z', { completed: 1, perfect: 0 });
    await settle(between, '2026-03-21T00:00:00Z');
    await settle(stranger, '2026-03-22T00:00:00Z');
    for (const cohortId of [before, between, stranger]) await becomes(cohortId, 'settled');

    const { items } = await read(`/cohorts/${now}/earlier`);
    expect(items).toMatchObject([
      { id: between, outcome: { admitted: 5, members: 5, completed: null, perfect: null } },
      {
        id: before,
        title: 'Write daily',
        startsOn: '2026-03-02',
        endsOn: '2026-03-11',
        settledAt: '2026-03-20T00:00:00.000Z',
        outcome: {
          admitted: 1,
          members: 5,
          completed: 1,
          perfect: 0,
          currency: 'CNY',
          poolMinor: 100,
          bonusMinor: 70,
          organiserMinor: 20,
          charityMinor: 10,
        },
      },
    ]);
    expect(idsOf(await read(`/cohorts/${before}/earlier`))).toEqual([between]);
    const first = await read(`/cohorts/${now}/earlier?limit=1`);
    expect(idsOf(await read(`/cohorts/${now}/earlier?cursor=${first.nextCursor}`))).toEqual([before]);
    expect((await read(`/cohorts/${before}`)).outcome).toEqual(items[1].outcome);
  });
  it('is not told where its members are so few that it is their own money', async () => {
    const organisationId = await membership.organisation();
    const [few, now] = (await Promise.all([1, 2].map(() => membership.publishedCohortOf(organisationId)))) as [
      string,
      string,
    ];
    await settle(few, '2026-03-20T00:00:00Z', { members: 4, completed: 3, perfect: 1 });
    await becomes(few, 'settled');
    expect((await read(`/cohorts/${now}/earlier`)).items).toMatchObject([{ id: few, outcome: null }]);
    expect((await read(`/cohorts/${few}`)).outcome).toBeNull();
  });
});
