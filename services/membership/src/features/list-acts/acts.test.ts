import { randomUUID } from 'node:crypto';
import type { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { cohortDraft, eventually, type Person } from '../../testing/membership';

type Acts = z.infer<typeof membershipHttp.ActPage>;
type Act = Acts['items'][number];

const ARBITER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const NEXT = 'a lantern over the bay';
let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
let owner: SignedUp;
let organisationId: string;
beforeAll(async () => {
  membership = await membershipWithMailbox({ ARBITERS: [ARBITER] });
  owner = await membership.proven();
  organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
});
afterAll(() => membership?.stop());

const actsAt = async (who: Person, path: string): Promise<Act[]> =>
  (await membership.get(who, path).expect(200)).body.items;
const mine = (who: SignedUp) => actsAt(who, '/accounts/me/acts');
const ofStaff = () => actsAt(owner, `/organisations/${organisationId}/acts?limit=200`);
const named = (acts: readonly Act[]) => acts.map(({ act }) => act);
const sessionOf = ({ cookie }: SignedUp) => cookie.replace('daka_refresh=', '').split('.')[0];
const invited = async (cohortId: string, email: string, role = 'instructor'): Promise<string> =>
  (await membership.post(owner, `/cohorts/${cohortId}/invitations`, { email, role }).expect(201)).body.id;
const remove = (who: SignedUp, path: string) => membership.http.delete(path).set('Authorization', who.authorization);

describe('the log of an account', () => {
  it('says who signed in from what, with which password not, and how passwords and sign-ins changed', async () => {
    const mei = await membership.proven();
    await membership.http.post('/sessions').send({ email: mei.email, password: 'a wrong one' }).expect(401);
    await eventually(async () => named(await mine(mei)).includes('sign_in_failed'));
    const laptop = await membership.signIn(mei.email);
    await membership.post(mei, '/accounts/me/password', { currentPassword: PASSWORD, newPassword: NEXT }).expect(204);
    const phone = await membership.signIn(mei.email, NEXT);
    await remove(phone, `/sessions/${sessionOf(mei)}`).expect(204);
    await remove(phone, `/sessions/${sessionOf(mei)}`).expect(204);
    await membership.http.delete('/sessions/current').set('Cookie', phone.cookie).expect(204);

    // Tokens of sign-ins that have ended are none any more.
    const again = await membership.signIn(mei.email, NEXT);
    const [{ act: latest } = { act: null }, ...acts] = await mine(again);
    expect(latest).toBe('signed_in');
    expect(named(acts)).toEqual([
      'signed_out',
      'sign_in_ended',
      'signed_in',
      'other_sign_ins_ended',
      'password_changed',
      'signed_in',
      'sign_in_failed',
      'signed_in',
      'signed_up',
    ]);
    const me = { accountId: mei.id, displayName: 'Mei' };
    expect(acts.map(({ by, sessionId }) => [by, sessionId])).toEqual([
      [me, sessionOf(phone)],
      [me, sessionOf(phone)],
      [me, sessionOf(phone)],
      [me, sessionOf(mei)],
      [me, sessionOf(mei)],
      [me, sessionOf(laptop)],
      [null, null],
      [me, sessionOf(mei)],
      [me, null],
    ]);
    expect(acts.every(({ about }) => about?.accountId === mei.id)).toBe(true);
  });

  it('says that a password was set by a link', async () => {
    const mei = await membership.proven();
    await membership.http.post('/password-resets').send({ email: mei.email }).expect(202);
    const token = await membership.token(mei.email, 2);
    await membership.http.post('/passwords').send({ token, newPassword: NEXT }).expect(204);
    const acts = named(await mine(await membership.signIn(mei.email, NEXT)));
    expect(acts[0]).toBe('signed_in');
    expect(acts.slice(1, 3).toSorted()).toEqual(['other_sign_ins_ended', 'password_reset']);
  });

  it('holds wrong passwords within bounds, and says nothing of addresses without an account', async () => {
    const mei = await membership.proven();
    const minute = () => Math.floor(Date.now() / 60_000);
    const [stranger, before] = [`${randomUUID()}@example.org`, minute()];
    for (const email of [mei.email, mei.email, mei.email, stranger])
      await membership.http.post('/sessions').send({ email, password: 'a wrong one' }).expect(401);
    await eventually(async () => named(await mine(mei)).includes('sign_in_failed'));
    const failed = named(await mine(mei)).filter((act) => act === 'sign_in_failed');
    expect(failed.length).toBeLessThanOrEqual(1 + minute() - before);
    const log = membership.mongo.connection.collection('audit');
    const text = JSON.stringify(await log.find().toArray());
    expect(text).not.toContain(stranger);
    expect(text).not.toContain('@example.org');
    for (const secret of [PASSWORD, NEXT, mei.cookie.split('.')[1] ?? '']) expect(text).not.toContain(secret);
  });

  it('is nobody else’s', async () => {
    const [mei, other] = [await membership.proven(), await membership.proven()];
    await membership.http.get('/accounts/me/acts').expect(401);
    const ids = (await mine(mei)).map(({ id }) => id);
    expect((await mine(other)).filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

describe('the log of an organisation', () => {
  it('says who did what with cohorts, invitations and roles, from which sign-in and about whom', async () => {
    const ida = await membership.proven();
    const cohortId = await membership.cohortOf(owner, organisationId, { title: 'Logged' });
    const edit = membership.http.patch(`/cohorts/${cohortId}`).set('Authorization', owner.authorization);
    await edit.send({ title: 'Logged daily' }).expect(200);
    const first = await invited(cohortId, ida.email);
    await membership.post(ida, `/invitations/${first}/acceptance`).expect(200);
    await remove(owner, `/cohorts/${cohortId}/staff/${ida.id}`).expect(204);
    const second = await invited(cohortId, ida.email, 'class_head');
    await membership.post(ida, `/invitations/${second}/acceptance`).expect(200);
    await membership.post(ida, `/cohorts/${cohortId}/resignation`).expect(204);
    await remove(owner, `/cohorts/${cohortId}/invitations/${await invited(cohortId, ida.email)}`).expect(204);
    await membership.post(owner, `/cohorts/${cohortId}/cancel`, { reason: 'too few' }).expect(200);

    const acts = (await ofStaff()).filter(({ cohort }) => cohort?.id === cohortId).toReversed();
    const [by, about] = [owner, ida].map(({ id: accountId }) => ({ accountId, displayName: 'Mei' }));
    const cohort = { id: cohortId, title: 'Logged daily' };
    const byOwner = { by, sessionId: sessionOf(owner), organisationId, cohort, device: null };
    const byIda = { ...byOwner, by: about, sessionId: sessionOf(ida), about };
    const entry = (act: string, more: object) => ({
      id: expect.any(String),
      at: expect.any(String),
      act,
      about: null,
      role: null,
      ...more,
    });
    expect(acts).toEqual([
      entry('cohort_drafted', byOwner),
      entry('cohort_published', byOwner),
      entry('cohort_edited', byOwner),
      entry('staff_invited', { ...byOwner, role: 'instructor' }),
      entry('role_given', { ...byIda, role: 'instructor' }),
      entry('role_taken', { ...byOwner, about, role: 'instructor' }),
      entry('staff_invited', { ...byOwner, role: 'class_head' }),
      entry('role_given', { ...byIda, role: 'class_head' }),
      entry('role_given_back', { ...byIda, role: 'class_head' }),
      entry('staff_invited', { ...byOwner, role: 'instructor' }),
      entry('invitation_withdrawn', { ...byOwner, role: 'instructor' }),
      entry('cohort_cancelled', byOwner),
    ]);
    expect(named(await mine(ida))).toEqual(
      expect.arrayContaining(['role_given', 'role_taken', 'role_given_back', 'signed_in']),
    );
    expect(named(await ofStaff())).not.toContain('signed_in');
    expect(named(await ofStaff())).toContain('organisation_founded');
  });

  it('tells the owner that an invitation was declined, and not who has the address', async () => {
    const ida = await membership.proven();
    const cohortId = await membership.cohortOf(owner, organisationId, { title: 'Declined' });
    await membership.post(ida, `/invitations/${await invited(cohortId, ida.email)}/refusal`).expect(204);
    const [seen] = await ofStaff();
    expect(seen).toMatchObject({ act: 'invitation_declined', by: null, sessionId: null, about: null });
    expect(JSON.stringify(seen)).not.toContain(ida.id);
    expect((await mine(ida))[0]).toMatchObject({ act: 'invitation_declined', by: { accountId: ida.id } });
  });

  it('is read by its owner alone, page by page', async () => {
    const other = await membership.proven();
    const path = `/organisations/${organisationId}/acts`;
    expect((await membership.get(other, path).expect(404)).body).toMatchObject({ code: 'not_found' });
    const all = await ofStaff();
    const paged: Act[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const { body } = await membership.get(owner, `${path}?limit=3${cursor ? `&cursor=${cursor}` : ''}`).expect(200);
      paged.push(...(body as Acts).items);
      cursor = (body as Acts).nextCursor;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });
});

describe('the log of the platform', () => {
  it('holds all, for its own people alone', async () => {
    const arbiter = membership.somebody(ARBITER);
    const all = await actsAt(arbiter, '/acts?limit=200');
    expect(named(all)).toEqual(expect.arrayContaining(['signed_in', 'cohort_published', 'invitation_declined']));
    expect(all.find(({ act }) => act === 'invitation_declined')?.by).not.toBeNull();
    await membership.get(owner, '/acts').expect(404);
  });
});

describe('an act and its entry', () => {
  /** From now on no such entry can be written. */
  const forbid = (act: string) =>
    membership.mongo.connection.db?.command({ collMod: 'audit', validator: { act: { $ne: act } } });
  afterEach(() => forbid('nothing'));

  it('are one: what cannot be written down is not done', async () => {
    const content = { ...cohortDraft, title: 'Unlogged' };
    const draft = await membership.post(owner, `/organisations/${organisationId}/cohorts`, content).expect(201);
    const cohortId: string = draft.body.id;
    await forbid('cohort_published');
    await membership.post(owner, `/cohorts/${cohortId}/publish`).expect(500);
    expect((await membership.get(owner, `/cohorts/${cohortId}`).expect(200)).body.status).toBe('draft');

    await forbid('signed_in');
    const before = (await membership.get(owner, '/sessions').expect(200)).body.items.length;
    await membership.http.post('/sessions').send({ email: owner.email, password: PASSWORD }).expect(500);
    expect((await membership.get(owner, '/sessions').expect(200)).body.items).toHaveLength(before);

    await forbid('staff_invited');
    await membership
      .post(owner, `/cohorts/${cohortId}/invitations`, { email: 'ida@example.org', role: 'instructor' })
      .expect(500);
    expect((await membership.get(owner, `/cohorts/${cohortId}/invitations`).expect(200)).body.items).toEqual([]);
  });
});
