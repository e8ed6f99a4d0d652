import { ERASURE_WAIT_MS } from '../../domain/erasure';
import { membershipWithMailbox, PASSWORD, type SignedUp } from '../../testing/letters';
import { eventually } from '../../testing/membership';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
beforeAll(async () => {
  membership = await membershipWithMailbox();
}, 120_000);
afterAll(() => membership?.stop());

const PATH = '/accounts/me/erasure';
const ask = (person: SignedUp, body: object = { currentPassword: PASSWORD }) => membership.post(person, PATH, body);
const shown = async (person: SignedUp) => (await membership.get(person, PATH).expect(200)).body.erasesAt;
const nudge = () => membership.service.periodics.get('erase-accounts')?.nudge();
async function published(owner: SignedUp): Promise<string> {
  const { body } = await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201);
  return membership.cohortOf(owner, body.id);
}
/** As if the week were over. */
async function weekLater(person: SignedUp): Promise<void> {
  const erasures = membership.mongo.connection.collection<{ _id: string; erasesAtMs: number }>('erasures');
  const { modifiedCount } = await erasures.updateOne({ _id: person.id }, { $set: { erasesAtMs: Date.now() - 1 } });
  expect(modifiedCount).toBe(1);
  nudge();
}
/** Every document of the database that holds one of these words. */
async function documentsWith(words: readonly string[]): Promise<string[]> {
  const { db } = membership.mongo.connection;
  const found: string[] = [];
  for (const { collectionName } of (await db?.collections()) ?? [])
    for await (const document of membership.mongo.connection.collection(collectionName).find()) {
      const text = JSON.stringify(document);
      if (words.some((word) => text.includes(word))) found.push(`${collectionName} ${text}`);
    }
  return found;
}

it('takes the password, waits a week, and can be taken back', async () => {
  const mei = await membership.proven();
  expect(await shown(mei)).toBeNull();
  const wrong = await ask(mei, { currentPassword: 'not the password' }).expect(403);
  expect(wrong.body.code).toBe('wrong_credentials');
  expect(await shown(mei)).toBeNull();

  const askedAtMs = Date.now();
  const { erasesAt } = (await ask(mei).expect(200)).body;
  expect(Date.parse(erasesAt) - askedAtMs - ERASURE_WAIT_MS).toBeGreaterThanOrEqual(0);
  expect(Date.parse(erasesAt) - askedAtMs - ERASURE_WAIT_MS).toBeLessThan(60_000);
  expect((await ask(mei).expect(200)).body.erasesAt).toBe(erasesAt);
  const mails = () => membership.mailbox.mails(mei.email).filter(({ text }) => text.includes('注销'));
  await eventually(() => mails().length > 0);
  expect(mails()).toHaveLength(1);
  nudge();
  await membership.http.delete(PATH).set('Authorization', mei.authorization).expect(204);
  await membership.http.delete(PATH).set('Authorization', mei.authorization).expect(204);
  expect(await shown(mei)).toBeNull();
  const acts = (await membership.get(mei, '/accounts/me/acts').expect(200)).body.items as { act: string }[];
  expect(acts.map(({ act }) => act).filter((act) => act.startsWith('erasure_'))).toEqual([
    'erasure_taken_back',
    'erasure_asked',
  ]);
});

it('is refused while money may still move: of their own, or of the members of a cohort of theirs', async () => {
  const owner = await membership.proven();
  const cohortId = await published(owner);
  expect((await ask(owner).expect(409)).body.code).toBe('cohorts_open');
  const mei = await membership.proven();
  await membership.seated(cohortId, mei);
  expect((await ask(mei).expect(409)).body.code).toBe('enrolments_open');
  expect([await shown(owner), await shown(mei)]).toEqual([null, null]);
});

it('waits for what was joined meanwhile, and then leaves nothing that tells who it was', async () => {
  const cohortId = await published(await membership.proven());
  const mei = await membership.proven();
  const name = 'Mei Lin of the Letters';
  await membership.http
    .patch('/accounts/me')
    .set('Authorization', mei.authorization)
    .send({ displayName: name })
    .expect(200);
  // Somebody tries to sign up with the address: what they called themselves waits beside it for a day.
  const again = { email: mei.email, password: PASSWORD, displayName: name, timeZone: 'UTC' };
  await membership.http.post('/accounts').send(again).expect(202);
  await ask(mei).expect(200);
  const { enrolmentId } = await membership.seated(cohortId, mei);
  await weekLater(mei);
  await eventually(async () => Date.parse(await shown(mei)) > Date.now());
  await membership.me(mei);

  await membership.post(mei, `/enrolments/${enrolmentId}/withdrawal`).expect(200);
  await weekLater(mei);
  const told = await membership.published(enrolmentId, 'membership.enrolment-erased.v1');
  expect(told.data).toMatchObject({ enrolmentId, cohortId });
  await eventually(async () => [401, 404].includes((await membership.get(mei, '/accounts/me')).status));
  expect(await documentsWith([mei.email, name])).toEqual([]);
  await membership.http.post('/sessions/refresh').set('Cookie', mei.cookie).expect(401);
  // Where the token would still count, at the other services, it is known to be over; whose it was is not.
  const [sessionId = ''] = mei.cookie.replace('daka_refresh=', '').split('.');
  expect((await membership.http.get('/sessions/revoked').expect(200)).body.items).toContain(sessionId);
  expect(await documentsWith([`"accountId":"${mei.id}","tokenHash`])).toEqual([]);
  const credentials = { email: mei.email, password: PASSWORD };
  expect((await membership.http.post('/sessions').send(credentials).expect(401)).body.code).toBe('wrong_credentials');
});

it('of an account with two-step sign-in takes a code too', async () => {
  const mei = await membership.proven();
  const isOn = { sealed: 'sealed', begunAtMs: 1, onSinceMs: 1, lastStep: 0, recoveryHashes: [] };
  const factors = membership.mongo.connection.collection<typeof isOn & { _id: string }>('second_factors');
  await factors.insertOne({ _id: mei.id, ...isOn });
  expect((await ask(mei).expect(403)).body.code).toBe('second_factor_needed');
  const wrong = await ask(mei, { currentPassword: PASSWORD, code: 'aaaa-bbbb-cccc-dddd' }).expect(403);
  expect(wrong.body.code).toBe('wrong_code');
  expect(await shown(mei)).toBeNull();
});
