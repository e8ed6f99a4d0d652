import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { membershipWithMailbox, PASSWORD } from '../../testing/letters';
import { eventually } from '../../testing/membership';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...real, hash: jest.fn(real.hash) };
});

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
beforeAll(async () => {
  membership = await membershipWithMailbox({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600 });
});
afterAll(() => membership?.stop());

const newcomer = (email = `${randomUUID()}@example.org`, password = PASSWORD) => ({
  email,
  password,
  displayName: 'Mei',
  timeZone: 'Asia/Shanghai',
});
const ask = (person: object) => membership.http.post('/accounts').send(person);
const signIn = (email: string, password = PASSWORD) => membership.http.post('/sessions').send({ email, password });
const waiting = () => membership.mongo.connection.collection('sign_ups');
const isSent = (email: string) =>
  eventually(async () => (await waiting().countDocuments({ email, 'letter.dueAtMs': { $gt: 0 } })) === 0);

describe('signing up', () => {
  it('makes no account before the link of the letter, and one that is signed in by it', async () => {
    const { email } = newcomer();
    await ask(newcomer(email)).expect(202, { letterSent: true });
    await signIn(email).expect(401);
    const token = await membership.token(email);
    const { body } = await membership.confirmSignUp(token).expect(201);
    expect(body.account).toMatchObject({ email, displayName: 'Mei', emailProven: true });
    await signIn(email).expect(201);
    expect(await waiting().countDocuments({ email })).toBe(0);
    const acts = await membership.get({ id: '', authorization: `Bearer ${body.accessToken}` }, '/accounts/me/acts');
    expect(acts.body.items.map(({ act }: { act: string }) => act)).toContain('signed_up');
  });
  it('answers the same for an address that somebody has; only the letter tells, and nothing changes', async () => {
    const { email } = await membership.proven();
    const [known, unknown] = [await ask(newcomer(email, 'a lantern over the bay')), await ask(newcomer())];
    const seen = ({ status, text, headers }: typeof known) => {
      const { date: _date, 'x-correlation-id': _id, traceparent: _trace, ...rest } = headers as Record<string, string>;
      return [status, text, Object.keys(rest).sort()];
    };
    expect(seen(known)).toEqual(seen(unknown));
    expect(known.status).toBe(202);
    const [letter] = await membership.letters(email, 2);
    expect(letter).toMatchObject({ subject: '你已经有账号了' });
    expect(letter?.text).toContain('http://localhost:8080/forgot-password');
    expect(letter?.text).not.toContain('#');
    await eventually(async () => (await waiting().countDocuments({ email })) === 0);
    await signIn(email, 'a lantern over the bay').expect(401);
    await signIn(email).expect(201);
  });
  it('hashes the password, the only work that takes long, for an address that somebody has too', async () => {
    const { email } = await membership.proven();
    for (const person of [newcomer(email), newcomer()]) {
      jest.mocked(hash).mockClear();
      await ask(person).expect(202);
      expect(jest.mocked(hash)).toHaveBeenCalledTimes(1);
    }
  });
});

describe('the link of a sign-up', () => {
  it('makes nothing without the password that was chosen, which is guessed at only so often', async () => {
    const { email } = newcomer();
    await ask(newcomer(email)).expect(202);
    const token = await membership.token(email);
    for (let guess = 0; guess < 3; guess += 1) {
      const wrong = await membership.confirmSignUp(token, 'not this one').expect(401);
      expect(wrong.body).toMatchObject({ code: 'wrong_credentials' });
    }
    const late = await membership.confirmSignUp(token).expect(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(await membership.stored(email)).toBeNull();
  });
  it('is good once, and for one of two at once', async () => {
    const { email } = newcomer();
    await ask(newcomer(email)).expect(202);
    const token = await membership.token(email);
    const answers = await Promise.all([membership.confirmSignUp(token), membership.confirmSignUp(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect((await membership.confirmSignUp(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
  });
  it('is over after a day', async () => {
    const { email } = newcomer();
    await ask(newcomer(email)).expect(202);
    const token = await membership.token(email);
    await waiting().updateOne({ email }, { $set: { 'letter.expiresAtMs': Date.now() } });
    await membership.confirmSignUp(token).expect(404);
    expect(await membership.stored(email)).toBeNull();
  });
  it("is the owner's, whoever else signed up with the address before: the other's ends with it", async () => {
    const { email } = newcomer();
    await ask(newcomer(email, 'a thief in the night sky')).expect(202);
    const theirs = await membership.token(email);
    await ask(newcomer(email)).expect(202);
    const mine = await membership.token(email, 2);
    await membership.confirmSignUp(theirs).expect(401);
    await membership.confirmSignUp(mine).expect(201);
    await membership.confirmSignUp(theirs, 'a thief in the night sky').expect(404);
    await signIn(email, 'a thief in the night sky').expect(401);
  });
  it('is written to one address so often and no more, whoever asks', async () => {
    const { email } = newcomer();
    for (let letter = 0; letter < 7; letter += 1) await ask(newcomer(email)).expect(202, { letterSent: true });
    await isSent(email);
    expect(membership.mailbox.mails(email)).toHaveLength(5);
  });
  it('is sent later where the mail server refuses it for now', async () => {
    const { email } = newcomer();
    membership.mailbox.refuseNext(1);
    await ask(newcomer(email)).expect(202);
    await eventually(async () => (await waiting().countDocuments({ email, 'letter.attempts': 1 })) === 1);
    expect(membership.mailbox.mails(email)).toEqual([]);
    await waiting().updateOne({ email }, { $set: { 'letter.dueAtMs': Date.now() } });
    await membership.confirmSignUp(await membership.token(email)).expect(201);
  });
});
