import { randomUUID } from 'node:crypto';
import { membershipHttp } from '@daka/contracts';
import { eventually } from '@daka/service-kit/testing';
import { type Membership, membershipUnderTest } from '../../testing/membership';
import { signUpAndIn } from '../../testing/sign-up';

let membership: Membership;
beforeAll(async () => {
  membership = await membershipUnderTest({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600, SESSION_MAX_DAYS: 90 });
});
afterAll(() => membership?.stop());

const PASSWORD = 'correct horse battery';
const LONGEST_MS = 90 * 86_400_000;
const NEXT = 'a lantern over the bay';

interface SignIn {
  email: string;
  token: string;
  cookie: string;
  id: string;
}

async function signUp(): Promise<SignIn> {
  const person = {
    email: `${randomUUID()}@example.org`,
    password: PASSWORD,
    displayName: 'Mei',
    timeZone: 'Asia/Shanghai',
  };
  return signInOf(await signUpAndIn(membership.http, person, 'a phone'));
}
async function signIn(email: string, device = 'a laptop', password = PASSWORD): Promise<SignIn> {
  return signInOf(
    await membership.http.post('/sessions').set('User-Agent', device).send({ email, password }).expect(201),
  );
}
function signInOf({ body, headers }: { body: { accessToken: string; account: { email: string } }; headers: object }) {
  const [cookie = ''] = (headers as { 'set-cookie': string[] })['set-cookie'];
  const refresh = cookie.split(';')[0] ?? '';
  const id = refresh.replace('daka_refresh=', '').split('.')[0] ?? '';
  return { email: body.account.email, token: body.accessToken, cookie: refresh, id };
}
const as = ({ token }: SignIn) => ({ Authorization: `Bearer ${token}` });
const list = async (who: SignIn) => (await membership.http.get('/sessions').set(as(who)).expect(200)).body.items;
const isOver = async ({ cookie }: SignIn) =>
  (await membership.http.post('/sessions/refresh').set('Cookie', cookie)).status === 401;

describe('my sign-ins', () => {
  it('are listed with their device, and the one that asks is known', async () => {
    const phone = await signUp();
    const laptop = await signIn(phone.email);
    expect(await list(phone)).toEqual(
      expect.arrayContaining([
        {
          id: phone.id,
          device: 'a phone',
          startedAt: expect.any(String),
          usedAt: expect.any(String),
          endsAt: expect.any(String),
          isCurrent: true,
        },
        expect.objectContaining({ id: laptop.id, device: 'a laptop', isCurrent: false }),
      ]),
    );
    expect((await list(laptop)).filter((one: { isCurrent: boolean }) => one.isCurrent)).toMatchObject([
      { id: laptop.id },
    ]);
  });
  it('go on being known after a refresh', async () => {
    const phone = await signUp();
    const answer = await membership.http.post('/sessions/refresh').set('Cookie', phone.cookie).expect(201);
    expect(await list({ ...phone, token: answer.body.accessToken })).toMatchObject([{ id: phone.id, isCurrent: true }]);
  });
  it('end one by one, a second time too, and only for their owner', async () => {
    const phone = await signUp();
    const laptop = await signIn(phone.email);
    const stranger = await signUp();
    const end = (who: SignIn, id: string) => membership.http.delete(`/sessions/${id}`).set(as(who));
    await end(stranger, laptop.id).expect(404);
    await end(phone, randomUUID()).expect(404);
    await end(phone, laptop.id).expect(204);
    await end(phone, laptop.id).expect(204);
    expect([await isOver(laptop), await isOver(phone)]).toEqual([true, false]);
    expect((await list(phone)).map(({ id }: { id: string }) => id)).toEqual([phone.id]);
  });
  it('end all at once but the one that asks', async () => {
    const phone = await signUp();
    const others = [await signIn(phone.email), await signIn(phone.email)];
    const answer = await membership.http.delete('/sessions').set(as(phone)).expect(200);
    expect(answer.body).toEqual({ ended: 2 });
    expect(await Promise.all([...others, phone].map(isOver))).toEqual([true, true, false]);
  });
  it('are bounded: one more ends the one that was not used for longest', async () => {
    const first = await signUp();
    const later: SignIn[] = [];
    for (let count = 0; count < membershipHttp.MAX_SESSIONS; count += 1) later.push(await signIn(first.email));
    expect(await isOver(first)).toBe(true);
    const last = later.at(-1) as SignIn; // there are twenty
    expect(await list(last)).toHaveLength(membershipHttp.MAX_SESSIONS);
    expect(await isOver(later[0] as SignIn)).toBe(false);
  });
  it('are nobody else’s to see', async () => {
    await membership.http.get('/sessions').expect(401);
    const [mine, other] = [await signUp(), await signUp()];
    expect((await list(mine)).map(({ id }: { id: string }) => id)).not.toContain(other.id);
  });
});

