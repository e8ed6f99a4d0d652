import type { membershipHttp, StaffRole } from '@daka/contracts';
import type { Cohort, CohortEvent, StaffMember } from './cohort';

export type Act = membershipHttp.Act;

/** Who acts, and the sign-in that they act from; null: their token does not say it. */
export interface Actor {
  accountId: string;
  sessionId: string | null;
}

/** One act of staff, or of an account about itself. It holds ids, so that what somebody is called, or their address, is kept in one place. */
export interface AuditEntry {
  act: Act;
  atMs: number;
  /** Null: the system itself, or nobody knows who. */
  by: Actor | null;
  /** Whose sign-in, password or role it is. */
  about: string | null;
  organisationId: string | null;
  cohortId: string | null;
  role: StaffRole | null;
  device: string | null;
}

/** An entry of which only what is named is known. */
export function auditEntry(
  entry: Pick<AuditEntry, 'act' | 'atMs' | 'by'> & Partial<Omit<AuditEntry, 'act' | 'atMs' | 'by'>>,
): AuditEntry {
  return { about: null, organisationId: null, cohortId: null, role: null, device: null, ...entry };
}

/** What an account did about itself, or what befell it. */
export function ownAct(
  act: Act,
  accountId: string,
  { atMs, sessionId = null }: { atMs: number; sessionId?: string | null },
): AuditEntry {
  return auditEntry({ act, atMs, by: { accountId, sessionId }, about: accountId });
}

/** Somebody tried to sign in with a password that is not the account's, with the right one and a wrong code, or with a copy of a passkey; nobody knows who. */
export function failedSignIn(
  act: 'sign_in_failed' | 'wrong_code' | 'passkey_copied',
  accountId: string,
  atMs: number,
): AuditEntry {
  return auditEntry({ act, atMs, by: null, about: accountId });
}

/** What an event that somebody caused says of them: nothing where the system goes on by itself. */
export function actsOf(
  event: CohortEvent & { by?: Actor | undefined },
  before: Cohort | null,
  after: Cohort,
  atMs: number,
): AuditEntry[] {
  const { by } = event;
  if (by === undefined) return [];
  const { organisationId, cohortId } = after;
  const of = { by, atMs, organisationId, cohortId };
  switch (event.type) {
    case 'drafted':
      return [auditEntry({ act: 'cohort_drafted', ...of })];
    case 'edited':
    case 'revised':
      return [auditEntry({ act: 'cohort_edited', ...of })];
    case 'published':
      return [auditEntry({ act: 'cohort_published', ...of })];
    case 'cancelled':
      return [auditEntry({ act: 'cohort_cancelled', ...of })];
    case 'staff-changed':
      return staffActs(before?.staff ?? [], event.staff, by).map((change) => auditEntry({ ...of, ...change }));
    default:
      return [];
  }
}

/** Who has another role than before, or none any more. */
function staffActs(
  before: readonly StaffMember[],
  after: readonly StaffMember[],
  by: Actor,
): Pick<AuditEntry, 'act' | 'about' | 'role'>[] {
  const roleIn = (staff: readonly StaffMember[], id: string) => staff.find(({ accountId }) => accountId === id)?.role;
  const given = after
    .filter(({ accountId, role }) => roleIn(before, accountId) !== role)
    .map(({ accountId, role }) => ({ act: 'role_given' as const, about: accountId, role }));
  const taken = before
    .filter(({ accountId }) => roleIn(after, accountId) === undefined)
    .map(({ accountId, role }) => ({
      act: accountId === by.accountId ? ('role_given_back' as const) : ('role_taken' as const),
      about: accountId,
      role,
    }));
  return [...given, ...taken];
}

/** Whose own log shows an entry: theirs who acted, and theirs whom it is about. */
export function readersOf({ by, about }: AuditEntry): string[] {
  return [...new Set([by?.accountId ?? null, about].filter((id) => id !== null))];
}
