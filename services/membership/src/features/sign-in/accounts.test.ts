import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { decode } from 'jsonwebtoken';
import { membershipUnderTest, type Membership } from '../../testing/membership';
import { signUpAndIn } from '../../testing/sign-up';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600 });
});
afterAll(() => membership?.stop());

const password = 'correct horse battery';
const person = () => ({
  email: `${randomUUID()}@example.org`,
  password,
  displayName: 'Mei',
  timeZone: 'Asia/Shanghai',
});
const signUp = async () => {
  const account = person();
  const answer = await signUpAndIn(membership.http, account);
  return { ...account, body: answer.body, cookie: cookieOf(answer), device: cookieOf(answer, 1) };
};
/** As if the hours had passed: what waits for an account is in the database, by its instant. */
const letWaitsEnd = async () => {
  const guesses = membership.mongo.connection.collection('guesses');
  await guesses.updateMany({ key: /^(account|device|address):/ }, { $set: { expire: new Date(0) } });
};
const refresh = (cookie: string) => membership.http.post('/sessions/refresh').set('Cookie', cookie);
function cookieOf(answer: { headers: Record<string, unknown> }, index = 0): string {
  const cookie = (answer.headers['set-cookie'] as unknown as string[] | undefined)?.[index];
  return cookie?.split(';')[0] ?? '';
}

