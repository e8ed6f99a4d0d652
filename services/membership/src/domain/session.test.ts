import { DOUBLE_SUBMIT_GRACE_MS, judgeRefresh, rotated, type Session } from './session';

const nowMs = 1_000_000;
const lifetimeMs = 60_000;
const fresh: Session = {
  id: 's',
  accountId: 'mei',
  tokenHash: 'first',
  previousHash: null,
  rotatedAtMs: nowMs,
  expiresAtMs: nowMs + lifetimeMs,
  revokedAtMs: null,
};
const next = rotated(fresh, 'second', { nowMs, lifetimeMs });

it('the current token is exchanged and lengthens the session', () => {
  expect(judgeRefresh(fresh, 'first', nowMs)).toBe('rotate');
  expect(rotated(fresh, 'second', { nowMs: nowMs + 5, lifetimeMs })).toMatchObject({
    tokenHash: 'second',
    previousHash: 'first',
    expiresAtMs: nowMs + 5 + lifetimeMs,
  });
});
it('the token before is forgiven for a moment, then it is a theft', () => {
  expect(judgeRefresh(next, 'first', nowMs + DOUBLE_SUBMIT_GRACE_MS - 1)).toBe('double_submitted');
  expect(judgeRefresh(next, 'first', nowMs + DOUBLE_SUBMIT_GRACE_MS)).toBe('reused');
});
it('an older token is a theft at once', () => {
  expect(judgeRefresh(rotated(next, 'third', { nowMs, lifetimeMs }), 'first', nowMs)).toBe('reused');
});
it('a revoked session gives nothing, not even for the current token', () => {
  expect(judgeRefresh({ ...next, revokedAtMs: nowMs }, 'second', nowMs)).toBe('reused');
});
it('an expired session has ended', () => {
  expect(judgeRefresh(fresh, 'first', fresh.expiresAtMs)).toBe('ended');
  expect(judgeRefresh(fresh, 'first', fresh.expiresAtMs - 1)).toBe('rotate');
});
