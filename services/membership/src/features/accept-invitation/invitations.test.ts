import { randomUUID } from 'node:crypto';
import { membershipWithMailbox, type SignedUp } from '../../testing/letters';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
let owner: SignedUp;
let organisationId: string;
let cohortId: string;
beforeAll(async () => {
  membership = await membershipWithMailbox();
  owner = await membership.proven();
  organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
  cohortId = await membership.cohortOf(owner, organisationId);
});
afterAll(() => membership?.stop());

const invite = (email: string, role = 'instructor', to = cohortId) =>
  membership.post(owner, `/cohorts/${to}/invitations`, { email, role });
const invited = async (email: string, role?: string): Promise<string> =>
  (await invite(email, role).expect(201)).body.id;
const accept = (who: SignedUp, id: string) => membership.post(who, `/invitations/${id}/acceptance`);
const mine = async (who: SignedUp) => (await membership.get(who, '/invitations').expect(200)).body.items;
const openOnes = async () => (await membership.get(owner, `/cohorts/${cohortId}/invitations`).expect(200)).body.items;
const staffIds = async () =>
  (await membership.get(owner, `/cohorts/${cohortId}/staff`).expect(200)).body.items.map(
    ({ accountId }: { accountId: string }) => accountId,
  );
const change = (id: string, set: object) =>
  membership.mongo.connection.collection<{ _id: string }>('invitations').updateOne({ _id: id }, { $set: set });

const decline = (who: SignedUp, id: string) => membership.post(who, `/invitations/${id}/refusal`);

describe('an invitation that is declined', () => {
  it('is open for nobody any more, and declined once more is fine', async () => {
    const ida = await membership.proven();
    const id = await invited(ida.email);
    await decline(ida, id).expect(204);
    await decline(ida, id).expect(204);
    expect(await mine(ida)).toEqual([]);
    expect((await openOnes()).map((one: { id: string }) => one.id)).not.toContain(id);
    expect((await accept(ida, id).expect(409)).body).toMatchObject({ code: 'invitation_ended' });
    expect(await staffIds()).not.toContain(ida.id);
    await membership.http
      .delete(`/cohorts/${cohortId}/invitations/${id}`)
      .set('Authorization', owner.authorization)
      .expect(204);
    // The owner may ask once more.
    await accept(ida, await invited(ida.email)).expect(200);
  });
  it('was one to the address of whoever declines, proven, and not accepted or withdrawn before', async () => {
    const ida = await membership.proven();
    const unproven = await membership.signUp();
    const id = await invited(ida.email);
    expect((await decline(await membership.proven(), id).expect(404)).body).toMatchObject({ code: 'not_found' });
    expect((await decline(unproven, await invited(unproven.email)).expect(403)).body).toMatchObject({
      code: 'email_not_proven',
    });
    expect(await mine(ida)).toMatchObject([{ id }]);
    await accept(ida, id).expect(200);
    expect((await decline(ida, id).expect(409)).body).toMatchObject({ code: 'already_accepted' });
    expect(await staffIds()).toContain(ida.id);
    const second = await invited(ida.email, 'class_head');
    await invited(ida.email, 'class_head');
    expect((await decline(ida, second).expect(409)).body).toMatchObject({ code: 'invitation_ended' });
  });
});

describe('who gives a role back', () => {
  const resign = (who: SignedUp, of = cohortId) => membership.post(who, `/cohorts/${of}/resignation`);
  it('is nobody there any more, tells others, and can be invited anew', async () => {
    const ida = await membership.proven();
    await accept(ida, await invited(ida.email)).expect(200);
    await resign(ida).expect(204);
    expect(await staffIds()).not.toContain(ida.id);
    expect((await resign(ida).expect(404)).body).toMatchObject({ code: 'not_found' });
    await membership.get(ida, `/cohorts/${cohortId}/staff`).expect(404);
    const other = await membership.cohortOf(owner, organisationId);
    expect((await resign(ida, other).expect(404)).body).toMatchObject({ code: 'not_found' });
    await accept(ida, await invited(ida.email, 'class_head')).expect(200);
    expect(await staffIds()).toContain(ida.id);
  });
  it('is not the owner, who would leave nobody', async () => {
    expect((await resign(owner).expect(409)).body).toMatchObject({ code: 'owner_stays' });
    expect(await staffIds()).toContain(owner.id);
  });
});

