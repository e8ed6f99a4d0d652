import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
beforeAll(async () => {
  membership = await membershipWithMailbox({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600 });
});
afterAll(() => membership?.stop());

const fresh = () => `${randomUUID()}@example.org`;
const ask = (person: SignedUp, newEmail: string, more: { currentPassword?: string; code?: string } = {}) =>
  membership.post(person, '/accounts/me/email', { newEmail, currentPassword: PASSWORD, ...more });
const confirm = (token: string) => membership.http.post('/email-changes').send({ token });
const signIn = (email: string) => membership.http.post('/sessions').send({ email, password: PASSWORD });
const notices = () => membership.mongo.connection.collection('notices');
const refresh = ({ cookie }: SignedUp) => membership.http.post('/sessions/refresh').set('Cookie', cookie);
/** Turns two-step sign-in on; the code that did it, and recovery codes. */
async function turnOnFactor(person: SignedUp) {
  const path = '/accounts/me/second-factor';
  const { secret } = (await membership.post(person, path, { currentPassword: PASSWORD }).expect(201)).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { recoveryCodes } = (await membership.post(person, `${path}/confirmation`, { code }).expect(201)).body;
  return { code, recoveryCodes: recoveryCodes as string[] };
}
/** Somebody who asked for another address, with the secret of the link that went there. */
async function asked() {
  const person = await membership.proven();
  const newEmail = fresh();
  await ask(person, newEmail).expect(202, '');
  return { person, newEmail, token: await membership.token(newEmail) };
}