describe('an account', () => {
  it('is made and can be signed in to, and tells no password', async () => {
    const { email, body } = await signUp();
    expect(body).toEqual({
      account: {
        id: expect.any(String),
        email,
        displayName: 'Mei',
        timeZone: 'Asia/Shanghai',
        locale: 'zh-CN',
        emailProven: true,
      },
      accessToken: expect.any(String),
      expiresInSeconds: 600,
    });
    const me = await membership.http.get('/accounts/me').set('Authorization', `Bearer ${body.accessToken}`).expect(200);
    expect(me.body).toEqual(body.account);
  });
  it('is stored with an argon2id hash of at least 19 MiB, never the password', async () => {
    const { email } = await signUp();
    const stored = await membership.mongo.connection.collection('accounts').findOne({ email });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(stored)).not.toContain(password);
  });
  it('cannot take an e-mail twice, whatever its case, not even at the same moment; nobody is told', async () => {
    const account = person();
    const others = { ...account, email: account.email.toUpperCase(), password: 'a lantern over the bay' };
    const answers = await Promise.all([account, others].map((body) => membership.http.post('/accounts').send(body)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [202, { letterSent: false }],
      [202, { letterSent: false }],
    ]);
    const ways = await Promise.all(
      [account, others].map((body) =>
        membership.http.post('/sessions').send({ email: body.email, password: body.password }),
      ),
    );
    expect(ways.map(({ status }) => status).sort()).toEqual([201, 401]);
  });
  it.each([
    ['email', { email: 'mei' }],
    ['password', { password: 'short' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['displayName', { displayName: ' ' }],
    ['displayName', { displayName: '\u200b' }],
    ['displayName', { displayName: '\u3164' }],
    ['displayName', { displayName: 'Mei\0' }],
    ['displayName', { displayName: 'Mei\nLin' }],
    ['displayName', { displayName: 'Mei \u202egnaW' }],
    ['timeZone', { timeZone: '-23:59' }],
    ['locale', { locale: 'fr' }],
    ['isAdmin', { isAdmin: true }],
  ])('with a bad %s is refused by that name', async (path, change) => {
    const answer = await membership.http
      .post('/accounts')
      .send({ ...person(), ...change })
      .expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid_request', fields: [{ path }] });
  });
});

describe('my account', () => {
  const change = (accessToken: string, body: object) =>
    membership.http.patch('/accounts/me').set('Authorization', `Bearer ${accessToken}`).send(body);

  it('takes another name, zone and language, each by itself', async () => {
    const { body } = await signUp();
    const first = await change(body.accessToken, { displayName: ' 林一诺 ' }).expect(200);
    expect(first.body).toEqual({ ...body.account, displayName: '林一诺' });
    const then = await change(body.accessToken, { timeZone: '+05:45', locale: 'en' }).expect(200);
    expect(then.body).toEqual({ ...first.body, timeZone: '+05:45', locale: 'en' });
    expect((await change(body.accessToken, {}).expect(200)).body).toEqual(then.body);
    const me = await membership.http.get('/accounts/me').set('Authorization', `Bearer ${body.accessToken}`).expect(200);
    expect(me.body).toEqual(then.body);
  });
  it.each([
    ['displayName', { displayName: '\u2800' }],
    ['timeZone', { timeZone: '-12:30' }],
    ['locale', { locale: null }],
    ['email', { email: 'other@example.org' }],
  ])('with a bad %s is refused by that name', async (path, body) => {
    const { body: mine } = await signUp();
    expect((await change(mine.accessToken, body).expect(400)).body).toMatchObject({ fields: [{ path }] });
  });
});

describe('signing in', () => {
  it('answers a wrong password and an unknown e-mail alike', async () => {
    const { email } = await signUp();
    const wrong = await membership.http.post('/sessions').send({ email, password: 'not this one' }).expect(401);
    const unknown = await membership.http
      .post('/sessions')
      .send({ email: person().email, password: 'not this one' })
      .expect(401);
    const { correlationId: _, instance: __, ...same } = wrong.body;
    expect(unknown.body).toMatchObject(same);
    expect(same).toMatchObject({ code: 'wrong_credentials' });
  });
  it('does the same work for an unknown e-mail as for a wrong password', async () => {
    const known = await Promise.all(Array.from({ length: 15 }, signUp));
    // Processor time of this process, which the server shares, hardly depends on what else runs on the machine; its periodic work is in it, so many.
    const work = async (email: string) => {
      const before = process.cpuUsage();
      await membership.http.post('/sessions').send({ email, password: 'not this one' }).expect(401);
      return process.cpuUsage(before).user;
    };
    const wrong: number[] = [];
    const unknown: number[] = [];
    for (const { email } of known) {
      wrong.push(await work(email));
      unknown.push(await work(person().email));
    }
    expect(median(unknown)).toBeGreaterThan(median(wrong) / 2);
  });
  it('takes a password in either form of the same characters', async () => {
    const account = { ...person(), password: 'caf\u00e9 au lait ' };
    await membership.http.post('/accounts').send(account).expect(202);
    const typed = (given: string) => membership.http.post('/sessions').send({ email: account.email, password: given });
    await typed('cafe\u0301 au lait ').expect(201);
    await typed('caf\u00e9 au lait ').expect(201);
    await typed('cafe au lait ').expect(401);
  });
  it('takes the form that an earlier release hashed as it was typed', async () => {
    const { email } = await signUp();
    const decomposed = 'cafe\u0301 au lait ';
    const passwordHash = await hash(decomposed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await membership.mongo.connection.collection('accounts').updateOne({ email }, { $set: { passwordHash } });
    await membership.http.post('/sessions').send({ email, password: decomposed }).expect(201);
  });
  it('gives a token that our published key verifies', async () => {
    const { email } = await signUp();
    const { body } = await membership.http.post('/sessions').send({ email, password }).expect(201);
    const keys = await membership.http.get('/.well-known/jwks.json').expect(200);
    expect(decode(body.accessToken, { complete: true })).toMatchObject({
      header: { alg: 'ES256', kid: keys.body.keys[0].kid },
      payload: { iss: 'daka', aud: 'daka', sub: body.account.id },
    });
    expect(keys.body.keys[0]).not.toHaveProperty('d');
  });
  it('is refused after too many wrong passwords, even with the right one; other accounts are not', async () => {
    const [guessed, other] = [await signUp(), await signUp()];
    for (let tries = 0; tries < 3; tries += 1)
      await membership.http.post('/sessions').send({ email: guessed.email, password: 'not this one' }).expect(401);
    const answer = await membership.http.post('/sessions').send({ email: guessed.email, password }).expect(429);
    expect(answer.body).toMatchObject({ code: 'too_many_attempts' });
    await membership.http.post('/sessions').send({ email: other.email, password }).expect(201);
  });
  it('lets the owner in from a device that they have signed in from, while a stranger is refused', async () => {
    const owner = await signUp();
    const signIn = (given: string, cookie = '') =>
      membership.http.post('/sessions').set('Cookie', cookie).send({ email: owner.email, password: given });
    for (let tries = 0; tries < 4; tries += 1) await signIn('not this one');
    await signIn(password).expect(429);
    await signIn(password, `daka_device=${'x'.repeat(43)}`).expect(429); // well formed, but nobody's
    await signIn(password, owner.device).expect(201);
    await signIn(password).expect(429); // what the owner does gives the stranger no new tries

    for (let tries = 0; tries < 3; tries += 1) await signIn('not this one', owner.device).expect(401);
    await signIn(password, owner.device).expect(429); // a stolen device is no way around the limit
  });
  it("knows a device for its own account's sake only", async () => {
    const [guesser, owner] = [await signUp(), await signUp()];
    const guess = () =>
      membership.http
        .post('/sessions')
        .set('Cookie', guesser.device)
        .send({ email: owner.email, password: 'not this' });
    for (let tries = 0; tries < 3; tries += 1) await guess().expect(401);
    await guess().expect(429);
  });
  it('makes a stranger wait longer and longer, and says how long', async () => {
    const { email } = await signUp();
    const guess = () => membership.http.post('/sessions').send({ email, password: 'not this one' });
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) await guess().expect(401);
      waits.push(Number((await guess().expect(429)).headers['retry-after']));
      expect(Number((await guess().expect(429)).headers['retry-after'])).toBeLessThanOrEqual(waits.at(-1) ?? 0);
      await letWaitsEnd();
    }
    expect(waits).toEqual([3_600, 7_200, 14_400]);
  });
  it('counts everybody at one address, whatever account they guess at', async () => {
    const from = (address: string) =>
      membership.http
        .post('/sessions')
        .set('X-Forwarded-For', address)
        .send({ email: `${randomUUID()}@example.org`, password: 'not this one' });
    for (let tries = 0; tries < 90; tries += 1) await from('203.0.113.7').expect(401);
    await from('203.0.113.7').expect(429).expect('Retry-After', '3600');
    await from('203.0.113.8').expect(401);
  });
  it('counts parallel guesses, so no more than the limit are checked', async () => {
    const { email } = await signUp();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => membership.http.post('/sessions').send({ email, password: 'not this one' })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
  });
  it('forgets wrong passwords after the right one', async () => {
    const { email } = await signUp();
    for (let round = 0; round < 3; round += 1) {
      await membership.http.post('/sessions').send({ email, password: 'not this one' }).expect(401);
      await membership.http.post('/sessions').send({ email, password }).expect(201);
    }
  });
});

