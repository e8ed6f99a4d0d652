import { Secret, TOTP } from 'otpauth';
import { createAccounts } from '../../adapters/mongo/accounts';
import { createSecondFactors } from '../../adapters/mongo/second-factors';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';
import { createRemoveSecondFactor } from '../remove-second-factor/handler';

let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
beforeAll(async () => {
  membership = await membershipWithMailbox({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600 });
});
afterAll(() => membership?.stop());

const PATH = '/accounts/me/second-factor';
const SHOWN = { hasAuthenticator: false, passkeys: [], takesPasskeys: true, requiredBy: [] };
const STEP_MS = 30_000;
const WRONG = 'not the password';
const both = (code: string, currentPassword = PASSWORD) => ({ currentPassword, code });

/** An authenticator: the code of now, or of so many steps later. */
function authenticatorOf(secret: string) {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return (steps = 0) => totp.generate({ timestamp: Date.now() + steps * STEP_MS });
}
/** Six digits that are no code about now. */
function wrongCode(code: ReturnType<typeof authenticatorOf>): string {
  const near = [-2, -1, 0, 1, 2].map(code);
  return ['111111', '222222', '333333', '444444', '555555', '666666'].find((one) => !near.includes(one)) ?? '';
}

const begin = (who: SignedUp, currentPassword = PASSWORD) => membership.post(who, PATH, { currentPassword });
const confirm = (who: SignedUp, code: string) => membership.post(who, `${PATH}/confirmation`, { code });
const shown = async (who: SignedUp) => (await membership.get(who, PATH).expect(200)).body;
const signIn = (who: SignedUp, more: { password?: string; code?: string } = {}, cookie = '') =>
  membership.http
    .post('/sessions')
    .set('Cookie', cookie)
    .send({ email: who.email, password: PASSWORD, ...more });
const acts = async (who: SignedUp): Promise<string[]> =>
  (await membership.get(who, '/accounts/me/acts?limit=200').expect(200)).body.items.map(
    ({ act }: { act: string }) => act,
  );
/** As if so long had passed since the last code. */
const forgetSteps = (who: SignedUp) =>
  membership.mongo.connection
    .collection<{ _id: string }>('second_factors')
    .updateOne({ _id: who.id }, { $set: { lastStep: 0 } });

/** Somebody with two-step sign-in, their authenticator and their recovery codes. */
async function guarded() {
  const who = await membership.proven();
  const { secret } = (await begin(who).expect(201)).body;
  const code = authenticatorOf(secret);
  const { recoveryCodes } = (await confirm(who, code()).expect(201)).body as { recoveryCodes: string[] };
  await forgetSteps(who);
  return { who, secret: secret as string, code, recoveryCodes };
}

