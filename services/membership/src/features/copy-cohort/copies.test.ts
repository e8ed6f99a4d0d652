import { membershipWithMailbox, type SignedUp } from '../../testing/letters';
import { cohortDraft, policy, WEEK_BEFORE } from '../../testing/membership';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
let owner: SignedUp;
let classHead: SignedUp;
let instructor: SignedUp;
let organisationId: string;
let cohortId: string;

beforeAll(async () => {
  membership = await membershipWithMailbox();
  [owner, classHead, instructor] = [await membership.proven(), await membership.proven(), await membership.proven()];
  organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
  cohortId = await membership.cohortOf(owner, organisationId, { slug: 'letters', forWhom: 'Early birds' });
  for (const [one, role] of [
    [classHead, 'class_head'],
    [instructor, 'instructor'],
  ] as const) {
    const offer = { email: one.email, role };
    const { body } = await membership.post(owner, `/cohorts/${cohortId}/invitations`, offer).expect(201);
    await membership.post(one, `/invitations/${body.id}/acceptance`).expect(200);
  }
}, 120_000);
afterAll(() => membership?.stop());

const edit = (id: string, body: object) =>
  membership.http.patch(`/cohorts/${id}`).set('Authorization', owner.authorization).send(body);

describe('a copy', () => {
  const order = { title: 'Second run', startsOn: '2026-04-06' };

  it('is a draft of its own, the same but for its dates, without passphrase, address and staff', async () => {
    const { body } = await membership.post(owner, `/cohorts/${cohortId}/copy`, order).expect(201);
    expect(body).toMatchObject({
      organisationId,
      status: 'draft',
      title: 'Second run',
      slug: null,
      forWhom: 'Early birds',
      policy: { ...policy, startsOn: '2026-04-06' },
      policyVersion: 1,
      rules: cohortDraft.rules,
      capacity: 50,
      groupSize: 20,
      enrolUntil: null,
    });
    expect(body.id).not.toBe(cohortId);
    const { body: staff } = await membership.get(owner, `/cohorts/${body.id}/staff`).expect(200);
    expect(staff.items).toEqual([expect.objectContaining({ accountId: owner.id, role: 'owner' })]);
    const { body: no } = await membership.post(owner, `/cohorts/${body.id}/publish`).expect(409);
    expect(no).toMatchObject({ code: 'cohort_incomplete', fields: [{ path: 'passphrase' }] });
    await edit(body.id, { passphrase: 'be kind' }).expect(200);
    await membership.post(owner, `/cohorts/${body.id}/publish`).expect(200);
    expect((await membership.http.get('/cohort-pages/letters').expect(200)).body.id).toBe(cohortId);
  });
  it("is made by the owner alone, of one's own cohorts, and needs a day that there is", async () => {
    await membership.post(classHead, `/cohorts/${cohortId}/copy`, order).expect(403);
    await membership.post(await membership.proven(), `/cohorts/${cohortId}/copy`, order).expect(404);
    await membership.post(owner, `/cohorts/${cohortId}/copy`, { ...order, startsOn: '2026-02-30' }).expect(400);
    await membership.post(owner, `/cohorts/${cohortId}/copy`, { title: 'Second run' }).expect(400);
    const tooEarly = await membership.post(owner, `/cohorts/${cohortId}/copy`, { ...order, startsOn: '0337-03-15' });
    expect(tooEarly.body).toMatchObject({ code: 'invalid_request', fields: [{ path: 'startsOn' }] });
  });
});

describe('the passphrase', () => {
  it('is shown to whoever runs the class, and to nobody else', async () => {
    const path = `/cohorts/${cohortId}/passphrase`;
    for (const one of [owner, classHead])
      expect((await membership.get(one, path).expect(200)).body).toEqual({ passphrase: 'blue heron', rulesVersion: 1 });
    await membership.get(instructor, path).expect(403);
    const { learner } = await membership.admitted(cohortId, await membership.proven());
    await membership.get(learner, path).expect(404);
    await membership.http.get(path).expect(401);
  });
});