describe('another address', () => {
  it('is asked for with the password, changes nothing before its link is used, and everything with it', async () => {
    const { person, newEmail, token } = await asked();
    expect((await membership.letters(newEmail))[0]?.text).toContain('http://localhost:8080/confirm-email#');
    const [notice] = await membership.letters(person.email, 2);
    expect(notice).toMatchObject({ subject: '有人要换你的邮箱' });
    expect(notice?.text).not.toContain(newEmail);
    expect((await membership.me(person)).body).toMatchObject({ email: person.email });
    await signIn(newEmail).expect(401);

    await confirm(token).expect(204);
    expect((await membership.me(person)).body).toMatchObject({ email: newEmail, emailProven: true });
    expect((await membership.letters(person.email, 3))[0]).toMatchObject({ subject: '你的邮箱已经换了' });
    await signIn(person.email).expect(401);
    await signIn(newEmail).expect(201);
    const { body } = await membership.get(person, '/accounts/me/acts');
    const acts = body.items.map(({ act }: { act: string }) => act);
    expect(acts).toEqual(expect.arrayContaining(['email_change_asked', 'email_changed']));
    // What was told stays for some days; whose address it went to does not.
    await eventually(async () => (await notices().countDocuments({ to: { $exists: true } })) === 0);
  });
  it('ends every sign-in but the one that asked for it', async () => {
    const thief = await membership.proven();
    const phone = await membership.signIn(thief.email);
    const newEmail = fresh();
    await ask(phone, newEmail).expect(202);
    await confirm(await membership.token(newEmail)).expect(204);
    expect([(await refresh(thief)).status, (await refresh(phone)).status]).toEqual([401, 201]);
  });
  it('is not had without the password, which is guessed at only so often', async () => {
    const person = await membership.proven();
    const newEmail = fresh();
    for (let guess = 0; guess < 3; guess += 1) {
      const refused = await ask(person, newEmail, { currentPassword: 'not this one' }).expect(403);
      expect(refused.body).toMatchObject({ code: 'wrong_credentials', fields: [{ path: 'currentPassword' }] });
    }
    await ask(person, newEmail).expect(429);
    await membership.http.post('/accounts/me/email').send({ newEmail, currentPassword: PASSWORD }).expect(401);
    expect(membership.mailbox.mails(newEmail)).toEqual([]);
  });
  it('is good once, of two at once one, and not after a day', async () => {
    const { token, person, newEmail } = await asked();
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    const late = fresh();
    await ask(person, late).expect(202);
    const over = await membership.token(late);
    await membership.age(newEmail, 'change_email', { expiresAtMs: Date.now() });
    expect((await confirm(over).expect(404)).body).toMatchObject({ code: 'link_ended' });
    await signIn(newEmail).expect(201);
  });
  it('that somebody has is answered alike; its owner is told, and no link goes there', async () => {
    const [person, third, other] = [
      await membership.proven(),
      await membership.proven(),
      await membership.proven('en'),
    ];
    const taken = await ask(person, other.email);
    // By a third one: another change of the same account would take the place of the first.
    const free = await ask(third, fresh());
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    const [letter] = await membership.letters(other.email, 2);
    expect(letter).toMatchObject({ subject: 'You have an account already' });
    expect(letter?.text).not.toContain('#');
  });
  it('that somebody takes meanwhile does not become mine', async () => {
    const { person, newEmail, token } = await asked();
    const newcomer = { email: newEmail, password: PASSWORD, displayName: 'Lin', timeZone: 'UTC' };
    await membership.http.post('/accounts').send(newcomer).expect(202);
    await membership.confirmSignUp(await membership.token(newEmail, 2)).expect(201);
    await confirm(token).expect(404);
    expect((await membership.me(person)).body).toMatchObject({ email: person.email });
  });
  it('is called off by another password, and ends the links that went to the former one', async () => {
    const first = await asked();
    const next = { currentPassword: PASSWORD, newPassword: 'a lantern over the bay' };
    await membership.post(first.person, '/accounts/me/password', next).expect(204);
    await confirm(first.token).expect(404);

    const person = await membership.proven();
    await membership.http.post('/password-resets').send({ email: person.email }).expect(202);
    const reset = await membership.token(person.email, 2);
    const newEmail = fresh();
    await ask(person, newEmail).expect(202);
    await confirm(await membership.token(newEmail)).expect(204);
    await membership.http.post('/passwords').send({ token: reset, newPassword: 'seven quiet herons' }).expect(404);
  });
  it('is told to the former one, whatever waited to be told there', async () => {
    const { person, newEmail, token } = await asked();
    await membership.letters(person.email, 2);
    membership.mailbox.refuseNext(2);
    await ask(person, newEmail).expect(202);
    const isLate = { accountId: person.id, kind: 'email_change_asked', attempts: 1, dueAtMs: { $gt: Date.now() } };
    await eventually(async () => (await notices().countDocuments(isLate)) === 1);
    await eventually(async () => (await membership.letter(person.email, 'change_email'))?.attempts === 1);
    await confirm(token).expect(404);
    await membership.age(person.email, 'change_email', { dueAtMs: Date.now() });
    await confirm(await membership.token(newEmail, 2)).expect(204);
    await notices().updateOne({ accountId: person.id, attempts: 1, dueAtMs: { $gt: 0 } }, { $set: { dueAtMs: 1 } });
    const subjects = (await membership.letters(person.email, 4)).map(({ subject }) => subject);
    expect(subjects.slice(0, 2).sort()).toEqual(['你的邮箱已经换了', '有人要换你的邮箱']);
    expect(membership.mailbox.mails(newEmail)).toHaveLength(2);
  });
  it('takes a code too where there is a second factor, and none by the password alone is confirmed beside it', async () => {
    const { person, newEmail, token } = await asked();
    const { code, recoveryCodes } = await turnOnFactor(person);
    await confirm(token).expect(404);
    expect((await ask(person, newEmail).expect(403)).body).toMatchObject({ code: 'second_factor_needed' });
    expect((await ask(person, newEmail, { code: '12345' }).expect(403)).body).toMatchObject({ code: 'wrong_code' });
    // The code that turned it on was shown.
    expect((await ask(person, newEmail, { code }).expect(403)).body).toMatchObject({ code: 'wrong_code' });
    await ask(person, newEmail, { code: recoveryCodes[0] ?? '' }).expect(202);
    await confirm(await membership.token(newEmail, 2)).expect(204);
    expect((await signIn(newEmail).expect(401)).body).toMatchObject({ code: 'second_factor_needed' });
  });
  it('is another one than the present', async () => {
    const person = await membership.proven();
    const refused = await ask(person, person.email.toUpperCase()).expect(422);
    expect(refused.body).toMatchObject({ code: 'same_email', fields: [{ path: 'newEmail' }] });
  });
  it('gets so many letters an hour, whoever asks for them', async () => {
    const victim = fresh();
    const askers = await Promise.all([membership.proven(), membership.proven()]);
    for (const asker of askers) {
      for (let letter = 1; letter <= 3; letter += 1) {
        await ask(asker, victim).expect(202);
        await eventually(async () => (await membership.letter(asker.email, 'change_email'))?.sealed === undefined);
      }
    }
    expect(membership.mailbox.mails(victim)).toHaveLength(5);
  });
  it('gets the invitations that were meant for it, and loses those to the former one', async () => {
    const owner = await membership.proven();
    const organisation = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
    const cohortId = await membership.cohortOf(owner, organisation);
    const { person, newEmail, token } = await asked();
    const invite = async (email: string) =>
      (await membership.post(owner, `/cohorts/${cohortId}/invitations`, { email, role: 'instructor' }).expect(201)).body
        .id as string;
    const [former, next] = [await invite(person.email), await invite(newEmail)];
    await membership.post(person, `/invitations/${next}/acceptance`).expect(404);
    await confirm(token).expect(204);
    await membership.post(person, `/invitations/${former}/acceptance`).expect(404);
    await membership.post(person, `/invitations/${next}/acceptance`).expect(200);
  });
});
