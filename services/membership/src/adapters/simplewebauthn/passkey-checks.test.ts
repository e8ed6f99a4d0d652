import { userHandleOf } from '../../domain/passkey';
import { createAuthenticator, type Wrong } from '../../testing/authenticator';
import { createPasskeyChecks } from './passkey-checks';

const CHALLENGE = 'c'.repeat(43);
const asked = (rpId: string) => ({ challenge: CHALLENGE, rpId, timeoutSeconds: 300 });
const begun = (rpId: string) => ({
  ...asked(rpId),
  userId: userHandleOf('mei'),
  userName: 'mei@example.org',
  displayName: 'Mei',
  algorithms: [-7],
  excludedIds: [],
});

/** Whether our checks take what a browser at `at` has made, and what it signs then. */
async function takes(publicOrigin: string, at: { origin: string; rpId: string }, wrong: Wrong = {}) {
  const checks = createPasskeyChecks(publicOrigin);
  const [ours, theirs] = [createAuthenticator(new URL(publicOrigin).origin), createAuthenticator(at.origin)];
  const made = await checks.made(CHALLENGE, theirs.make(begun(at.rpId), wrong));
  const known = await checks.made(CHALLENGE, ours.make(begun(checks.rpId ?? '')));
  if (known === null) throw new Error('our own was not taken');
  // By our key, as a page elsewhere would have an authenticator sign that did not look at whose page it is.
  const answer = ours.sign(asked(at.rpId), { origin: at.origin, ...wrong });
  return [made !== null, (await checks.signed(CHALLENGE, known, answer)) !== null];
}

const HTTPS = 'https://daka.example';
const LOCAL = 'http://localhost:8080';

it.each<[string, string, { origin: string; rpId: string }]>([
  ['our own over https', `${HTTPS}/`, { origin: HTTPS, rpId: 'daka.example' }],
  ['our own with a port', 'https://daka.example:8443', { origin: 'https://daka.example:8443', rpId: 'daka.example' }],
  ['our own at localhost', LOCAL, { origin: LOCAL, rpId: 'localhost' }],
])('takes %s', async (_what, publicOrigin, at) => {
  expect(await takes(publicOrigin, at)).toEqual([true, true]);
});

it.each<[string, string, { origin: string; rpId: string }]>([
  ['the same name without https', HTTPS, { origin: 'http://daka.example', rpId: 'daka.example' }],
  ['another port', HTTPS, { origin: 'https://daka.example:444', rpId: 'daka.example' }],
  ['a name below ours', HTTPS, { origin: 'https://learn.daka.example', rpId: 'daka.example' }],
  ['a name that begins like ours', HTTPS, { origin: 'https://daka.example.org', rpId: 'daka.example' }],
  ["another's name for its passkeys", HTTPS, { origin: HTTPS, rpId: 'daka.example.org' }],
  ['another port of localhost', LOCAL, { origin: 'http://localhost:8081', rpId: 'localhost' }],
])('refuses %s', async (_what, publicOrigin, at) => {
  expect(await takes(publicOrigin, at)).toEqual([false, false]);
});

it('refuses whoever was not verified, and a challenge that is not the one', async () => {
  const at = { origin: HTTPS, rpId: 'daka.example' };
  expect(await takes(HTTPS, at, { isVerified: false })).toEqual([false, false]);
  expect(await takes(HTTPS, at, { challenge: 'd'.repeat(43) })).toEqual([false, false]);
});

it('takes nothing at an address that is a number', async () => {
  const checks = createPasskeyChecks('http://127.0.0.1:8080');
  const device = createAuthenticator('http://127.0.0.1:8080');
  expect(await checks.made(CHALLENGE, device.make(begun('127.0.0.1')))).toBeNull();
  expect(await checks.signed(CHALLENGE, { id: 'x', publicKey: '' }, device.sign(asked('127.0.0.1')))).toBeNull();
});