describe('turning two-step sign-in on', () => {
  it('takes the password, then a code, and shows ten recovery codes once', async () => {
    const who = await membership.proven();
    expect(await shown(who)).toEqual({ ...SHOWN, isOn: false, onSince: null, recoveryCodesLeft: 0 });
    expect((await begin(who, WRONG).expect(403)).body).toMatchObject({ code: 'wrong_credentials' });
    expect((await confirm(who, '123456').expect(409)).body).toMatchObject({ code: 'second_factor_not_begun' });
    const { secret, uri } = (await begin(who).expect(201)).body;
    expect(uri).toBe(
      `otpauth://totp/Daka:${encodeURIComponent(who.email)}?issuer=Daka&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    const code = authenticatorOf(secret);
    expect((await confirm(who, wrongCode(code)).expect(403)).body).toMatchObject({ code: 'wrong_code' });
    // Begun is not on.
    expect(await shown(who)).toMatchObject({ isOn: false });
    await signIn(who).expect(201);
    const { recoveryCodes } = (await confirm(who, code()).expect(201)).body;
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes) expect(one).toMatch(/^(?:[0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
    expect(await shown(who)).toEqual({
      ...SHOWN,
      isOn: true,
      hasAuthenticator: true,
      onSince: expect.any(String),
      recoveryCodesLeft: 10,
    });
    expect((await begin(who).expect(409)).body).toMatchObject({ code: 'second_factor_on' });
  });
  it('ends every other sign-in, and not the one that turned it on', async () => {
    const who = await membership.proven();
    const other = await membership.signIn(who.email);
    const { secret } = (await begin(who).expect(201)).body;
    const first = authenticatorOf(secret)();
    await confirm(who, first).expect(201);
    await membership.http.post('/sessions/refresh').set('Cookie', other.cookie).expect(401);
    await membership.http.post('/sessions/refresh').set('Cookie', who.cookie).expect(201);
    // That code was shown: it signs nobody in.
    expect((await signIn(who, { code: first }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
  });
  it('takes the last secret only, within the hour, and few wrong codes', async () => {
    const who = await membership.proven();
    const first = authenticatorOf((await begin(who).expect(201)).body.secret);
    const second = authenticatorOf((await begin(who).expect(201)).body.secret);
    for (let tries = 0; tries < 3; tries += 1) await confirm(who, first()).expect(403);
    const refused = await confirm(who, second()).expect(429);
    expect(refused.body).toMatchObject({ code: 'too_many_attempts' });
    expect(refused.headers['retry-after']).toBe('3600');
    const late = await membership.proven();
    const { secret } = (await begin(late).expect(201)).body;
    await membership.mongo.connection
      .collection<{ _id: string }>('second_factors')
      .updateOne({ _id: late.id }, { $inc: { begunAtMs: -3_600_000 } });
    await confirm(late, authenticatorOf(secret)()).expect(409);
  });
});

describe('signing in with it', () => {
  it('asks for a code after the right password, and says nothing of it before', async () => {
    const { who, code } = await guarded();
    const asked = await signIn(who).expect(401);
    expect(asked.body).toMatchObject({ code: 'second_factor_needed' });
    expect(asked.headers['set-cookie']).toBeUndefined();
    for (const more of [{}, { code: code() }]) {
      const refused = await signIn(who, { password: WRONG, ...more }).expect(401);
      expect(refused.body).toMatchObject({ code: 'wrong_credentials' });
    }
    const signedIn = await signIn(who, { code: code() }).expect(201);
    expect(signedIn.body.account.id).toBe(who.id);
  });
  it('takes a code once, the one before and the one after, none further off', async () => {
    const { who, code } = await guarded();
    await signIn(who, { code: code(-2) }).expect(401);
    await signIn(who, { code: code(-1) }).expect(201);
    expect((await signIn(who, { code: code(-1) }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
    await signIn(who, { code: code(1) }).expect(201);
    // Whatever is older than what was used is worth nothing to who saw it.
    await signIn(who, { code: code() }).expect(401);
  });
  it('takes a code once, also of two who show it at the same moment', async () => {
    const { who, code } = await guarded();
    const same = code();
    const answers = await Promise.all([signIn(who, { code: same }), signIn(who, { code: same })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });
  it('takes each recovery code once, however it is written', async () => {
    const { who, recoveryCodes } = await guarded();
    const [first = '', second = ''] = recoveryCodes;
    await signIn(who, { code: first.toUpperCase().replaceAll('-', ' ') }).expect(201);
    expect((await signIn(who, { code: first }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
    const answers = await Promise.all([signIn(who, { code: second }), signIn(who, { code: second })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect(await shown(who)).toMatchObject({ recoveryCodesLeft: 8 });
    const others = await guarded();
    await signIn(others.who, { code: recoveryCodes[2] ?? '' }).expect(401);
  });
  it('makes guessers of codes wait, tells the owner, and lets the owner in from their own device', async () => {
    const { who, code } = await guarded();
    const device = (await signIn(who, { code: code(-1) }).expect(201)).headers['set-cookie'] as unknown as string[];
    const own = device[1]?.split(';')[0] ?? '';
    for (let tries = 0; tries < 3; tries += 1) await signIn(who, { code: wrongCode(code) }).expect(401);
    const refused = await signIn(who, { code: code() }).expect(429);
    expect(refused.body).toMatchObject({ code: 'too_many_attempts' });
    expect(refused.headers['retry-after']).toBe('3600');
    // Asked for a code once more, which is no try.
    await signIn(who).expect(401);
    await signIn(who, { code: code(1) }, own).expect(201);
    await eventually(() => membership.mailbox.mails(who.email).some(({ subject }) => subject === '有人知道你的密码'));
    await eventually(async () => (await acts(who)).includes('wrong_code'));
    expect(await acts(who)).not.toContain('sign_in_failed');
  });
  it('goes on after the password was set by a letter', async () => {
    const { who, code } = await guarded();
    const sent = membership.mailbox.mails(who.email).length;
    await membership.http.post('/password-resets').send({ email: who.email }).expect(202);
    const link = await eventually(() =>
      membership.mailbox.mails(who.email).find(({ text }) => text.includes('/reset-password#')),
    );
    expect(sent).toBeGreaterThan(0);
    const token = /#([\w-]{43})$/m.exec(link.text)?.[1];
    const password = 'a lantern over the bay';
    await membership.http.post('/passwords').send({ token, newPassword: password }).expect(204);
    expect((await signIn(who, { password }).expect(401)).body).toMatchObject({ code: 'second_factor_needed' });
    await signIn(who, { password, code: code() }).expect(201);
  });
});

describe('changing it', () => {
  it.each(['removal', 'recovery-codes'])('takes the password and a code again: %s', async (path) => {
    const { who, code } = await guarded();
    const change = (body: object) => membership.post(who, `${PATH}/${path}`, body);
    expect((await change(both(code(), WRONG)).expect(403)).body).toMatchObject({ code: 'wrong_credentials' });
    expect((await change(both(wrongCode(code))).expect(403)).body).toMatchObject({ code: 'wrong_code' });
    await change({ currentPassword: PASSWORD }).expect(400);
    expect(await shown(who)).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
    const off = await membership.proven();
    const refused = await membership.post(off, `${PATH}/${path}`, both('123456')).expect(409);
    expect(refused.body).toMatchObject({ code: 'second_factor_off' });
  });
  it('turns it off, so that the password signs in alone, by a recovery code too', async () => {
    const { who, recoveryCodes } = await guarded();
    await membership.post(who, `${PATH}/removal`, both(recoveryCodes[0] ?? '')).expect(204);
    expect(await shown(who)).toMatchObject({ isOn: false });
    await signIn(who).expect(201);
    await begin(who).expect(201);
  });
  it('makes new recovery codes, and the earlier ones are good no more', async () => {
    const { who, code, recoveryCodes } = await guarded();
    const { body } = await membership.post(who, `${PATH}/recovery-codes`, both(code())).expect(201);
    expect(body.recoveryCodes).toHaveLength(10);
    await signIn(who, { code: recoveryCodes[0] ?? '' }).expect(401);
    await signIn(who, { code: body.recoveryCodes[0] }).expect(201);
  });
});

describe('whoever runs the platform', () => {
  it('turns it off for who has lost all of it, which is in the log and told by a letter', async () => {
    const { who } = await guarded();
    const remove = createRemoveSecondFactor({
      accounts: await createAccounts(membership.mongo),
      secondFactors: await createSecondFactors(membership.mongo),
      wallClock: { nowMs: () => Date.now() },
    });
    expect(await remove('nobody@example.org')).toMatchObject({ refused: 'not_found' });
    expect(await remove(who.email)).toBeNull();
    expect(await remove(who.email)).toMatchObject({ refused: 'second_factor_off' });
    await signIn(who).expect(201);
    const { items } = (await membership.get(who, '/accounts/me/acts').expect(200)).body;
    const entry = items.find(({ act }: { act: string }) => act === 'second_factor_removed');
    expect(entry).toMatchObject({ by: null, about: { accountId: who.id } });
    await eventually(() =>
      membership.mailbox.mails(who.email).some(({ subject }) => subject === '两步登录已由平台关闭'),
    );
  });
});

describe('what is kept and told', () => {
  it('has its secret and its recovery codes nowhere in the database', async () => {
    const { who, secret, recoveryCodes } = await guarded();
    const all = await membership.mongo.connection.db?.collections();
    const stored = await Promise.all((all ?? []).map((one) => one.find().toArray()));
    const text = JSON.stringify(stored);
    expect(text).toContain(who.id);
    for (const hidden of [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))])
      expect(text).not.toContain(hidden);
  });
  it('tells of each act in the log and by a letter in the language of the account', async () => {
    const { who, code, recoveryCodes } = await guarded();
    await signIn(who, { code: recoveryCodes[0] ?? '' }).expect(201);
    await membership.post(who, `${PATH}/recovery-codes`, both(code(-1))).expect(201);
    await membership.post(who, `${PATH}/removal`, both(code())).expect(204);
    const own = (await acts(who)).filter((act) => /second_factor|recovery/.test(act));
    expect(own).toEqual([
      'second_factor_off',
      'recovery_codes_replaced',
      'recovery_code_used',
      'second_factor_on',
      'second_factor_begun',
    ]);
    const told = ['两步登录已关闭', '恢复码已更换', '有人用了一个恢复码', '两步登录已开启'];
    const mails = await eventually(() => {
      const found = membership.mailbox.mails(who.email);
      return told.every((subject) => found.some((mail) => mail.subject === subject)) && found;
    });
    expect(mails.every(({ text }) => !recoveryCodes.some((one) => text.includes(one)))).toBe(true);
    expect(mails[0]?.text).toContain('http://localhost:8080/account/log');
  });
});