describe('versions', () => {
  const versions = async (id: string, who = owner) =>
    (await membership.get(who, `/cohorts/${id}/versions`).expect(200)).body.items;
  const passADay = () => membership.env.clock.advanceMs(60_000);
  let drafted: string;

  beforeAll(async () => {
    membership.env.clock.set(WEEK_BEFORE);
    drafted = (await membership.post(owner, `/organisations/${organisationId}/cohorts`, cohortDraft).expect(201)).body
      .id;
    passADay();
    await edit(drafted, { title: 'Only its title' }).expect(200);
    passADay();
    await edit(drafted, { policy: { ...policy, days: 12 } }).expect(200);
    passADay();
    await membership.post(owner, `/cohorts/${drafted}/publish`).expect(200);
  });

  it('are kept of each change of policy or rules and of the publishing, by whom and since when', async () => {
    const kept = await versions(drafted);
    expect(kept.map(({ kind, policyVersion, title, by }: never) => [kind, policyVersion, title, by])).toEqual([
      ['published', 2, 'Only its title', 'Mei'],
      ['edited', 2, 'Only its title', 'Mei'],
      ['drafted', 1, 'Write daily', 'Mei'],
    ]);
    expect(kept[1]).toMatchObject({ policy: { days: 12 }, at: '2026-02-23T00:02:00.000Z' });
    expect(kept[2]).toMatchObject({ policy: { days: 10 }, at: WEEK_BEFORE });
    expect(JSON.stringify(kept)).not.toContain('"passphrase"');
  });
  it('of one instant keep their order, from page to page too', async () => {
    const { body: draft } = await membership.post(owner, `/organisations/${organisationId}/cohorts`, cohortDraft);
    for (const days of [11, 12, 13, 14, 15]) await edit(draft.id, { policy: { ...policy, days } }).expect(200);
    const seen: number[] = [];
    let cursor = '';
    do {
      const page = await membership.get(owner, `/cohorts/${draft.id}/versions?limit=2${cursor}`).expect(200);
      seen.push(...page.body.items.map((version: { policy: { days: number } }) => version.policy.days));
      cursor = page.body.nextCursor === undefined ? '' : `&cursor=${page.body.nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual([15, 14, 13, 12, 11, 10]);
  });
  it('tell a member what they joined by, whatever the cohort says of itself today', async () => {
    const early = await membership.admitted(drafted, await membership.proven());
    passADay();
    await edit(drafted, { forWhom: 'Only for poets', capacity: 60 }).expect(200);
    passADay();
    const late = await membership.admitted(drafted, await membership.proven());
    const terms = async ({ learner, id }: typeof early) =>
      (await membership.get(learner, `/enrolments/${id}/terms`).expect(200)).body;
    expect(await terms(early)).toMatchObject({ forWhom: null, capacity: 50, policy: { days: 12 } });
    expect(await terms(late)).toMatchObject({ forWhom: 'Only for poets', capacity: 60, policy: { days: 12 } });
    await membership.get(late.learner, `/enrolments/${early.id}/terms`).expect(404);
    expect((await versions(drafted))[0]).toMatchObject({ kind: 'revised', forWhom: 'Only for poets' });
  });
  it('are for the staff, also where nothing was kept yet, and for no member', async () => {
    expect(await versions(cohortId, instructor)).toHaveLength(2);
    const way = await membership.admitted(cohortId, await membership.proven());
    await membership.get(way.learner, `/cohorts/${cohortId}/versions`).expect(404);
    await membership.mongo.connection.collection('cohort_versions').deleteMany({ cohortId });
    expect(await versions(cohortId, instructor)).toEqual([]);
    const { body } = await membership.get(way.learner, `/enrolments/${way.id}/terms`).expect(200);
    expect(body).toMatchObject({ title: 'Write daily', policyVersion: 1, rules: cohortDraft.rules });
  });
});
