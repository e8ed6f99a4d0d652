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
}

export type LearnerLetter = Pick<Letter, 'id' | 'tokenHash' | 'sealed'>;

const VALID_MS = 30 * 86_400_000;

/** Good for thirty days, and no longer than somebody may apply. */
export function inviteLearner(
  order: Omit<LearnerInvitation, 'invitedAtMs' | 'expiresAtMs'>,
  { nowMs, enrolUntilMs }: { nowMs: number; enrolUntilMs: number },
): LearnerInvitation {
  return { ...order, invitedAtMs: nowMs, expiresAtMs: Math.min(nowMs + VALID_MS, enrolUntilMs) };
}

/** What became of an invitation, as those who run the class are told. */
export function stateOfInvited(
  { usedAtMs, expiresAtMs }: Pick<LearnerInvitation, 'expiresAtMs'> & { usedAtMs: number | null },
  { isMember, nowMs }: { isMember: boolean; nowMs: number },
): 'joined' | 'opened' | 'waiting' | 'expired' {
  if (isMember) return 'joined';
  if (usedAtMs !== null) return 'opened';
  return nowMs < expiresAtMs ? 'waiting' : 'expired';
}
