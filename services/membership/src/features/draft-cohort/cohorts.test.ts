import { randomUUID } from 'node:crypto';
import { cohortDraft, membershipUnderTest, policy, type Membership, type Person } from '../../testing/membership';
import { signUpAndIn } from '../../testing/sign-up';

let membership: Membership;
let organisationId: string;
beforeAll(async () => {
  membership = await membershipUnderTest();
  organisationId = await membership.organisation();
});
afterAll(() => membership?.stop());

const draft = (body: object) => membership.post(membership.owner, `/organisations/${organisationId}/cohorts`, body);
const drafted = async (body: object = cohortDraft): Promise<string> =>
  (await draft(body).expect(201)).body.id as string;
const edit = (cohortId: string, body: object) =>
  membership.http.patch(`/cohorts/${cohortId}`).set('Authorization', membership.owner.authorization).send(body);
const publish = (cohortId: string) => membership.post(membership.owner, `/cohorts/${cohortId}/publish`);

describe('a draft', () => {
  it('is seen by its owner alone, and lists with the organisation', async () => {
    const cohortId = await drafted();
    expect((await membership.get(membership.owner, `/cohorts/${cohortId}`).expect(200)).body).toMatchObject({
      id: cohortId,
      status: 'draft',
      seatsLeft: null,
      groupSize: 20,
      appealDays: 3,
    });
    await membership.http.get(`/cohorts/${cohortId}`).expect(404);
    await membership.get(membership.somebody(), `/cohorts/${cohortId}`).expect(404);
    const { items } = (await membership.get(membership.owner, `/organisations/${organisationId}/cohorts`).expect(200))
      .body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(cohortId);
  });
  it('may be begun with a title; publishing says all that is missing', async () => {
    const cohortId = await drafted({ title: 'Draw daily' });
    const { body } = await publish(cohortId).expect(409);
    expect(body).toMatchObject({
      code: 'cohort_incomplete',
      fields: [{ path: 'policy' }, { path: 'rules' }, { path: 'passphrase' }, { path: 'capacity' }],
    });
    await edit(cohortId, { ...cohortDraft }).expect(200);
    await publish(cohortId).expect(200);
  });
  it.each<[string, object]>([
    ['policy.forfeits', { policy: { ...policy, forfeits: { ...policy.forfeits, charityBps: 1 } } }],
    ['policy.timeZone', { policy: { ...policy, timeZone: 'Mars/Olympus' } }],
    ['policy.startsOn', { policy: { ...policy, startsOn: '2026-02-30' } }],
    ['rules', { rules: Array.from({ length: 6 }, (_, index) => ({ title: `Rule ${index}`, text: 'blue heron' })) }],
    ['rules', { rules: [] }],
    ['capacity', { capacity: 0 }],
    ['groupSize', { groupSize: 1.5 }],
    ['enrolUntil', { enrolUntil: 'tomorrow' }],
    ['surprise', { surprise: true }],
  ])('with a bad %s is refused by that name', async (path, change) => {
    const { body } = await draft({ ...cohortDraft, ...change }).expect(400);
    expect(body.fields.map((field: { path: string }) => field.path)).toContain(path);
  });
  it('refuses a passphrase that does not stand in the rules', async () => {
    const { body } = await draft({ ...cohortDraft, passphrase: 'red crane' }).expect(422);
    expect(body).toMatchObject({ code: 'passphrase_not_in_rules', fields: [{ path: 'passphrase' }] });
    await edit(await drafted(), { passphrase: 'red crane' }).expect(422);
  });
  it('counts versions of policy and rules', async () => {
    const cohortId = await drafted();
    expect((await edit(cohortId, { title: 'Other' }).expect(200)).body).toMatchObject({
      title: 'Other',
      policyVersion: 1,
      rulesVersion: 1,
    });
    expect(
      (await edit(cohortId, { policy: { ...policy, days: 12 }, passphrase: 'be kind' }).expect(200)).body,
    ).toMatchObject({ policyVersion: 2, rulesVersion: 2 });
  });
  it('sent twice with one key is made once', async () => {
    const key = randomUUID();
    const [first, second] = [
      await draft(cohortDraft).set('Idempotency-Key', key).expect(201),
      await draft(cohortDraft).set('Idempotency-Key', key).expect(201),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect(
      (
        await draft({ ...cohortDraft, title: 'Other' })
          .set('Idempotency-Key', key)
          .expect(422)
      ).body,
    ).toMatchObject({ code: 'idempotency_key_reused' });
  });
});

describe('a published cohort', () => {
  it('is announced, shown to everybody and never shows its passphrase field', async () => {
    const cohortId = await membership.publishedCohort();
    const shown = await membership.http.get(`/cohorts/${cohortId}`).expect(200);
    expect(shown.body).toMatchObject({
      status: 'published',
      capacity: 50,
      seatsLeft: 50,
      enrolUntil: '2026-03-02T16:00:00.000Z',
      rules: cohortDraft.rules,
    });
    expect(shown.body).not.toHaveProperty('passphrase');
    const { items } = (await membership.http.get('/cohorts?limit=200').expect(200)).body;
    expect(items.map(({ id }: { id: string }) => id)).toContain(cohortId);
    const message = await membership.published(cohortId, 'membership.cohort-published.v1');
    expect(message).toMatchObject({
      type: 'membership.cohort-published.v1',
      data: { policy, policyVersion: 1, staff: [{ accountId: membership.owner.id, role: 'owner' }] },
    });
  });
  it('is paged through without a cohort lost or seen twice', async () => {
    for (let count = 0; count < 3; count += 1) await membership.publishedCohort();
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await membership.http.get(`/cohorts?limit=2${cursor && `&cursor=${cursor}`}`).expect(200);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const published = await membership.mongo.connection
      .collection('cohorts')
      .countDocuments({ 'state.status': 'published' });
    expect(new Set(seen).size).toBe(published);
    expect(seen).toHaveLength(published);
  });
  it('can be cancelled, with a reason', async () => {
    const cohortId = await membership.publishedCohort();
    await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, {}).expect(400);
    expect(
      (await membership.post(membership.owner, `/cohorts/${cohortId}/cancel`, { reason: 'no teacher' }).expect(200))
        .body,
    ).toMatchObject({ status: 'cancelled' });
    await membership.published(cohortId, 'membership.cohort-cancelled.v1');
    expect((await publish(cohortId).expect(409)).body).toMatchObject({ code: 'not_a_draft' });
  });
});

