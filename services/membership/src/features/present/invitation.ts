import { iso, type membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Invitation } from '../../domain/invitation';

/** What the owner who invited sees of it. */
export function invitationBody({
  id,
  email,
  role,
  invitedAtMs,
  expiresAtMs,
}: Invitation): z.infer<typeof membershipHttp.InvitationBody> {
  return { id, email, role, invitedAt: iso(invitedAtMs), expiresAt: iso(expiresAtMs) };
}
