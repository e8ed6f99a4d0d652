import { decode } from 'jsonwebtoken';
import { Secret, TOTP } from 'otpauth';
import { createAuthenticator } from '../../testing/authenticator';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';

let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
beforeAll(async () => {
  membership = await membershipWithMailbox();
});
afterAll(() => membership?.stop());

const FACTOR = '/accounts/me/second-factor';

/** Turns two-step sign-in on; shows a fresh recovery code at each call. */
async function withFactor(who: SignedUp): Promise<() => string> {
  const { secret } = (await membership.post(who, FACTOR, { currentPassword: PASSWORD }).expect(201)).body;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { recoveryCodes } = (await membership.post(who, `${FACTOR}/confirmation`, { code }).expect(201)).body;
  return () => recoveryCodes.pop() as string;
}
const requireIt = (
  owner: SignedUp,
  organisationId: string,
  code: string,
  isRequired = true,
  currentPassword = PASSWORD,
) => membership.post(owner, `/organisations/${organisationId}/second-factor`, { isRequired, currentPassword, code });
/** As a browser does it when its token is over. */
async function refreshed(who: SignedUp): Promise<SignedUp> {
  const answer = await membership.http.post('/sessions/refresh').set('Cookie', who.cookie).expect(201);
  const [cookie = ''] = answer.get('Set-Cookie') ?? [];
  const { accessToken, expiresInSeconds } = answer.body as { accessToken: string; expiresInSeconds: number };
  expect(expiresInSeconds).toBe(waitsOf(accessToken) ? 60 : 600);
  return { ...who, cookie: cookie.split(';')[0] ?? '', authorization: `Bearer ${accessToken}` };
}
const waitsOf = (token: string) => (decode(token) as { waits?: string[] }).waits;

async function founded(owner: SignedUp) {
  const { body } = await membership.post(owner, '/organisations', { name: 'Daily Letters' }).expect(201);
  expect(body).toMatchObject({ requiresSecondFactor: false });
  return { organisationId: body.id as string, cohortId: await membership.cohortOf(owner, body.id) };
}
async function invited(owner: SignedUp, cohortId: string, email: string): Promise<string> {
  const invitation = { email, role: 'class_head' };
  return (await membership.post(owner, `/cohorts/${cohortId}/invitations`, invitation).expect(201)).body.id;
}
const accept = (who: SignedUp, id: string) => membership.post(who, `/invitations/${id}/acceptance`);
async function headOf(owner: SignedUp, cohortId: string): Promise<SignedUp> {
  const head = await membership.proven();
  await accept(head, await invited(owner, cohortId, head.email)).expect(200);
  return head;
}