describe('the refresh cookie', () => {
  it('is out of reach of scripts and of other sites', async () => {
    const answer = await signUpAndIn(membership.http, person());
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^daka_refresh=.*; Path=\/; .*HttpOnly; SameSite=Lax$/);
  });
  it('is exchanged for the next one', async () => {
    const { cookie } = await signUp();
    const first = await refresh(cookie).expect(201);
    expect(first.body).toEqual({ accessToken: expect.any(String), expiresInSeconds: 600 });
    const next = cookieOf(first);
    expect(next).not.toBe(cookie);
    await refresh(next).expect(201);
  });
  it('that is old ends the session for thief and owner alike', async () => {
    const { cookie } = await signUp();
    const second = cookieOf(await refresh(cookie).expect(201));
    const third = cookieOf(await refresh(second).expect(201));
    expect((await refresh(cookie).expect(401)).body).toMatchObject({ code: 'session_revoked' });
    expect((await refresh(third).expect(401)).body).toMatchObject({ code: 'session_revoked' });
  });
  it('submitted twice at once gives two access tokens, but one new cookie', async () => {
    const { cookie } = await signUp();
    const answers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const cookies = answers.map((answer) => cookieOf(answer)).filter(Boolean);
    expect(cookies).toHaveLength(1);
    await refresh(cookies[0] ?? '').expect(201);
  });
  it('is stored as a hash only', async () => {
    const { cookie } = await signUp();
    const [id, secret] = cookie.replace('daka_refresh=', '').split('.');
    const stored = await membership.mongo.connection.collection<{ _id: string }>('sessions').findOne({ _id: id ?? '' });
    expect(stored).not.toBeNull();
    expect(JSON.stringify(stored)).not.toContain(secret);
  });
  it.each(['', 'daka_refresh=nonsense', `daka_refresh=${randomUUID()}.aaaaaaaaaaaaaaaaaaaaaaaa`])(
    'that is none of ours ("%s") is not signed in',
    async (cookie) => {
      expect((await refresh(cookie).expect(401)).body).toMatchObject({ code: 'not_signed_in' });
    },
  );
  it('is worth nothing after signing out, and signing out twice is fine', async () => {
    const { cookie } = await signUp();
    await membership.http.delete('/sessions/current').set('Cookie', cookie).expect(204);
    await refresh(cookie).expect(401);
    await membership.http.delete('/sessions/current').expect(204);
  });
});

function median(numbers: number[]): number {
  return numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}
