import { isGivenUp, isTooSoon, nextAttemptMs, writeLetter } from './letter';

const fresh = { id: 'l1', tokenHash: 'hash', sealed: 'sealed' };

it('a link is good for a day where it proves an address, for an hour where it resets a password', () => {
  expect(writeLetter('prove_email', fresh, 1_000).expiresAtMs).toBe(1_000 + 86_400_000);
  expect(writeLetter('reset_password', fresh, 1_000).expiresAtMs).toBe(1_000 + 3_600_000);
});
it('is tried again after waits that grow up to an hour, so many times, and while its link is good', () => {
  expect([1, 2, 3, 8, 12].map((attempt) => nextAttemptMs(attempt, 0))).toEqual([
    30_000, 60_000, 120_000, 3_600_000, 3_600_000,
  ]);
  const letter = writeLetter('reset_password', fresh, 0);
  expect(isGivenUp({ ...letter, attempts: 11 }, 3_599_999)).toBe(false);
  expect(isGivenUp({ ...letter, attempts: 12 }, 1)).toBe(true);
  expect(isGivenUp(letter, 3_600_000)).toBe(true);
});
it('follows another one only after five minutes', () => {
  expect(isTooSoon(null, 0)).toBe(false);
  expect(isTooSoon({ writtenAtMs: 0 }, 299_999)).toBe(true);
  expect(isTooSoon({ writtenAtMs: 0 }, 300_000)).toBe(false);
});
