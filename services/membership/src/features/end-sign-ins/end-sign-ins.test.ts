import { createAccounts } from '../../adapters/mongo/accounts';
import { createSessions } from '../../adapters/mongo/sessions';
import { membershipWithMailbox, type SignedUp } from '../../testing/letters';
import { createEndSignIns } from './handler';

let membership: Awaited<ReturnType<typeof membershipWithMailbox>>;
let endSignIns: ReturnType<typeof createEndSignIns>;
beforeAll(async () => {
  membership = await membershipWithMailbox();
  const [accounts, sessions] = [await createAccounts(membership.mongo), await createSessions(membership.mongo)];
  endSignIns = createEndSignIns({ accounts, sessions, wallClock: { nowMs: () => Date.now() } });
});
afterAll(() => membership?.stop());

const refresh = async ({ cookie }: Pick<SignedUp, 'cookie'>) =>
  (await membership.http.post('/sessions/refresh').set('Cookie', cookie)).status;
const endsOf = async (who: SignedUp) =>
  (await membership.get(who, '/accounts/me/acts').expect(200)).body.items.filter(
    ({ act }: { act: string }) => act === 'sign_ins_ended',
  );

it('ends all sign-ins of one account, and nobody is kept from signing in again', async () => {
  const [who, other] = [await membership.proven(), await membership.proven()];
  const second = await membership.signIn(who.email);
  expect(await endSignIns('nobody@example.org')).toMatchObject({ refused: 'not_found' });
  expect(await endSignIns(who.email)).toBe(2);
  expect([await refresh(who), await refresh(second), await refresh(other)]).toEqual([401, 401, 201]);
  const again = await membership.signIn(who.email);
  expect(await endsOf(again)).toEqual([
    expect.objectContaining({ by: null, about: expect.objectContaining({ accountId: who.id }) }),
  ]);
  expect(await refresh(again)).toBe(201);
});

it("ends everybody's, each once, and finds none the second time", async () => {
  const people = await Promise.all([membership.proven(), membership.proven(), membership.proven()]);
  await membership.signIn(people[0].email);
  expect(await endSignIns(null)).toBeGreaterThanOrEqual(4);
  for (const one of people) expect(await refresh(one)).toBe(401);
  expect(await endSignIns(null)).toBe(0);
  for (const one of people) expect(await endsOf(await membership.signIn(one.email))).toHaveLength(1);
});
