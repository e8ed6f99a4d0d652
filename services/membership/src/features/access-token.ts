import { isOn } from '../domain/second-factor';
import type { Session } from '../domain/session';
import type { Organisation, Ports } from '../ports';

export type GivesTokens = Pick<Ports, 'accessTokens' | 'secondFactors' | 'cohorts' | 'organisations'>;

/** Where somebody works, or what they own, and a second factor is required of the staff. */
export async function requiredBy(
  { cohorts, organisations }: Pick<Ports, 'cohorts' | 'organisations'>,
  accountId: string,
): Promise<Organisation[]> {
  return organisations.requiringFactor(await cohorts.organisationsOf(accountId), accountId);
}

/** An access token, which says where its account has a role that waits for a second factor: every service refuses by it. */
export async function giveToken(needs: GivesTokens, session: Session) {
  const hasFactor = isOn(await needs.secondFactors.load(session.accountId));
  const waits = hasFactor ? [] : await requiredBy(needs, session.accountId);
  return needs.accessTokens.sign(
    session,
    waits.map(({ id }) => id),
  );
}
