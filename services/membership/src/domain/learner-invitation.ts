import { refuse, type Refused } from '@daka/contracts';
import type { Letter } from './letter';

/** A letter to somebody whom a cohort would like as a learner. It gives no seat and no right: whoever comes applies, accepts and pays like everybody. */
export interface LearnerInvitation {
  id: string;
  cohortId: string;
  email: string;
  /** What the staff called them. */
  name: string;
  invitedBy: string;
  invitedAtMs: number;
  /** From then on its link opens nothing, and they may be invited again. */
  expiresAtMs: number;
  /** Letters that were written of it, the first one too, and when the last one was. */
  letters: number;
  writtenAtMs: number;
  /** Its link opens nothing; null: it does. */
  withdrawnAtMs: number | null;
}

/** Null: nobody used its link yet. */
export type KnownInvitation = LearnerInvitation & { usedAtMs: number | null };

export type LearnerLetter = Pick<Letter, 'id' | 'tokenHash' | 'sealed'>;

const DAY_MS = 86_400_000;
const VALID_MS = 30 * DAY_MS;
/** Whoever does not answer is not written to for ever, nor often: the first letter, and three more, a day apart. */
const MOST_LETTERS = 4;
const LETTERS_APART_MS = DAY_MS;

interface Times {
  nowMs: number;
  enrolUntilMs: number;
}

/** Good for thirty days, and no longer than somebody may apply. */
export function inviteLearner(
  order: Pick<LearnerInvitation, 'id' | 'cohortId' | 'email' | 'name' | 'invitedBy'>,
  times: Times,
): LearnerInvitation {
  const { nowMs } = times;
  return { ...order, invitedAtMs: nowMs, ...written(1, times), withdrawnAtMs: null };
}

type NoLetter = Refused<'already_opened' | 'is_a_member' | 'invitation_ended' | 'no_letter_left' | 'too_soon'>;

/** One more letter, whose link takes the place of the one before; who withdrew it takes that back so. What was asked before counts, so that withdrawing and inviting again is no way round. */
export function writeAgain(
  { usedAtMs, ...invitation }: KnownInvitation,
  { isMember, ...times }: Times & { isMember: boolean },
): NoLetter | LearnerInvitation {
  const { nowMs } = times;
  if (isMember) return refuse('is_a_member');
  if (usedAtMs !== null) return refuse('already_opened', 'They used the link, and know where the class is.');
  if (nowMs >= invitation.expiresAtMs) return refuse('invitation_ended', 'It expired: put them on a list again.');
  if (invitation.letters >= MOST_LETTERS)
    return refuse('no_letter_left', `an invitation has at most ${MOST_LETTERS} letters`);
  const waitMs = invitation.writtenAtMs + LETTERS_APART_MS - nowMs;
  if (waitMs > 0)
    return refuse('too_soon', 'at most one letter a day', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
  return { ...invitation, ...written(invitation.letters + 1, times), withdrawnAtMs: null };
}

/** From when on one more letter may be written; null: none may. */
export function nextLetterMs(invitation: KnownInvitation, about: { isMember: boolean; nowMs: number }): number | null {
  const state = stateOfInvited(invitation, about);
  const isOpen = state === 'waiting' || state === 'withdrawn';
  return isOpen && invitation.letters < MOST_LETTERS ? invitation.writtenAtMs + LETTERS_APART_MS : null;
}

/** What became of an invitation, as those who run the class are told. */
export function stateOfInvited(
  { usedAtMs, withdrawnAtMs, expiresAtMs }: Pick<KnownInvitation, 'usedAtMs' | 'withdrawnAtMs' | 'expiresAtMs'>,
  { isMember, nowMs }: { isMember: boolean; nowMs: number },
): 'joined' | 'opened' | 'waiting' | 'withdrawn' | 'expired' {
  if (isMember) return 'joined';
  if (usedAtMs !== null) return 'opened';
  if (nowMs >= expiresAtMs) return 'expired';
  return withdrawnAtMs === null ? 'waiting' : 'withdrawn';
}

function written(letters: number, { nowMs, enrolUntilMs }: Times) {
  return { letters, writtenAtMs: nowMs, expiresAtMs: Math.min(nowMs + VALID_MS, enrolUntilMs) };
}
