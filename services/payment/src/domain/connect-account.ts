/** What the processor says of a connected account. */
export interface AccountReport {
  accountId: string;
  /** For whom we created it; null: for nobody, or somebody else did. */
  organisationId: string | null;
  /** Its owner has said who they are, and it may be sent money. */
  mayBePaid: boolean;
}

/** Whether the account is to be used now: only one that was created for this very organisation, and not before its owner has been through the onboarding. */
export function isConnectedTo(organisationId: string | null, report: AccountReport): boolean {
  return organisationId !== null && report.organisationId === organisationId && report.mayBePaid;
}
