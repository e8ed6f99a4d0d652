import { accountOf, challengeOf, isCopy, rpIdOf, userHandleOf } from './passkey';

it.each([
  ['https://daka.example', 'daka.example'],
  ['https://learn.daka.example:8443', 'learn.daka.example'],
  ['http://localhost:8080', 'localhost'],
  ['http://daka.example', null],
  ['http://127.0.0.1:8080', null],
  ['https://192.0.2.7', null],
  ['https://[2001:db8::1]', null],
])('passkeys at %s belong to %s', (origin, name) => {
  expect(rpIdOf(origin)).toBe(name);
});

const said = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
it('reads a challenge where there is one', () => {
  expect(challengeOf(said({ challenge: 'abc' }))).toBe('abc');
  expect(challengeOf(said({ challenge: 'abc', crossOrigin: false }))).toBe('abc');
  expect(challengeOf(said({ challenge: 'abc', crossOrigin: true }))).toBeNull();
  for (const none of [said({ challenge: { $ne: null } }), said({}), said(null), said('challenge'), 'no json', ''])
    expect(challengeOf(none)).toBeNull();
});

it('names an account to an authenticator, and takes back nothing else', () => {
  const id = '0b7ff0bc-5ac8-4d1d-8b1f-6a1d1c1f3a55';
  expect(accountOf(userHandleOf(id))).toBe(id);
  expect(accountOf(`${userHandleOf(id)}=`)).toBeNull();
  expect(accountOf('__79')).toBeNull();
});

it.each([
  [0, 0, false],
  [0, 1, false],
  [7, 8, false],
  [7, 7, true],
  [7, 6, true],
  [7, 0, true],
])('after %d uses, one that says %d is a copy: %s', (before, signed, expected) => {
  expect(isCopy(before, signed)).toBe(expected);
});
