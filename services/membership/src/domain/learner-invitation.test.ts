import { inviteLearner, type KnownInvitation, nextLetterMs, stateOfInvited, writeAgain } from './learner-invitation';

const NOW_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const order = { id: 'i', cohortId: 'c', email: 'mei@example.org', name: 'Mei', invitedBy: 'o' };
const enrolUntilMs = 100 * DAY_MS;
const invited: KnownInvitation = { ...inviteLearner(order, { nowMs: NOW_MS, enrolUntilMs }), usedAtMs: null };
const at = (nowMs: number, isMember = false) => ({ nowMs, enrolUntilMs, isMember });

it.each([
  ['joined', { usedAtMs: null, withdrawnAtMs: null, expiresAtMs: NOW_MS }, true],
  ['opened', { usedAtMs: 1, withdrawnAtMs: null, expiresAtMs: NOW_MS }, false],
  ['waiting', { usedAtMs: null, withdrawnAtMs: null, expiresAtMs: NOW_MS + 1 }, false],
  ['withdrawn', { usedAtMs: null, withdrawnAtMs: 1, expiresAtMs: NOW_MS + 1 }, false],
  ['expired', { usedAtMs: null, withdrawnAtMs: 1, expiresAtMs: NOW_MS }, false],
] as const)('an invitation is %s', (state, invitation, isMember) => {
  expect(stateOfInvited(invitation, { isMember, nowMs: NOW_MS })).toBe(state);
});

describe('one more letter', () => {
  it('is written three times at most, a day apart, and counts thirty days anew while enrolment is open', () => {
    let known = invited;
    for (let letter = 2; letter <= 4; letter += 1) {
      const nextMs = known.writtenAtMs + DAY_MS;
      expect(nextLetterMs(known, at(nextMs))).toBe(nextMs);
      expect(writeAgain(known, at(nextMs - 1))).toMatchObject({ refused: 'too_soon', retryAfterSeconds: 1 });
      known = { ...known, ...writeAgain(known, at(nextMs)) };
      expect(known).toMatchObject({ letters: letter, writtenAtMs: nextMs, invitedAtMs: NOW_MS });
      expect(known.expiresAtMs).toBe(nextMs + 30 * DAY_MS);
    }
    const later = known.writtenAtMs + DAY_MS;
    expect(writeAgain(known, at(later))).toMatchObject({ refused: 'no_letter_left' });
    expect(nextLetterMs(known, at(later))).toBeNull();
    const soonOver = { ...at(NOW_MS + DAY_MS), enrolUntilMs: NOW_MS + 2 * DAY_MS };
    expect(writeAgain(invited, soonOver)).toMatchObject({ expiresAtMs: NOW_MS + 2 * DAY_MS });
  });

  it('takes a withdrawal back, and withdrawing makes none come sooner', () => {
    const withdrawn = { ...invited, withdrawnAtMs: NOW_MS + HOUR_MS };
    expect(writeAgain(withdrawn, at(NOW_MS + 2 * HOUR_MS))).toMatchObject({
      refused: 'too_soon',
      retryAfterSeconds: (22 * HOUR_MS) / 1_000,
    });
    expect(writeAgain(withdrawn, at(NOW_MS + DAY_MS))).toMatchObject({ withdrawnAtMs: null, letters: 2 });
    expect(nextLetterMs(withdrawn, at(NOW_MS + HOUR_MS))).toBe(NOW_MS + DAY_MS);
  });

  it.each([
    ['is_a_member', invited, at(NOW_MS + DAY_MS, true)],
    ['already_opened', { ...invited, usedAtMs: NOW_MS }, at(NOW_MS + DAY_MS)],
    ['invitation_ended', invited, at(invited.expiresAtMs)],
  ] as const)('is refused: %s', (refused, invitation, about) => {
    expect(writeAgain(invitation, about)).toMatchObject({ refused });
    expect(nextLetterMs(invitation, about)).toBeNull();
  });
});
