import { randomUUID } from 'node:crypto';
import { membershipWithMailbox, type SignedUp } from '../../testing/letters';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
type Listed = { id: string; email: string; state: string; nextLetterAt: string | null; mayWriteAgain: boolean };
let membership: Membership;
let owner: SignedUp;
let instructor: SignedUp;
let organisationId: string;
let cohortId: string;

const DAY_MS = 86_400_000;
const somebody = () => `${randomUUID()}@example.org`;
/** People whom one list invites: an owner may not send many lists an hour. */
const onList = Array.from({ length: 20 }, somebody);

beforeAll(async () => {
  membership = await membershipWithMailbox();
  [owner, instructor] = [await membership.proven(), await membership.proven()];
  organisationId = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
  cohortId = await membership.cohortOf(owner, organisationId, { title: 'Quiet mornings' });
  const offer = { email: instructor.email, role: 'instructor' };
  const { body } = await membership.post(owner, `/cohorts/${cohortId}/invitations`, offer).expect(201);
  await membership.post(instructor, `/invitations/${body.id}/acceptance`).expect(200);
  await importing(...onList);
}, 120_000);
afterAll(() => membership?.stop());

const place = (of = cohortId) => `/cohorts/${of}/learner-invitations`;
const stored = () =>
  membership.mongo.connection.collection<{ _id: string; writtenAtMs: number }>('learner_invitations');

async function importing(...emails: string[]) {
  const csv = ['name,email', ...emails.map((email) => `Mei Lin,${email}`)].join('\n');
  const { body } = await membership.post(owner, `${place()}/check`, { csv }).expect(200);
  await membership.post(owner, place(), { csv, digest: body.digest }).set('Idempotency-Key', randomUUID()).expect(201);
  return body;
}
async function listed(email: string): Promise<Listed> {
  const { body } = await membership.get(owner, `${place()}?limit=100`).expect(200);
  const found = body.items.find((item: Listed) => item.email === email);
  if (found === undefined) throw new Error(`${email} is not listed`);
  return found;
}
async function invited(given?: string): Promise<{ id: string; email: string; token: string }> {
  if (given !== undefined) await importing(given);
  const email = given ?? onList.pop() ?? '';
  const token = await membership.token(email);
  return { id: (await listed(email)).id, email, token };
}
/** As if the last letter had been written a day earlier. */
const aDayPasses = async (id: string) => {
  await stored().updateOne({ _id: id }, { $inc: { writtenAtMs: 0 - DAY_MS } });
};
const resend = (id: string, who = owner, key = randomUUID(), of = cohortId) =>
  membership.post(who, `${place(of)}/${id}/letters`).set('Idempotency-Key', key);
const withdraw = (id: string, who = owner, of = cohortId) =>
  membership.http.delete(`${place(of)}/${id}`).set('Authorization', who.authorization);
const use = (token: string) => membership.http.post('/learner-invitations/use').send({ token });
async function acts(act: string): Promise<number> {
  const { body } = await membership.get(owner, `/organisations/${organisationId}/acts?limit=100`).expect(200);
  return body.items.filter((item: { act: string }) => item.act === act).length;
}

