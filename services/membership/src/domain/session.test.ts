import { begin, DOUBLE_SUBMIT_GRACE_MS, judgeRefresh, rotated } from './session';

const nowMs = 1_000_000;
const life = { idleMs: 60_000, longestMs: 150_000 };
const fresh = begin({ id: 's', accountId: 'mei', tokenHash: 'first', device: 'a phone' }, nowMs, life);
const next = rotated(fresh, 'second', nowMs, life);

it('the current token is exchanged and lengthens the session', () => {
  expect(judgeRefresh(fresh, 'first', nowMs)).toBe('rotate');
  expect(rotated(fresh, 'second', nowMs + 5, life)).toMatchObject({
    tokenHash: 'second',
    previousHash: 'first',
    expiresAtMs: nowMs + 5 + life.idleMs,
  });
});
it('the token before is forgiven for a moment, then it is a theft', () => {
  expect(judgeRefresh(next, 'first', nowMs + DOUBLE_SUBMIT_GRACE_MS - 1)).toBe('double_submitted');
  expect(judgeRefresh(next, 'first', nowMs + DOUBLE_SUBMIT_GRACE_MS)).toBe('reused');
});
it('an older token is a theft at once', () => {
  expect(judgeRefresh(rotated(next, 'third', nowMs, life), 'first', nowMs)).toBe('reused');
});
it('a revoked session gives nothing, not even for the current token', () => {
  expect(judgeRefresh({ ...next, revokedAtMs: nowMs }, 'second', nowMs)).toBe('revoked');
});
it('an expired session has ended', () => {
  expect(judgeRefresh(fresh, 'first', fresh.expiresAtMs)).toBe('ended');
  expect(judgeRefresh(fresh, 'first', fresh.expiresAtMs - 1)).toBe('rotate');
});
it('a session ends at last, however often it is used', () => {
  const late = rotated(fresh, 'second', nowMs + 140_000, life);
  expect(late.expiresAtMs).toBe(nowMs + life.longestMs);
  expect(judgeRefresh(late, 'second', late.expiresAtMs)).toBe('ended');
});
it('keeps no more of what a device calls itself than a line', () => {
  const named = begin({ id: 's', accountId: 'mei', tokenHash: 'first', device: 'x'.repeat(10_000) }, nowMs, life);
  expect(named.device).toHaveLength(200);
});