describe('access tokens', () => {
  const works = async (who: SignIn) => (await membership.http.get('/sessions').set(as(who))).status === 200;
  const revoked = async (query = '') => (await membership.http.get(`/sessions/revoked${query}`).expect(200)).body;

  it('die with their sign-in within a second, also when it is signed out itself', async () => {
    const phone = await signUp();
    const [laptop, tablet] = [await signIn(phone.email), await signIn(phone.email)];
    expect(await Promise.all([phone, laptop, tablet].map(works))).toEqual([true, true, true]);
    await membership.http.delete(`/sessions/${laptop.id}`).set(as(phone)).expect(204);
    await membership.http.delete('/sessions/current').set('Cookie', tablet.cookie).expect(204);
    await eventually(async () => !(await works(laptop)) && !(await works(tablet)));
    expect(await works(phone)).toBe(true);
  });
  it('are told to the other services: the ids of ended sign-ins in pages, and nothing of whose they are', async () => {
    const phone = await signUp();
    const others = [await signIn(phone.email), await signIn(phone.email), await signIn(phone.email)];
    const beforeMs = Date.now();
    await membership.http.delete('/sessions').set(as(phone)).expect(200);
    const first = await revoked(`?afterMs=${beforeMs}&limit=2`);
    expect(first.asOfMs).toBeGreaterThanOrEqual(beforeMs);
    const second = await revoked(`?afterMs=${beforeMs}&limit=2&cursor=${first.nextCursor}`);
    expect(second).toEqual({ items: [expect.any(String)], asOfMs: expect.any(Number) });
    expect([...first.items, ...second.items].toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect((await revoked()).items).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    expect((await revoked(`?afterMs=${Date.now() + 1}`)).items).toEqual([]);
    await membership.http.get('/sessions/revoked?afterMs=x').expect(400);
  });
  it('are over with their sign-in at the latest', async () => {
    const phone = await signUp();
    const sessions = membership.mongo.connection.collection<{ _id: string; expiresAtMs: number }>('sessions');
    await sessions.updateOne({ _id: phone.id }, { $set: { startedAtMs: Date.now() - LONGEST_MS + 90_000 } });
    const { body } = await membership.http.post('/sessions/refresh').set('Cookie', phone.cookie).expect(201);
    expect(body.expiresInSeconds).toBeGreaterThan(30);
    expect(body.expiresInSeconds).toBeLessThanOrEqual(90);
  });
});

describe('another password', () => {
  const change = (who: SignIn, currentPassword: string, newPassword = NEXT) =>
    membership.http.post('/accounts/me/password').set(as(who)).send({ currentPassword, newPassword });

  it('counts from then on, and ends every sign-in but the one that set it', async () => {
    const phone = await signUp();
    const thief = await signIn(phone.email, 'who knew the old one');
    await change(phone, PASSWORD).expect(204);
    expect([await isOver(thief), await isOver(phone)]).toEqual([true, false]);
    await membership.http.post('/sessions').send({ email: phone.email, password: PASSWORD }).expect(401);
    await signIn(phone.email, 'a laptop', NEXT);
  });
  it('takes the present one, which is not to be guessed by who found an open device', async () => {
    const phone = await signUp();
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await change(phone, 'not this one').expect(403);
      expect(answer.body).toMatchObject({ code: 'wrong_credentials', fields: [{ path: 'currentPassword' }] });
    }
    const waiting = await change(phone, PASSWORD).expect(429);
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
    // The owner is not kept out of their account by it.
    await signIn(phone.email);
  });
  it('is refused where it can be guessed, and the old one stays', async () => {
    const phone = await signUp();
    const answer = await change(phone, PASSWORD, 'password1234').expect(422);
    expect(answer.body).toMatchObject({ code: 'guessable_password', fields: [{ path: 'newPassword' }] });
    await change(phone, PASSWORD, 'short').expect(400);
    await signIn(phone.email);
  });
  it('is set by one of two who set it at the same moment', async () => {
    const phone = await signUp();
    const answers = await Promise.all([
      change(phone, PASSWORD, 'a lantern over the bay'),
      change(phone, PASSWORD, 'seven quiet herons'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
  });
  it('is asked of a new account too', async () => {
    const person = {
      email: `${randomUUID()}@example.org`,
      password: 'iloveyou12345',
      displayName: 'Mei',
      timeZone: 'UTC',
    };
    const answer = await membership.http.post('/accounts').send(person).expect(422);
    expect(answer.body).toMatchObject({ code: 'guessable_password', fields: [{ path: 'password' }] });
    await membership.http.post('/sessions').send({ email: person.email, password: person.password }).expect(401);
  });
});