describe('one more letter to somebody on a list', () => {
  it('comes a day after the last at the earliest, and its link takes the place of the one before', async () => {
    const { id, email, token } = await invited();
    const soon = await resend(id).expect(429);
    expect(soon.body).toMatchObject({ code: 'too_soon' });
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(DAY_MS / 1_000 - 120);
    expect(await listed(email)).toMatchObject({ state: 'waiting', mayWriteAgain: false });
    await aDayPasses(id);
    expect(await listed(email)).toMatchObject({ mayWriteAgain: true });
    const before = await acts('learner_invitation_resent');
    const key = randomUUID();
    await resend(id, owner, key).expect(204);
    await resend(id, owner, key).expect(204);
    expect(await acts('learner_invitation_resent')).toBe(before + 1);
    const fresh = await membership.token(email, 2);
    expect(fresh).not.toBe(token);
    expect((await use(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
    expect((await use(fresh).expect(200)).body).toMatchObject({ cohortId, name: 'Mei Lin' });
    await aDayPasses(id);
    expect((await resend(id).expect(409)).body).toMatchObject({ code: 'already_opened' });
    expect(membership.mailbox.mails(email)).toHaveLength(2);
  });

  it('comes three times at most, whatever else is tried', async () => {
    const { id, email } = await invited();
    for (let count = 2; count <= 4; count += 1) {
      await aDayPasses(id);
      await resend(id).expect(204);
      await membership.letters(email, count);
    }
    await aDayPasses(id);
    expect((await resend(id).expect(409)).body).toMatchObject({ code: 'no_letter_left' });
    expect(await listed(email)).toMatchObject({ nextLetterAt: null, mayWriteAgain: false });
    // Taken back and put on a list again, they are as well known as before.
    await withdraw(id).expect(204);
    expect(await importing(email)).toMatchObject({ invited: [], known: [{ email }] });
    await aDayPasses(id);
    expect((await resend(id).expect(409)).body).toMatchObject({ code: 'no_letter_left' });
    expect(membership.mailbox.mails(email)).toHaveLength(4);
  });

  it('is one, however many ask at once', async () => {
    const { id, email } = await invited();
    await aDayPasses(id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => resend(id)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const { status, body } of answers.filter(({ status }) => status !== 204))
      expect(['invitation_changed', 'too_soon'].includes(body.code) && [409, 429].includes(status)).toBe(true);
    await membership.letters(email, 2);
    expect(await listed(email)).toMatchObject({ state: 'waiting' });
  });

  it('says nothing of who has an account, and goes to no member', async () => {
    const withAccount = await membership.proven();
    const [known, unknown] = [await invited(withAccount.email), await invited()];
    for (const { id } of [known, unknown]) {
      expect((await resend(id).expect(429)).body).toMatchObject({ code: 'too_soon' });
      await aDayPasses(id);
    }
    const [first, second] = [await resend(known.id).expect(204), await resend(unknown.id).expect(204)];
    expect(first.text).toBe(second.text);
    const member = await membership.proven();
    const { id } = await invited(member.email);
    await membership.admitted(cohortId, member);
    await aDayPasses(id);
    expect((await resend(id).expect(409)).body).toMatchObject({ code: 'is_a_member' });
  });

  it('is for those who may invite, of that cohort', async () => {
    const { id } = await invited();
    const other = await membership.cohortOf(owner, organisationId);
    const stranger = await membership.proven();
    await aDayPasses(id);
    await resend(id, instructor).expect(403);
    await resend(id, stranger).expect(404);
    await resend(id, owner, randomUUID(), other).expect(404);
    await resend(randomUUID()).expect(404);
    await resend('x').expect(400);
    await withdraw(id, instructor).expect(403);
    await withdraw(id, stranger).expect(404);
    await withdraw(id, owner, other).expect(404);
    await membership.http.delete(`${place()}/${id}`).expect(401);
    await resend(id).expect(204);
  });
});

describe('an invitation that is taken back', () => {
  it('opens nothing, and says so to whoever has its link; a second time is fine', async () => {
    const { id, email, token } = await invited();
    await withdraw(id).expect(204);
    await withdraw(id).expect(204);
    expect(await acts('learner_invitation_withdrawn')).toBeGreaterThan(0);
    expect((await use(token).expect(409)).body).toMatchObject({ code: 'invitation_withdrawn' });
    expect((await use('x'.repeat(43)).expect(404)).body).toMatchObject({ code: 'link_ended' });
    expect(await listed(email)).toMatchObject({ state: 'withdrawn', mayWriteAgain: false });
    // Whoever changes their mind writes once more, and only then.
    await aDayPasses(id);
    await resend(id).expect(204);
    expect((await use(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
    await use(await membership.token(email, 2)).expect(200);
  });

  it('was not opened before, and of the two at once one holds', async () => {
    const opened = await invited();
    await use(opened.token).expect(200);
    expect((await withdraw(opened.id).expect(409)).body).toMatchObject({ code: 'already_opened' });
    expect(await listed(opened.email)).toMatchObject({ state: 'opened' });
    for (let round = 0; round < 8; round += 1) {
      const { id, email, token } = await invited();
      const [taken, used] = await Promise.all([withdraw(id), use(token)]);
      const { state } = await listed(email);
      const expected = state === 'withdrawn' ? [204, 409] : [409, 200];
      expect([state, taken.status, used.status]).toEqual([state, ...expected]);
      expect(['withdrawn', 'opened']).toContain(state);
    }
  });

  it('is not written of any more when its letter has not gone yet', async () => {
    const { id } = await invited();
    const due = { 'letter.dueAtMs': Date.now() + DAY_MS, 'letter.sealed': 'x' };
    await stored().updateOne({ _id: id }, { $set: due });
    await withdraw(id).expect(204);
    expect(await stored().findOne({ _id: id })).toMatchObject({ letter: { id: expect.any(String) } });
    expect((await stored().findOne({ _id: id })) as object).not.toHaveProperty('letter.dueAtMs');
    expect((await stored().findOne({ _id: id })) as object).not.toHaveProperty('letter.sealed');
  });

  it('of before this could be counted is as any other', async () => {
    const { id, email } = await invited();
    await stored().updateOne({ _id: id }, [
      { $set: { invitedAtMs: { $subtract: ['$invitedAtMs', DAY_MS] } } },
      { $unset: ['letters', 'writtenAtMs', 'withdrawnAtMs'] },
    ]);
    expect(await listed(email)).toMatchObject({ state: 'waiting', mayWriteAgain: true });
    await resend(id).expect(204);
    await membership.letters(email, 2);
    await withdraw(id).expect(204);
    expect(await listed(email)).toMatchObject({ state: 'withdrawn', mayWriteAgain: false });
  });
});
