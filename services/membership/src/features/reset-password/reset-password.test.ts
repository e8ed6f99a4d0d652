import { randomUUID } from 'node:crypto';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';

const NEXT = 'a lantern over the bay';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
beforeAll(async () => {
  membership = await membershipWithMailbox();
});
afterAll(() => membership?.stop());

const ask = (email: string) => membership.http.post('/password-resets').send({ email });
const reset = (token: string, newPassword = NEXT) => membership.http.post('/passwords').send({ token, newPassword });
const isOver = async ({ cookie }: SignedUp) =>
  (await membership.http.post('/sessions/refresh').set('Cookie', cookie)).status === 401;
/** The secret of a link for an account whose first letter was about its address. */
async function asked(email: string): Promise<string> {
  await membership.letters(email);
  await ask(email).expect(202);
  return membership.token(email, 2);
}

describe('a password reset', () => {
  it('sets the password by the link, proves the address and ends every sign-in', async () => {
    const phone = await membership.signUp();
    const thief = await membership.signIn(phone.email);
    await reset(await asked(phone.email)).expect(204);
    expect([await isOver(phone), await isOver(thief)]).toEqual([true, true]);
    await membership.http.post('/sessions').send({ email: phone.email, password: PASSWORD }).expect(401);
    expect((await membership.me(await membership.signIn(phone.email, NEXT))).body).toMatchObject({ emailProven: true });
  });
  it('answers the same for an address that nobody has, to which nothing is sent', async () => {
    const { email } = await membership.proven();
    const unknown = `${randomUUID()}@example.org`;
    const [one, other] = [await ask(email), await ask(unknown)];
    expect([one.status, one.text, other.status, other.text]).toEqual([202, '', 202, '']);
    await membership.letters(email, 2);
    const requests = membership.mongo.connection.collection('reset_requests');
    await eventually(async () => (await requests.countDocuments()) === 0);
    expect(membership.mailbox.mails(unknown)).toEqual([]);
  });
  it('is good once, and for one of two at once', async () => {
    const { email } = await membership.signUp();
    const token = await asked(email);
    const answers = await Promise.all([reset(token), reset(token, 'seven quiet herons')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await reset(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
  });
  it('is not good any more after an hour', async () => {
    const { email } = await membership.signUp();
    const token = await asked(email);
    const letter = await membership.letter(email, 'reset_password');
    expect(letter!.expiresAtMs - letter!.writtenAtMs).toBe(3_600_000);
    await membership.age(email, 'reset_password', { expiresAtMs: Date.now() });
    await reset(token).expect(404);
    await membership.signIn(email);
  });
  it('refuses what can be guessed, and its link stays good', async () => {
    const { email } = await membership.signUp();
    const token = await asked(email);
    const answer = await reset(token, 'password1234').expect(422);
    expect(answer.body).toMatchObject({ code: 'guessable_password', fields: [{ path: 'newPassword' }] });
    await reset(token, 'short').expect(400);
    await reset(token).expect(204);
  });
  it('sends one letter where many are asked for at once; a later one ends its link', async () => {
    const { email } = await membership.proven();
    await ask(email).expect(202);
    const first = await membership.token(email, 2);
    await ask(email).expect(202);
    await ask(email.toUpperCase()).expect(202);
    const requests = membership.mongo.connection.collection('reset_requests');
    await eventually(async () => (await requests.countDocuments()) === 0);
    expect(membership.mailbox.mails(email)).toHaveLength(2);
    await membership.age(email, 'reset_password', { writtenAtMs: Date.now() - 300_000 });
    await ask(email).expect(202);
    const second = await membership.token(email, 3);
    await reset(first).expect(404);
    await reset(second).expect(204);
  });
  it('is not to be had by a link from before the password was changed', async () => {
    const person = await membership.signUp();
    const token = await asked(person.email);
    await membership
      .post(person, '/accounts/me/password', { currentPassword: PASSWORD, newPassword: NEXT })
      .expect(204);
    await reset(token, 'seven quiet herons').expect(404);
  });
  it('is asked for only so often from one place', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 61; count += 1) answers.push((await ask('nobody@example.org')).status);
    expect(answers.at(-1)).toBe(429);
    expect(answers[0]).toBe(202);
  });
});