describe('a second factor that an organisation requires of its staff', () => {
  it('keeps who has none from all of their work there, and from nothing else, until they have one', async () => {
    const owner = await membership.proven();
    const { organisationId, cohortId } = await founded(owner);
    const elsewhere = await founded(await membership.proven());
    const code = await withFactor(owner);
    let head = await headOf(owner, cohortId);
    await requireIt(owner, organisationId, code()).expect(200);

    head = await refreshed(head);
    for (const path of [
      `/cohorts/${cohortId}/members`,
      `/cohorts/${cohortId}/staff`,
      `/cohorts/${cohortId}/passphrase`,
    ])
      expect((await membership.get(head, path).expect(403)).body).toMatchObject({ code: 'second_factor_required' });
    const own = await membership.post(head, '/organisations', { name: 'Mine' }).expect(201);
    await membership.get(head, `/organisations/${own.body.id}/cohorts`).expect(200);
    await membership.get(head, `/cohorts/${elsewhere.cohortId}/members`).expect(404);
    await membership.me(head);
    expect((await membership.get(head, '/accounts/me/roles').expect(200)).body.items).toMatchObject([{ cohortId }]);
    expect((await membership.get(head, FACTOR).expect(200)).body).toMatchObject({
      isOn: false,
      requiredBy: [{ id: organisationId, name: 'Daily Letters' }],
    });
    // Signed in anew it is the same.
    const again = await membership.signIn(head.email);
    await membership.get(again, `/cohorts/${cohortId}/members`).expect(403);

    await withFactor(head);
    head = await refreshed(head);
    await membership.get(head, `/cohorts/${cohortId}/members`).expect(200);
    await membership.get(await refreshed(owner), `/cohorts/${cohortId}/members`).expect(200);
  });
  it('hides a draft from who has none', async () => {
    const owner = await membership.proven();
    const { organisationId } = await founded(owner);
    const draft = await membership.post(owner, `/organisations/${organisationId}/cohorts`, { title: 'Later' });
    const code = await withFactor(owner);
    let head = await headOf(owner, draft.body.id);
    await membership.get(head, `/cohorts/${draft.body.id}`).expect(200);
    await requireIt(owner, organisationId, code()).expect(200);
    head = await refreshed(head);
    await membership.get(head, `/cohorts/${draft.body.id}`).expect(404);
    await membership.get(head, `/cohorts/${draft.body.id}/earlier`).expect(404);
  });
  it('lets nobody accept a role without one', async () => {
    const owner = await membership.proven();
    const { organisationId, cohortId } = await founded(owner);
    await requireIt(owner, organisationId, (await withFactor(owner))()).expect(200);
    const head = await membership.proven();
    const id = await invited(owner, cohortId, head.email);
    expect((await accept(head, id).expect(403)).body).toMatchObject({ code: 'second_factor_required' });
    await withFactor(head);
    await accept(head, id).expect(200);
    await membership.get(head, `/cohorts/${cohortId}/members`).expect(200);
  });
  it('is a passkey alone as well: its owner is let through, and no more once it is removed', async () => {
    const owner = await membership.proven();
    const { organisationId, cohortId } = await founded(owner);
    await requireIt(owner, organisationId, (await withFactor(owner))()).expect(200);
    let head = await membership.proven();
    const id = await invited(owner, cohortId, head.email);
    const begun = await membership.post(head, '/accounts/me/passkey-challenges', { currentPassword: PASSWORD });
    const made = { name: 'Key', ...createAuthenticator().make(begun.body) };
    const { recoveryCodes } = (await membership.post(head, '/accounts/me/passkeys', made).expect(201)).body;
    await accept(head, id).expect(200);
    head = await refreshed(head);
    expect(waitsOf(head.authorization.slice('Bearer '.length))).toBeUndefined();
    await membership.get(head, `/cohorts/${cohortId}/members`).expect(200);

    const removal = { currentPassword: PASSWORD, code: recoveryCodes[0], passkeyId: made.id };
    await membership.post(head, '/accounts/me/passkeys/removal', removal).expect(204);
    head = await refreshed(head);
    const refused = await membership.get(head, `/cohorts/${cohortId}/members`).expect(403);
    expect(refused.body).toMatchObject({ code: 'second_factor_required' });
  });
  it('is required by an owner who has one, shows it and knows the password, and by nobody else', async () => {
    const owner = await membership.proven();
    const { organisationId, cohortId } = await founded(owner);
    const head = await headOf(owner, cohortId);
    expect((await requireIt(owner, organisationId, '123456').expect(409)).body).toMatchObject({
      code: 'second_factor_off',
    });
    const code = await withFactor(owner);
    expect((await requireIt(owner, organisationId, code(), true, 'not this one').expect(403)).body).toMatchObject({
      code: 'wrong_credentials',
    });
    expect((await requireIt(owner, organisationId, '123456').expect(403)).body).toMatchObject({ code: 'wrong_code' });
    await requireIt(head, organisationId, code()).expect(404);
    const list = async () => (await membership.get(owner, '/organisations').expect(200)).body.items;
    expect(await list()).toMatchObject([{ requiresSecondFactor: false }]);
    await requireIt(owner, organisationId, code()).expect(200);
    expect(await list()).toMatchObject([{ requiresSecondFactor: true }]);
  });
  it('is required of its owner too: who turns their own off does nothing there before it is on again', async () => {
    let owner = await membership.proven();
    const { organisationId } = await founded(owner);
    const code = await withFactor(owner);
    await requireIt(owner, organisationId, code()).expect(200);
    await membership.post(owner, `${FACTOR}/removal`, { currentPassword: PASSWORD, code: code() }).expect(204);
    owner = await refreshed(owner);
    expect((await requireIt(owner, organisationId, '123456', false).expect(403)).body).toMatchObject({
      code: 'second_factor_required',
    });
    await membership.get(owner, `/organisations/${organisationId}/cohorts`).expect(403);
    const again = await withFactor(owner);
    owner = await refreshed(owner);
    await requireIt(owner, organisationId, again(), false).expect(200);
  });
  it('is in the log of the organisation, once each time that it changes', async () => {
    const owner = await membership.proven();
    const { organisationId } = await founded(owner);
    const code = await withFactor(owner);
    for (const isRequired of [true, true, false])
      await requireIt(owner, organisationId, code(), isRequired).expect(200);
    const { items } = (await membership.get(owner, `/organisations/${organisationId}/acts`).expect(200)).body;
    const acts = items.map(({ act }: { act: string }) => act).filter((act: string) => act.startsWith('staff_factor'));
    expect(acts).toEqual(['staff_factor_not_required', 'staff_factor_required']);
  });
});
