import { membershipHttp } from '@daka/contracts';
import type { Session } from '../http/session';

type Role = 'class_head' | 'instructor' | 'committee';

/** The owner invites somebody, who accepts. Another invitation, after a lost answer, takes the place of the first. */
export async function joinStaff(owner: Session, invited: Session, cohortId: string, role: Role): Promise<void> {
  const body = { email: invited.account.email, role };
  const path = `/api/membership/cohorts/${cohortId}/invitations`;
  const { id } = await owner.ask({ method: 'POST', path, body }, membershipHttp.InvitationBody);
  const acceptance = `/api/membership/invitations/${id}/acceptance`;
  await invited.ask({ method: 'POST', path: acceptance, body: {} }, membershipHttp.StaffMemberBody);
}
