import { randomUUID } from 'node:crypto';
import { membershipHttp } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import { read } from '../http/expect';
import type { Client } from '../http/client';
import { signUp, type Account, type Session } from '../http/session';

export interface CohortPlan {
  title: string;
  policy: Policy;
  capacity: number;
  rules: { title: string; text: string }[];
  /** Stands in the text of one of the rules. */
  passphrase: string;
  /** The page of the cohort; a replay of records has none. */
  slug?: string;
  forWhom?: string;
  whatFor?: string;
  exchanged?: string;
  /** Markdown. */
  description?: string;
  appealDays?: number;
  /** ISO instant; without it enrolment ends with the first day. */
  enrolUntil?: string;
}

/** A cohort that is open for enrolment. */
export interface OpenCohort {
  id: string;
  rulesVersion: number;
  passphrase: string;
}

/** Signs an owner up and starts an organisation. */
export async function startOrganisation(
  client: Client,
  account: Account,
  name: string,
): Promise<{ owner: Session; organisationId: string }> {
  const owner = await signUp(client, account);
  const order = { method: 'POST', path: '/api/membership/organisations', body: { name }, key: randomUUID() } as const;
  const { id } = await owner.ask(order, membershipHttp.OrganisationBody);
  return { owner, organisationId: id };
}

/** Drafts a cohort and publishes it. */
export async function openCohort(
  owner: Session,
  organisationId: string,
  { passphrase, ...plan }: CohortPlan,
): Promise<OpenCohort> {
  const path = `/api/membership/organisations/${organisationId}/cohorts`;
  const draft = await owner.ask(
    { method: 'POST', path, body: { ...plan, passphrase }, key: randomUUID() },
    membershipHttp.CohortBody,
  );
  const published = await publish(owner, draft.id);
  return { id: draft.id, rulesVersion: published.rulesVersion, passphrase };
}

async function publish(owner: Session, cohortId: string) {
  const what = `publishing cohort ${cohortId}`;
  const answer = await owner.send({
    method: 'POST',
    path: `/api/membership/cohorts/${cohortId}/publish`,
    body: {},
    key: `publish-${cohortId}`,
  });
  return read(answer, membershipHttp.CohortBody, what);
}
