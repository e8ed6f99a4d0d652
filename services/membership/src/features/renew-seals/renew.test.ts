import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import supertest from 'supertest';
import type { Config } from '../../config';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';

const FACTOR = '/accounts/me/second-factor';
const [before, now, wrong] = [randomBytes(32), randomBytes(32), randomBytes(32)];
let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
const started: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  membership = await membershipWithMailbox({ KEY: before });
});
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
  await membership.stop();
});

/** An instance of the same membership with other keys, in the place of the one before. */
async function restarted(keys: Partial<Config>) {
  for (const one of started.splice(0)) await one.stop();
  const service = await membership.startAnother(keys);
  started.push(service);
  return { ...service, http: supertest(service.url) };
}
const refusal = (keys: Partial<Config>) =>
  membership.startAnother(keys).then(
    (service) => (started.push(service), 'it started'),
    (error: Error) => error.message,
  );

const factors = () => membership.mongo.connection.collection<{ _id: string }>('second_factors');

/** Somebody with two-step sign-in, turned on under the former key. */
async function guarded() {
  const who = await membership.proven();
  const { secret } = (await membership.post(who, FACTOR, { currentPassword: PASSWORD }).expect(201)).body;
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = () => totp.generate();
  const confirmed = await membership.post(who, `${FACTOR}/confirmation`, { code: code() }).expect(201);
  return { who, code, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}
/** As if so long had passed since the last code. */
async function signIn(http: ReturnType<typeof supertest>, who: SignedUp, code: string) {
  await factors().updateOne({ _id: who.id }, { $set: { lastStep: 0 } });
  return http.post('/sessions').send({ email: who.email, password: PASSWORD, code });
}

it('takes codes, tokens and sign-ins of before while KEY changes, and the former is not needed after', async () => {
  const { who, code } = await guarded();
  const changing = await restarted({ KEY: now, KEY_PREVIOUS: before });
  expect((await signIn(changing.http, who, code())).status).toBe(201);
  const changed = await restarted({ KEY: now });
  expect((await signIn(changed.http, who, code())).status).toBe(201);
  // A token that was signed before, by a key that nobody had to make anew.
  await changed.http.get('/accounts/me').set('Authorization', who.authorization).expect(200);
  await changed.http.post('/sessions/refresh').set('Cookie', who.cookie).expect(201);
  expect(await membership.mongo.connection.collection('signing_keys').countDocuments()).toBe(1);
  // Whoever still has the former one opens nothing with it.
  expect(await refusal({ KEY: before })).toContain('KEY opens nothing of what is stored');
});

it('renews what an instance with the former key alone has sealed meanwhile', async () => {
  const changing = await restarted({ KEY: now, KEY_PREVIOUS: before });
  const { who, code } = await guarded();
  expect((await signIn(changing.http, who, code())).status).toBe(201);
  const sealed = async () => (await factors().findOne({ _id: who.id }))?.['sealed' as keyof object];
  const old = await sealed();
  changing.periodics.get('renew-seals')?.nudge();
  await eventually(async () => (await sealed()) !== old);
  const changed = await restarted({ KEY: now });
  expect((await signIn(changed.http, who, code())).status).toBe(201);
});

it('does not start under a KEY that opens nothing, and changes nothing then', async () => {
  const { who, code } = await guarded();
  for (const keys of [{ KEY: wrong }, { KEY: wrong, KEY_PREVIOUS: now }]) {
    const said = await refusal(keys);
    expect(said).toMatch(/^bad settings: KEY.* nothing of what is stored: .* KEY_PREVIOUS .* KEY_LOST=yes/);
    for (const key of [wrong, now, before]) expect(said).not.toContain(key.toString('base64'));
  }
  expect((await signIn(membership.http, who, code())).status).toBe(201);
});

it('starts without a lost KEY when told so; recovery codes are left, and the key when it is found', async () => {
  const { who, code, recoveryCodes } = await guarded();
  const lost = await restarted({ KEY: now, KEY_LOST: true });
  expect((await signIn(lost.http, who, code())).body).toMatchObject({ code: 'wrong_code' });
  expect((await signIn(lost.http, who, recoveryCodes[0] ?? '')).status).toBe(201);
  // From then on it is the KEY: nothing needs to be said again.
  await restarted({ KEY: now });
  const found = await restarted({ KEY: now, KEY_PREVIOUS: before });
  expect((await signIn(found.http, who, code())).status).toBe(201);
});
