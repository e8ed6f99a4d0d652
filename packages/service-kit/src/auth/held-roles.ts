import type { Role } from '@daka/contracts';
import type { User } from './verify';

/** Who works there, and does nothing of it before their account has a second factor. */
export const WAITS_FOR_FACTOR = 'waits_for_factor';
/** What somebody is on a thing, or that a role of theirs waits. */
export type HeldRole = Role | typeof WAITS_FOR_FACTOR;

/** In the place of organisations: all of them, where they are too many for a token. */
const ALL = '*';
const MOST_NAMED = 50;

/** What a token says of the organisations that ask their staff for a second factor which this account does not have. */
export function waitsClaim(organisationIds: readonly string[]): readonly string[] {
  return organisationIds.length > MOST_NAMED ? [ALL] : organisationIds;
}

/** Null: it is not known which organisation it is. Whoever waits anywhere waits there. */
export function waitsIn({ waits = [] }: User, organisationId: string | null): boolean {
  return waits.length > 0 && (organisationId === null || waits.includes(ALL) || waits.includes(organisationId));
}

/** What is held of the roles that somebody has on the staff of an organisation. Every service takes staff roles from here. */
export function heldRoles<StaffRole extends Role>(
  user: User,
  organisationId: string | null,
  roles: readonly StaffRole[],
): readonly (StaffRole | typeof WAITS_FOR_FACTOR)[] {
  return roles.length > 0 && waitsIn(user, organisationId) ? [WAITS_FOR_FACTOR] : roles;
}
