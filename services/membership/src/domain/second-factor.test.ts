import { hasAuthenticator, isBegun, isOn, onSinceMs, readCode, writtenOut } from './second-factor';

const factor = {
  accountId: 'mei',
  sealed: '',
  begunAtMs: 1_000,
  onSinceMs: null,
  lastStep: 0,
  recoveryHashes: [],
  passkeys: [],
};
const passkey = { id: 'a', name: 'Phone', publicKey: '', counter: 0, addedAtMs: 3_000, lastUsedAtMs: null };
const HOUR_MS = 3_600_000;

it('is on once it was confirmed, and waits for that for an hour', () => {
  expect([isOn(null), isOn(factor), isOn({ ...factor, onSinceMs: 2_000 })]).toEqual([false, false, true]);
  expect([isBegun(null, 1_000), isBegun(factor, 999 + HOUR_MS), isBegun(factor, 1_000 + HOUR_MS)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(isBegun({ ...factor, onSinceMs: 2_000 }, 2_000)).toBe(false);
});

it('is on by a passkey as well, without an authenticator, since the first of both', () => {
  const byPasskey = { ...factor, sealed: null, passkeys: [passkey] };
  expect([isOn(byPasskey), hasAuthenticator(byPasskey), isBegun(byPasskey, 1_000)]).toEqual([true, false, false]);
  expect([onSinceMs(byPasskey), onSinceMs({ ...byPasskey, onSinceMs: 2_000 })]).toEqual([3_000, 2_000]);
});

const RECOVERY = '0123456789abcdefghjkmnpq';
it.each([
  ['123456', 'authenticator', '123456'],
  [' 123 456 ', 'authenticator', '123456'],
  ['１２３　４５６', 'authenticator', '123456'],
  [writtenOut(RECOVERY), 'recovery', RECOVERY],
  [RECOVERY.toUpperCase(), 'recovery', RECOVERY],
  ['o123–4567–89AB–CDEF–GHJK–MNPQ', 'recovery', RECOVERY],
  ['oi23 4567 89ab cdef ghjk mnpq', 'recovery', RECOVERY],
  ['Aa0-'.repeat(10) + 'xyz', 'passkey', 'Aa0-'.repeat(10) + 'xyz'],
])('reads %j as a code of %s', (typed, kind, code) => {
  expect(readCode(typed)).toEqual({ kind, code });
});
it.each(['', '12345', '1234567', RECOVERY.slice(1), `${RECOVERY}0`, RECOVERY.replace('q', 'u'), '12345６7'])(
  'reads %j as no code',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);

it('writes a recovery code in groups of four', () => {
  expect(writtenOut(RECOVERY)).toBe('0123-4567-89ab-cdef-ghjk-mnpq');
});
