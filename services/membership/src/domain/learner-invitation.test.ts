import { stateOfInvited } from './learner-invitation';

const NOW_MS = 1_000;

it.each([
  ['joined', { usedAtMs: null, expiresAtMs: NOW_MS }, true],
  ['opened', { usedAtMs: 1, expiresAtMs: NOW_MS }, false],
  ['waiting', { usedAtMs: null, expiresAtMs: NOW_MS + 1 }, false],
  ['expired', { usedAtMs: null, expiresAtMs: NOW_MS }, false],
] as const)('an invitation is %s', (state, invitation, isMember) => {
  expect(stateOfInvited(invitation, { isMember, nowMs: NOW_MS })).toBe(state);
});