describe('staff', () => {
  const account = async () => {
    const body = {
      email: `${randomUUID()}@example.org`,
      password: 'correct horse battery',
      displayName: 'Ida',
      timeZone: 'UTC',
    };
    const { body: made } = await signUpAndIn(membership.http, body);
    return { email: body.email, id: made.account.id as string, authorization: `Bearer ${made.accessToken}` };
  };
  const invite = (cohortId: string, email: string, role: string) =>
    membership.post(membership.owner, `/cohorts/${cohortId}/invitations`, { email, role });
  const accept = (who: Person, id: string) => membership.post(who, `/invitations/${id}/acceptance`);
  /** Invites and accepts; the answer is that of the acceptance. */
  const appoint = async (cohortId: string, who: Person & { email: string }, role: string) =>
    accept(who, (await invite(cohortId, who.email, role).expect(201)).body.id);

  it('is invited by e-mail, accepts, is announced, works, and is dismissed', async () => {
    const cohortId = await membership.publishedCohort();
    const ida = await account();
    const invited = await invite(cohortId, ida.email.toUpperCase(), 'instructor').expect(201);
    expect((await accept(ida, invited.body.id).expect(200)).body).toEqual({
      accountId: ida.id,
      displayName: 'Ida',
      role: 'instructor',
    });
    await membership.published(cohortId, 'membership.cohort-staff-changed.v1');
    await membership.get(ida, `/cohorts/${cohortId}/members`).expect(200);
    expect((await membership.get(ida, `/cohorts/${cohortId}/staff`).expect(200)).body.items).toHaveLength(2);
    await membership.http
      .delete(`/cohorts/${cohortId}/staff/${ida.id}`)
      .set('Authorization', membership.owner.authorization)
      .expect(204);
    await membership.get(ida, `/cohorts/${cohortId}/members`).expect(404);
  });
  it('is nobody who learns there: the share of the pool would be gone; a committee is made of learners', async () => {
    const cohortId = await membership.publishedCohort();
    const ida = await account();
    await membership.admitted(cohortId, ida);
    for (const role of ['instructor', 'class_head'])
      expect(await appoint(cohortId, ida, role)).toMatchObject({ status: 409, body: { code: 'is_a_member' } });
    expect((await appoint(cohortId, ida, 'committee')).status).toBe(200);
    expect((await appoint(await membership.publishedCohort(), ida, 'class_head')).status).toBe(200);
  });
  it('is nobody who holds a seat there, who may pay at any moment; who let it go may', async () => {
    const cohortId = await membership.publishedCohort();
    const ida = await account();
    const { enrolmentId } = await membership.seated(cohortId, ida);
    expect(await appoint(cohortId, ida, 'instructor')).toMatchObject({ status: 409, body: { code: 'is_a_member' } });
    await membership.post(ida, `/enrolments/${enrolmentId}/withdrawal`).expect(200);
    expect((await appoint(cohortId, ida, 'instructor')).status).toBe(200);
  });
  it('is never the owner', async () => {
    const cohortId = await membership.publishedCohort();
    await invite(cohortId, 'nobody@example.org', 'owner').expect(400);
    const removal = await membership.http
      .delete(`/cohorts/${cohortId}/staff/${membership.owner.id}`)
      .set('Authorization', membership.owner.authorization)
      .expect(409);
    expect(removal.body).toMatchObject({ code: 'owner_stays' });
  });
});
