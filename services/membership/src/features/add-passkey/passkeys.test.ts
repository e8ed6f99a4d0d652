import { Secret, TOTP } from 'otpauth';
import { createAccounts } from '../../adapters/mongo/accounts';
import { createSecondFactors } from '../../adapters/mongo/second-factors';
import { type Authenticator, createAuthenticator, type Wrong } from '../../testing/authenticator';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';
import { createRemoveSecondFactor } from '../remove-second-factor/handler';

let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
beforeAll(async () => {
  membership = await membershipWithMailbox({ SIGN_IN_ATTEMPTS: 3, SIGN_IN_WINDOW_SECONDS: 3_600 });
});
afterAll(() => membership?.stop());

const FACTOR = '/accounts/me/second-factor';
const PASSKEYS = '/accounts/me/passkeys';
const begin = (who: SignedUp, more: object = {}) =>
  membership.post(who, '/accounts/me/passkey-challenges', { currentPassword: PASSWORD, ...more });
const shown = async (who: SignedUp) => (await membership.get(who, FACTOR).expect(200)).body;
const acts = async (who: SignedUp): Promise<string[]> =>
  (await membership.get(who, '/accounts/me/acts?limit=200').expect(200)).body.items.map(
    ({ act }: { act: string }) => act,
  );
const signIn = (who: SignedUp, more: object = {}) =>
  membership.http.post('/sessions').send({ email: who.email, password: PASSWORD, ...more });
const asked = async () => (await membership.http.post('/passkey-challenges').expect(201)).body;
const answer = (body: object) => membership.http.post('/sessions/passkey').send(body);
const signInBy = async (device: Authenticator, wrong: Wrong = {}) => answer(device.sign(await asked(), wrong));
const expire = () =>
  membership.mongo.connection.collection('passkey_challenges').updateMany({}, { $inc: { expiresAtMs: -300_000 } });

async function add(who: SignedUp, { device = createAuthenticator(), name = '手机', code = '' } = {}) {
  const { body } = await begin(who, code === '' ? {} : { code }).expect(201);
  const added = await membership.post(who, PASSKEYS, { name, ...device.make(body) }).expect(201);
  return { device, recoveryCodes: added.body.recoveryCodes as string[] };
}
/** Somebody with one passkey and nothing else. */
async function withPasskey() {
  const who = await membership.proven();
  return { who, ...(await add(who)) };
}
/** A code from a passkey, for one act of this sign-in. */
async function proofOf(who: SignedUp, device: Authenticator): Promise<string> {
  const { body } = await membership.post(who, '/accounts/me/passkey-proofs/challenge').expect(201);
  return (await membership.post(who, '/accounts/me/passkey-proofs', device.sign(body)).expect(201)).body.code;
}
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

