import type { StaffRole } from '@daka/contracts';

/** An offer of a role to whoever has an address. Nobody is asked, and the owner not told, whether there is an account with it. */
export interface Invitation {
  id: string;
  cohortId: string;
  email: string;
  role: Exclude<StaffRole, 'owner'>;
  invitedBy: string;
  invitedAtMs: number;
  /** From then on it means nothing any more. */
  expiresAtMs: number;
  /** `taken`: accepted, while the role may not have begun yet; accepting once more finishes it. */
  status: 'open' | 'taken' | 'accepted' | 'withdrawn' | 'declined';
}

const VALID_MS = 14 * 86_400_000;
/** Open ones of a cohort, so that its list stays one page. */
export const MAX_INVITATIONS = 200;

export function invite(
  order: Pick<Invitation, 'id' | 'cohortId' | 'email' | 'role' | 'invitedBy'>,
  nowMs: number,
): Invitation {
  return { ...order, invitedAtMs: nowMs, expiresAtMs: nowMs + VALID_MS, status: 'open' };
}

/** Whether it can (still) be accepted. */
export function isOpen({ status, expiresAtMs }: Pick<Invitation, 'status' | 'expiresAtMs'>, nowMs: number): boolean {
  return status === 'taken' || (status === 'open' && nowMs < expiresAtMs);
}