describe('an invitation', () => {
  it('is answered the same whether or not somebody has the address, and names nobody in its letter', async () => {
    const ida = await membership.proven();
    const unknown = `${randomUUID()}@example.org`;
    const answers = await Promise.all([invite(ida.email), invite(unknown)]);
    for (const [index, { body }] of answers.entries())
      expect(body).toEqual({
        id: expect.any(String),
        email: [ida.email, unknown][index],
        role: 'instructor',
        invitedAt: expect.any(String),
        expiresAt: expect.any(String),
      });
    expect(Date.parse(answers[0].body.expiresAt) - Date.parse(answers[0].body.invitedAt)).toBe(14 * 86_400_000);
    const [letter] = await membership.letters(unknown);
    expect(letter?.text).toContain('http://localhost:8080/invitations');
    expect(letter?.text).not.toContain('Write daily');
    expect(letter?.text).not.toContain('Letters');
  });
  it('is seen and accepted by whoever proved the address, and nobody else', async () => {
    const ida = await membership.signUp();
    const id = await invited(ida.email);
    const stranger = await membership.proven();
    expect(await mine(ida)).toEqual([]);
    expect((await accept(ida, id).expect(403)).body).toMatchObject({ code: 'email_not_proven' });
    expect((await accept(stranger, id).expect(404)).body).toMatchObject({ code: 'not_found' });
    expect(await mine(stranger)).toEqual([]);
    expect(await staffIds()).not.toContain(ida.id);

    await membership.letters(ida.email, 2);
    await membership.post(ida, '/accounts/me/email-proof').expect(202);
    await membership.prove(await membership.token(ida.email, 3)).expect(204);
    expect(await mine(ida)).toMatchObject([{ id, cohortId, title: 'Write daily', organisation: { name: 'Letters' } }]);
    expect((await accept(ida, id).expect(200)).body).toMatchObject({ accountId: ida.id, role: 'instructor' });
    expect(await staffIds()).toContain(ida.id);
    expect(await mine(ida)).toEqual([]);
  });
  it('begins a role once: accepted again it does not undo a dismissal', async () => {
    const ida = await membership.proven();
    const id = await invited(ida.email);
    await accept(ida, id).expect(200);
    await membership.http
      .delete(`/cohorts/${cohortId}/staff/${ida.id}`)
      .set('Authorization', owner.authorization)
      .expect(204);
    await accept(ida, id).expect(200);
    expect(await staffIds()).not.toContain(ida.id);
  });
  it('that was half accepted when a process ended is finished by accepting it again', async () => {
    const ida = await membership.proven();
    const id = await invited(ida.email);
    await change(id, { status: 'taken' });
    expect(await mine(ida)).toMatchObject([{ id }]);
    await accept(ida, id).expect(200);
    expect(await staffIds()).toContain(ida.id);
  });
  it('means nothing any more once it is withdrawn, replaced or over', async () => {
    const ida = await membership.proven();
    const withdraw = (id: string) =>
      membership.http.delete(`/cohorts/${cohortId}/invitations/${id}`).set('Authorization', owner.authorization);
    const first = await invited(ida.email);
    const second = await invited(ida.email, 'class_head');
    expect((await accept(ida, first).expect(409)).body).toMatchObject({ code: 'invitation_ended' });
    await withdraw(second).expect(204);
    await withdraw(second).expect(204);
    await accept(ida, second).expect(409);
    const third = await invited(ida.email);
    await change(third, { expiresAtMs: Date.now() });
    await accept(ida, third).expect(409);
    expect((await openOnes()).map(({ email }: { email: string }) => email)).not.toContain(ida.email);
    expect(await staffIds()).not.toContain(ida.id);
    const fourth = await invited(ida.email);
    await accept(ida, fourth).expect(200);
    expect((await withdraw(fourth).expect(409)).body).toMatchObject({ code: 'already_accepted' });
  });
  it('to the owner is refused when it is accepted, and stays open; of a cancelled cohort there is none', async () => {
    const id = await invited(owner.email);
    expect((await accept(owner, id).expect(409)).body).toMatchObject({ code: 'owner_stays' });
    expect(await mine(owner)).toMatchObject([{ id }]);
    const other = await membership.cohortOf(owner, organisationId);
    await membership.post(owner, `/cohorts/${other}/cancel`, { reason: 'too few' }).expect(200);
    await invite('ida@example.org', 'instructor', other).expect(409);
  });
});