describe('adding a passkey', () => {
  it('takes the password, is shown by its name, and brings ten recovery codes with the first factor', async () => {
    const who = await membership.proven();
    const other = await membership.signIn(who.email);
    expect(await shown(who)).toMatchObject({ isOn: false, hasAuthenticator: false, passkeys: [], takesPasskeys: true });
    const refused = await begin(who, { currentPassword: 'not the password' }).expect(403);
    expect(refused.body).toMatchObject({ code: 'wrong_credentials' });
    const { body } = await begin(who).expect(201);
    expect(body).toMatchObject({ rpId: 'localhost', userName: who.email, displayName: 'Mei', excludedIds: [] });
    expect(JSON.stringify(body)).not.toContain(PASSWORD);
    const { device, recoveryCodes } = await add(who);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await shown(who)).toMatchObject({
      isOn: true,
      onSince: expect.any(String),
      hasAuthenticator: false,
      recoveryCodesLeft: 10,
      passkeys: [{ id: expect.any(String), name: '手机', addedAt: expect.any(String), lastUsedAt: null }],
    });
    // Whoever was in by the password alone is out, and who added it is not.
    await membership.http.post('/sessions/refresh').set('Cookie', other.cookie).expect(401);
    await membership.http.post('/sessions/refresh').set('Cookie', who.cookie).expect(201);
    await (
      await signInBy(device)
    ).body;
    await eventually(() => membership.mailbox.mails(who.email).some(({ subject }) => subject === '账号添加了通行密钥'));
    expect((await acts(who)).filter((act) => act === 'passkey_added')).toHaveLength(1);
  });
  it('asks for a code where there is a factor, and takes the answer of a passkey for it', async () => {
    const { who, device } = await withPasskey();
    expect((await begin(who).expect(403)).body).toMatchObject({ code: 'second_factor_needed' });
    const second = await add(who, { name: 'Key', code: await proofOf(who, device) });
    expect(second.recoveryCodes).toEqual([]);
    expect((await shown(who)).passkeys.map(({ name }: { name: string }) => name)).toEqual(['手机', 'Key']);
    expect((await signInBy(second.device)).status).toBe(201);
    expect((await signInBy(device)).status).toBe(201);
  });
  it.each<[string, Wrong]>([
    ['another origin', { origin: 'http://localhost.example:8080' }],
    ['another port', { origin: 'http://localhost:8081' }],
    ['another name', { rpId: 'example.org' }],
    ['another kind of answer', { type: 'webauthn.get' }],
    ['nobody verified', { isVerified: false }],
  ])('refuses what was made with %s, and its challenge is used up', async (_what, wrong) => {
    const who = await membership.proven();
    const { body } = await begin(who).expect(201);
    const device = createAuthenticator();
    const made = await membership.post(who, PASSKEYS, { name: 'x', ...device.make(body, wrong) }).expect(403);
    expect(made.body).toMatchObject({ code: 'wrong_passkey' });
    await membership.post(who, PASSKEYS, { name: 'x', ...device.make(body) }).expect(409);
    expect(await shown(who)).toMatchObject({ isOn: false, passkeys: [] });
  });
  it('asks nobody who built an authenticator, and does not look at who says so all the same', async () => {
    const [who, asks] = [await membership.proven(), jest.spyOn(globalThis, 'fetch')];
    const { body } = await begin(who).expect(201);
    const made = createAuthenticator().make(body, { attestation: 'android-key' });
    await membership.post(who, PASSKEYS, { name: 'x', ...made }).expect(201);
    expect(asks).not.toHaveBeenCalled();
    asks.mockRestore();
  });
  it('takes a challenge once, within five minutes, of the account and the sign-in that asked', async () => {
    const [who, other] = [await membership.proven(), await membership.proven()];
    const elsewhere = await membership.signIn(who.email);
    const device = createAuthenticator();
    const refused = async (by: SignedUp, body: object) =>
      expect((await membership.post(by, PASSKEYS, { name: 'x', ...body }).expect(409)).body).toMatchObject({
        code: 'passkey_not_begun',
      });
    await refused(other, device.make((await begin(who).expect(201)).body));
    await refused(elsewhere, device.make((await begin(who).expect(201)).body));
    await refused(who, device.make({ ...(await begin(who).expect(201)).body, challenge: (await asked()).challenge }));
    await refused(who, device.make((await begin(who).expect(201)).body, { crossOrigin: true }));
    const late = device.make((await begin(who).expect(201)).body);
    await expire();
    await refused(who, late);
    const good = device.make((await begin(who).expect(201)).body);
    await membership.post(who, PASSKEYS, { name: 'x', ...good }).expect(201);
    await refused(who, good);
  });
  it('does not take one that was begun by the password alone, once there is a factor', async () => {
    const who = await membership.proven();
    const { body } = await begin(who).expect(201);
    await add(who);
    const late = await membership.post(who, PASSKEYS, { name: 'x', ...createAuthenticator().make(body) }).expect(409);
    expect(late.body).toMatchObject({ code: 'passkey_not_begun' });
    expect((await shown(who)).passkeys).toHaveLength(1);
  });
  it('ends an authenticator that was begun by the password alone, so that its code is worth nothing', async () => {
    const who = await membership.proven();
    const { secret } = (await membership.post(who, FACTOR, { currentPassword: PASSWORD }).expect(201)).body;
    await add(who);
    await membership.post(who, `${FACTOR}/confirmation`, { code: codeOf(secret) }).expect(409);
    expect((await signIn(who, { code: codeOf(secret) }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
    const again = await membership.post(who, FACTOR, { currentPassword: PASSWORD }).expect(403);
    expect(again.body).toMatchObject({ code: 'second_factor_needed' });
  });
  it('takes no code of an authenticator that is only begun beside a passkey', async () => {
    const { who, device, recoveryCodes } = await withPasskey();
    const code = await proofOf(who, device);
    const { secret } = (await membership.post(who, FACTOR, { currentPassword: PASSWORD, code }).expect(201)).body;
    expect((await signIn(who, { code: codeOf(secret) }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
    const first = await membership.post(who, `${FACTOR}/confirmation`, { code: codeOf(secret) }).expect(201);
    // Those of the passkey stay good.
    expect(first.body).toEqual({ recoveryCodes: [] });
    expect((await signIn(who).expect(401)).body).toMatchObject({ code: 'second_factor_needed' });
    await signIn(who, { code: recoveryCodes[0] }).expect(201);
  });
  it('ends at ten, also of two who add the tenth at once', async () => {
    const { who, device } = await withPasskey();
    const stored = membership.mongo.connection.collection<{ _id: string }>('second_factors');
    const more = Array.from({ length: 8 }, (_, n) => ({
      id: `${who.id}-${n}`,
      name: 'x',
      publicKey: 'x',
      counter: 0,
      addedAtMs: 1,
      lastUsedAtMs: null,
    }));
    const begun: Parameters<Authenticator['make']>[0][] = [];
    for (let times = 0; times < 2; times += 1)
      begun.push((await begin(who, { code: await proofOf(who, device) }).expect(201)).body);
    await stored.updateOne({ _id: who.id }, { $push: { passkeys: { $each: more } } } as object);
    const answers = await Promise.all(
      begun.map((body) => membership.post(who, PASSKEYS, { name: 'x', ...createAuthenticator().make(body) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await shown(who)).passkeys).toHaveLength(10);
    expect((await begin(who).expect(409)).body).toMatchObject({ code: 'too_many_passkeys' });
  });
  it('takes none twice', async () => {
    const { who } = await withPasskey();
    const [{ id }] = (await shown(who)).passkeys;
    const secondFactors = await createSecondFactors(membership.mongo);
    const same = { id, name: 'x', publicKey: 'x', counter: 0, addedAtMs: 1, lastUsedAtMs: null };
    expect(await secondFactors.addPasskey(who.id, same, null, {})).toBe(false);
    expect((await shown(who)).passkeys).toHaveLength(1);
  });
  it('takes none that calls itself as one of another account does', async () => {
    const [first, other] = [await withPasskey(), await membership.proven()];
    const [{ id }] = (await shown(first.who)).passkeys;
    const secondFactors = await createSecondFactors(membership.mongo);
    const same = { id, name: 'x', publicKey: 'x', counter: 0, addedAtMs: 1, lastUsedAtMs: null };
    expect(await secondFactors.addPasskey(other.id, same, [], {})).toBe(false);
    expect(await shown(other)).toMatchObject({ isOn: false, passkeys: [] });
  });
});

describe('signing in by a passkey', () => {
  it('takes no password, tells when it was used, and is in the log', async () => {
    const { who, device } = await withPasskey();
    const signedIn = await signInBy(device);
    expect([signedIn.status, signedIn.body.account?.id]).toEqual([201, who.id]);
    expect(signedIn.headers['set-cookie']).toHaveLength(2);
    expect((await shown(who)).passkeys[0].lastUsedAt).toEqual(expect.any(String));
    expect((await acts(who)).slice(0, 2).sort()).toEqual(['passkey_used', 'signed_in']);
  });
  it('is asked for where the password is shown alone; a recovery code does as well', async () => {
    const { who, recoveryCodes } = await withPasskey();
    const needed = await signIn(who).expect(401);
    expect(needed.body).toMatchObject({ code: 'passkey_needed' });
    expect(needed.headers['set-cookie']).toBeUndefined();
    expect((await signIn(who, { code: '123456' }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
    await signIn(who, { code: recoveryCodes[0] }).expect(201);
    expect((await signIn(who, { password: 'not this one' }).expect(401)).body).toMatchObject({
      code: 'wrong_credentials',
    });
  });
  it.each<[string, Wrong]>([
    ['another origin', { origin: 'http://localhost.example:8080' }],
    ['another name', { rpId: 'example.org' }],
    ['another kind of answer', { type: 'webauthn.create' }],
    ['nobody verified', { isVerified: false }],
    ['the counter of before', { counter: 1 }],
    ['no account', { userHandle: 'AAAA' }],
    ["another's page around ours", { crossOrigin: true }],
  ])('refuses an answer with %s', async (_what, wrong) => {
    const { device } = await withPasskey();
    const refused = await signInBy(device, wrong);
    expect([refused.status, refused.body.code]).toEqual([401, 'wrong_passkey']);
    expect(refused.headers['set-cookie']).toBeUndefined();
    expect((await signInBy(device)).status).toBe(201);
  });
  it('refuses a signature that another key has made', async () => {
    const [first, second] = [await withPasskey(), await withPasskey()];
    const challenge = await asked();
    const { id, userHandle } = first.device.sign(challenge);
    expect((await answer({ ...second.device.sign(challenge), id, userHandle })).status).toBe(401);
    const theirs = second.device.sign(await asked(), { userHandle: Buffer.from(first.who.id).toString('base64url') });
    expect((await answer(theirs)).status).toBe(401);
    await eventually(async () => (await acts(first.who)).includes('sign_in_failed'));
  });
  it('takes a challenge once, within five minutes, of its own kind, and none that is made up', async () => {
    const { who, device } = await withPasskey();
    const once = device.sign(await asked());
    const answers = await Promise.all([answer(once), answer(once)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    await answer(once).expect(401);
    const late = device.sign(await asked());
    await expire();
    await answer(late).expect(401);
    await signInBy(device, { challenge: 'A'.repeat(43) }).then(({ status }) => expect(status).toBe(401));
    const { body } = await membership.post(who, '/accounts/me/passkey-proofs/challenge').expect(201);
    await answer(device.sign(body)).expect(401);
    await answer({ ...device.sign(await asked()), clientDataJson: 'AAAA' }).expect(401);
  });
  it('tells a stranger of no account: neither what is asked nor a refusal says whether there is one', async () => {
    const { who, device } = await withPasskey();
    const without = await membership.proven();
    const { challenge, ...rest } = await asked();
    expect([challenge, rest]).toEqual([expect.any(String), { rpId: 'localhost', timeoutSeconds: 300 }]);
    const stranger = createAuthenticator();
    stranger.make((await begin(without).expect(201)).body);
    const handleOf = (id: string) => Buffer.from(id).toString('base64url');
    const refusals = [];
    for (const userHandle of [who.id, without.id, '00000000-0000-4000-8000-000000000000'].map(handleOf)) {
      const { status, body } = await answer(stranger.sign(await asked(), { userHandle }));
      refusals.push({ status, ...body, correlationId: '' });
    }
    const [first] = refusals;
    expect(first).toMatchObject({ status: 401, code: 'wrong_passkey' });
    expect(refusals).toEqual([first, first, first]);
    expect((await signInBy(device)).status).toBe(201);
  });
  it('of a copy is refused, noted, and told by a letter', async () => {
    const { who, device } = await withPasskey();
    for (let uses = 0; uses < 3; uses += 1) expect((await signInBy(device)).status).toBe(201);
    expect((await signInBy(device, { counter: 3 })).status).toBe(401);
    await eventually(async () => (await acts(who)).includes('passkey_copied'));
    await eventually(() =>
      membership.mailbox.mails(who.email).some(({ subject }) => subject === '你的通行密钥可能被复制了'),
    );
  });
  it('takes authenticators that do not count', async () => {
    const who = await membership.proven();
    const device = createAuthenticator();
    const { body } = await begin(who).expect(201);
    await membership.post(who, PASSKEYS, { name: 'x', ...device.make(body, { counter: 0 }) }).expect(201);
    for (let uses = 0; uses < 2; uses += 1) expect((await signInBy(device, { counter: 0 })).status).toBe(201);
    // No counter tells an answer that was heard from a new one: the challenge does.
    const once = device.sign(await asked(), { counter: 0 });
    const answers = await Promise.all([answer(once), answer(once)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    await answer(once).expect(401);
  });
  it('makes who guesses wait', async () => {
    const { device } = await withPasskey();
    const from = async (address: string, wrong: Wrong = {}) =>
      membership.http
        .post('/sessions/passkey')
        .set('X-Forwarded-For', address)
        .send(device.sign(await asked(), wrong));
    for (let tries = 0; tries < 90; tries += 1)
      expect((await from('203.0.113.9', { isVerified: false })).status).toBe(401);
    const refused = await from('203.0.113.9');
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_attempts']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await from('203.0.113.10')).status).toBe(201);
  });
  it('is begun six hundred times an hour from one address and no more', async () => {
    const from = (address: string) => membership.http.post('/passkey-challenges').set('X-Forwarded-For', address);
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const answers = await Promise.all(Array.from({ length: 30 }, () => from('203.0.113.20')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
    const refused = await from('203.0.113.20').expect(429);
    expect(refused.body).toMatchObject({ code: 'too_many_attempts' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await from('203.0.113.21').expect(201);
  });
});

describe('a passkey instead of a code', () => {
  it('is good once, within five minutes, for its own account and sign-in, and not to sign in', async () => {
    const { who, device } = await withPasskey();
    const replace = (by: SignedUp, code: string) =>
      membership.post(by, `${FACTOR}/recovery-codes`, { currentPassword: PASSWORD, code });
    const code = await proofOf(who, device);
    await replace(who, code).expect(201);
    expect((await replace(who, code).expect(403)).body).toMatchObject({ code: 'wrong_code' });
    const late = await proofOf(who, device);
    await expire();
    await replace(who, late).expect(403);
    const other = await withPasskey();
    await replace(other.who, await proofOf(who, device)).expect(403);
    await signIn(who, { code: await proofOf(who, device) }).expect(401);
    const { body } = await membership.post(who, '/accounts/me/passkey-proofs/challenge').expect(201);
    const theirs = await membership.post(who, '/accounts/me/passkey-proofs', other.device.sign(body)).expect(403);
    expect(theirs.body).toMatchObject({ code: 'wrong_passkey' });
  });
  it('makes who asks again and again without answering wait, and nobody else', async () => {
    const [{ who, device }, other] = [await withPasskey(), await withPasskey()];
    const beginProof = (by: SignedUp) => membership.post(by, '/accounts/me/passkey-proofs/challenge');
    const { body } = await beginProof(who).expect(201);
    const answered = await membership.post(who, '/accounts/me/passkey-proofs', device.sign(body)).expect(201);
    expect(answered.body.code).toEqual(expect.any(String));
    for (let tries = 0; tries < 3; tries += 1) await beginProof(who).expect(201);
    const refused = await beginProof(who).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await beginProof(other.who).expect(201);
  });
});

describe('removing a passkey', () => {
  const remove = (who: SignedUp, passkeyId: string, code: string) =>
    membership.post(who, `${PASSKEYS}/removal`, { currentPassword: PASSWORD, code, passkeyId });

  it('takes the password and a code; it signs nobody in then, and the password alone does where it was the last', async () => {
    const { who, device, recoveryCodes } = await withPasskey();
    const [{ id }] = (await shown(who)).passkeys;
    expect((await remove(who, id, '123456').expect(403)).body).toMatchObject({ code: 'wrong_code' });
    const byCode = { currentPassword: 'not this one', code: recoveryCodes[3], passkeyId: id };
    expect((await membership.post(who, `${PASSKEYS}/removal`, byCode).expect(403)).body).toMatchObject({
      code: 'wrong_credentials',
    });
    await remove(who, 'no-such', recoveryCodes[0] ?? '').expect(404);
    await remove(who, id, recoveryCodes[1] ?? '').expect(204);
    expect(await shown(who)).toMatchObject({ isOn: false, recoveryCodesLeft: 0, passkeys: [] });
    expect((await signInBy(device)).status).toBe(401);
    await signIn(who).expect(201);
    expect((await acts(who)).includes('passkey_removed')).toBe(true);
    await eventually(() => membership.mailbox.mails(who.email).some(({ subject }) => subject === '账号删除了通行密钥'));
    // As new: with the first factor come other recovery codes.
    expect((await add(who)).recoveryCodes).toHaveLength(10);
  });
  it('leaves an authenticator, and an authenticator that is turned off leaves passkeys', async () => {
    const { who, device, recoveryCodes } = await withPasskey();
    const code = await proofOf(who, device);
    const { secret } = (await membership.post(who, FACTOR, { currentPassword: PASSWORD, code }).expect(201)).body;
    await membership.post(who, `${FACTOR}/confirmation`, { code: codeOf(secret) }).expect(201);
    const off = { currentPassword: PASSWORD, code: await proofOf(who, device) };
    await membership.post(who, `${FACTOR}/removal`, off).expect(204);
    expect(await shown(who)).toMatchObject({ isOn: true, hasAuthenticator: false, recoveryCodesLeft: 10 });
    expect((await signIn(who).expect(401)).body).toMatchObject({ code: 'passkey_needed' });
    await signIn(who, { code: recoveryCodes[2] }).expect(201);
    expect((await signIn(who, { code: codeOf(secret) }).expect(401)).body).toMatchObject({ code: 'wrong_code' });
  });
  it('is done by whoever runs the platform for who has lost all', async () => {
    const { who, device } = await withPasskey();
    const removeAll = createRemoveSecondFactor({
      accounts: await createAccounts(membership.mongo),
      secondFactors: await createSecondFactors(membership.mongo),
      wallClock: { nowMs: () => Date.now() },
    });
    expect(await removeAll(who.email)).toBeNull();
    expect((await signInBy(device)).status).toBe(401);
    await signIn(who).expect(201);
  });
});

describe('what is kept', () => {
  const kept = async () => {
    const all = (await membership.mongo.connection.db?.collections()) ?? [];
    return JSON.stringify(await Promise.all(all.map((one) => one.find().toArray())));
  };
  it('is no challenge and no code of a passkey in clear', async () => {
    const { who, device } = await withPasskey();
    const { challenge } = await asked();
    const code = await proofOf(who, device);
    const text = await kept();
    expect(text).toContain(who.id);
    for (const hidden of [challenge, code]) expect(text).not.toContain(hidden);
  });
  it('is nothing of an erased account, whose passkey signs nobody in', async () => {
    const { who, device } = await withPasskey();
    const name = `of ${who.id}`;
    await add(who, { name, code: await proofOf(who, device) });
    const ids = (await shown(who)).passkeys.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(2);
    const code = await proofOf(who, device);
    await membership.post(who, '/accounts/me/erasure', { currentPassword: PASSWORD, code }).expect(200);
    const erasures = membership.mongo.connection.collection<{ _id: string; erasesAtMs: number }>('erasures');
    await erasures.updateOne({ _id: who.id }, { $set: { erasesAtMs: Date.now() - 1 } });
    for (const id of ids) expect(await kept()).toContain(id);
    membership.service.periodics.get('erase-accounts')?.nudge();
    await eventually(async () => [401, 404].includes((await membership.get(who, '/accounts/me')).status));
    const text = await kept();
    for (const gone of [...ids, name]) expect(text).not.toContain(gone);
    expect((await signInBy(device)).status).toBe(401);
  });
  it('is shown to the owner by names and times, without what checks an answer', async () => {
    const { who } = await withPasskey();
    const stored = membership.mongo.connection.collection<{ _id: string; passkeys: { publicKey: string }[] }>(
      'second_factors',
    );
    const { publicKey } = (await stored.findOne({ _id: who.id }))?.passkeys[0] ?? {};
    expect(publicKey).toEqual(expect.any(String));
    const [passkey] = (await shown(who)).passkeys;
    expect(Object.keys(passkey).sort()).toEqual(['addedAt', 'id', 'lastUsedAt', 'name']);
    expect(JSON.stringify(await shown(who))).not.toContain(publicKey);
  });
  it('is no passkey at an address that is a number', async () => {
    const numbered = await membershipWithMailbox({ PUBLIC_ORIGIN: 'http://127.0.0.1:8080' });
    try {
      const who = await numbered.proven();
      const refused = await numbered
        .post(who, '/accounts/me/passkey-challenges', { currentPassword: PASSWORD })
        .expect(409);
      expect(refused.body).toMatchObject({ code: 'passkeys_impossible' });
      expect((await numbered.http.post('/passkey-challenges').expect(409)).body).toMatchObject({
        code: 'passkeys_impossible',
      });
      expect((await numbered.get(who, FACTOR).expect(200)).body).toMatchObject({ takesPasskeys: false });
    } finally {
      await numbered.stop();
    }
  });
});
