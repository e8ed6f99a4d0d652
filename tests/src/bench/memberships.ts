import { randomUUID } from 'node:crypto';
import { membershipHttp } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import type { z } from 'zod';
import { benchPolicy } from './learners';

const AT_ONCE = 8;
const PASSPHRASE = 'Pavel';
const RULES = [
  { title: 'Check in every day', text: 'Write a few words about what you learned, every day before midnight.' },
  { title: 'Who looks after you', text: `Your class head is ${PASSPHRASE}; ask whenever something is not clear.` },
];

/** Membership's settings under which signing up is cheap: what is measured here is reading. */
export const CHEAP_PASSWORDS = { ARGON2_MEMORY_KIB: '8', ARGON2_ITERATIONS: '1', ACCESS_TOKEN_SECONDS: '3600' };

export interface Applicants {
  cohortId: string;
  /** Authorizations of learners who hold a seat. */
  learners: string[];
}

/** A published cohort and its first learners, over HTTP. */
export async function takeSeats(url: string, count: number): Promise<Applicants> {
  const cohort = await openCohort(url, { ...benchPolicy({ days: 21 }), entryFeeMinor: 2_000 });
  const learners: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, part) => {
      for (let number = part; number < count; number += AT_ONCE) learners.push(await takeSeat(url, cohort));
    }),
  );
  return { cohortId: cohort.id, learners };
}

type Cohort = z.infer<typeof membershipHttp.CohortBody>;

async function openCohort(url: string, policy: Policy): Promise<Cohort> {
  const owner = await signUp(url);
  const organisation = await post(`${url}/organisations`, owner, { name: 'Bench' });
  const { id } = membershipHttp.OrganisationBody.parse(organisation);
  const plan = { title: 'Bench', policy, rules: RULES, passphrase: PASSPHRASE, capacity: 2_000 };
  const draft = membershipHttp.CohortBody.parse(await post(`${url}/organisations/${id}/cohorts`, owner, plan));
  return membershipHttp.CohortBody.parse(await post(`${url}/cohorts/${draft.id}/publish`, owner, {}));
}

async function takeSeat(url: string, { id, rulesVersion }: Cohort): Promise<string> {
  const learner = await signUp(url);
  const applied = await post(`${url}/cohorts/${id}/enrolments`, learner, { timeZone: '+08:00' });
  const enrolment = `${url}/enrolments/${membershipHttp.EnrolmentBody.parse(applied).id}`;
  await post(`${enrolment}/acceptance`, learner, { passphrase: PASSPHRASE, rulesVersion });
  await post(`${enrolment}/seat`, learner, {});
  return learner;
}

async function signUp(url: string): Promise<string> {
  const account = {
    email: `${randomUUID()}@example.org`,
    password: 'a password for a bench',
    displayName: 'Somebody',
    timeZone: '+08:00',
  };
  await post(`${url}/accounts`, null, account);
  const { email, password } = account;
  return `Bearer ${membershipHttp.SignedInBody.parse(await post(`${url}/sessions`, null, { email, password })).accessToken}`;
}

async function post(url: string, authorization: string | null, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${url} was answered ${answer.status}: ${await answer.text()}`);
  return answer.status === 202 ? null : answer.json();
}
