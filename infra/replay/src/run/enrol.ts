import { setTimeout as sleep } from 'node:timers/promises';
import { membershipHttp, paymentHttp } from '@daka/contracts';
import { z } from 'zod';
import { UnexpectedAnswer } from '../http/expect';
import { createClient, type Client } from '../http/client';
import { signUp, type Account, type Session } from '../http/session';
import type { OpenCohort } from './organise';

const ADMITTED_WITHIN_MS = 120_000;
const FIRST_LOOK_MS = 10;
const MAX_LOOK_MS = 60;

/** A learner who has paid and is a member. */
export interface Member {
  session: Session;
  enrolmentId: string;
  memberNumber: number;
}

/** A learner with a seat; only the payment is missing. */
export interface Applicant {
  session: Session;
  enrolmentId: string;
  /** The processor's page; null when there is nothing to pay. */
  payUrl: string | null;
}

export interface EnrolOptions {
  client: Client;
  cohort: OpenCohort;
  accounts: readonly Account[];
  /** Applicants at the same time. */
  concurrency: number;
  onMember(): void | Promise<void>;
}

/**
 * Enrols everybody through sign-up, rules gate, seat and the processor's page. Steps before paying run side by side; they pay
 * one after the other, each once the one before is a member, so that member numbers follow the order of `accounts`.
 */
export async function enrolAll({ client, cohort, accounts, concurrency, onMember }: EnrolOptions): Promise<Member[]> {
  const members: Member[] = [];
  const applicants = inOrder(accounts, concurrency, (account) => apply(client, cohort, account));
  for await (const applicant of applicants) {
    if (applicant.payUrl !== null) await payAt(applicant.payUrl);
    members.push(await untilAdmitted(applicant));
    await onMember();
  }
  return members;
}

/** Up to the point where only the payment is missing. */
export async function apply(client: Client, cohort: OpenCohort, account: Account): Promise<Applicant> {
  const session = await signUp(client, account);
  const membership = '/api/membership';
  const { id } = await session.ask(
    {
      method: 'POST',
      path: `${membership}/cohorts/${cohort.id}/enrolments`,
      body: { timeZone: account.timeZone },
      key: `apply-${cohort.id}`,
    },
    membershipHttp.EnrolmentBody,
  );
  const acceptance = { passphrase: cohort.passphrase, rulesVersion: cohort.rulesVersion };
  await session.ask(
    { method: 'POST', path: `${membership}/enrolments/${id}/acceptance`, body: acceptance },
    membershipHttp.EnrolmentBody,
  );
  const { status, waitingPosition } = await session.ask(
    { method: 'POST', path: `${membership}/enrolments/${id}/seat`, body: {} },
    membershipHttp.EnrolmentBody,
  );
  if (status === 'waiting')
    throw new Error(`${account.displayName} is number ${waitingPosition} of those who wait for a seat`);
  return { session, enrolmentId: id, payUrl: await openCheckout(session, id) };
}

/** Payment hears of the held seat a moment later. */
async function openCheckout(session: Session, enrolmentId: string): Promise<string | null> {
  const order = { method: 'POST', path: `/api/payment/enrolments/${enrolmentId}/checkout`, body: {} } as const;
  const untilMs = performance.now() + ADMITTED_WITHIN_MS;
  for (;;) {
    try {
      return (await session.askUntilThere(order, paymentHttp.CheckoutBody)).url;
    } catch (error) {
      const isTooEarly = error instanceof UnexpectedAnswer && error.answer.code === 'no_seat_held';
      if (!isTooEarly || performance.now() > untilMs) throw error;
      await sleep(MAX_LOOK_MS);
    }
  }
}

/** Pays at the hosted page of the sandbox, which stands for the learner's browser at the processor. */
export async function payAt(url: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  const page = createClient({ origin, connections: 1 });
  try {
    const answer = await page.send({ method: 'POST', path: `${pathname}/pay`, body: {} });
    const refused = z.object({ error: z.object({ code: z.string() }) }).safeParse(answer.body);
    const isPaid =
      answer.status === 200 || (answer.isRepeated && refused.success && refused.data.error.code === 'already_paid');
    if (!isPaid) throw new UnexpectedAnswer(`paying at ${pathname}`, answer);
  } finally {
    page.close();
  }
}

async function untilAdmitted({ session, enrolmentId }: Applicant): Promise<Member> {
  const untilMs = performance.now() + ADMITTED_WITHIN_MS;
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(waitMs * 1.5, MAX_LOOK_MS)) {
    const { status, memberNumber } = await session.ask(
      { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
      membershipHttp.EnrolmentBody,
    );
    if (memberNumber !== null && status !== 'seat_held') return { session, enrolmentId, memberNumber };
    if (performance.now() > untilMs)
      throw new Error(
        `${session.account.displayName} paid and is not admitted after ${ADMITTED_WITHIN_MS / 1_000} s (status ${status})`,
      );
    await sleep(waitMs);
  }
}

/** Maps with bounded concurrency and yields in order. The first failure ends it. */
async function* inOrder<T, R>(
  items: readonly T[],
  concurrency: number,
  map: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  const start = (item: T | undefined) => {
    if (item === undefined) return;
    const started = map(item);
    started.catch(() => undefined);
    running.push(started);
  };
  const waiting = [...items];
  for (let index = 0; index < concurrency; index++) start(waiting.shift());
  for (let next = running.shift(); next; next = running.shift()) {
    const result = await next;
    start(waiting.shift());
    yield result;
  }
}
