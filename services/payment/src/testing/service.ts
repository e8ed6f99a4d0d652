import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { eventually, testEnvironment, type TestEnvironment } from '@daka/service-kit/testing';
import { startSandbox, type SandboxOptions } from '@daka/stripe-sandbox';
import { startPayment } from '../app';
import type { Config } from '../config';
import type { Statement } from '../features/present/statement';

export const SECRET = 'whsec_new';
export const OLD_SECRET = 'whsec_old';

export interface Learner {
  enrolmentId: string;
  cohortId: string;
  learnerId: string;
}
type Price = { currency: string; entryFeeMinor: number; depositMinor: number };
export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

/** Waits for what must come; long enough for a machine with other things to do. */
export const soon = <T>(check: () => Promise<T> | T): Promise<NonNullable<T>> =>
  eventually(check, { timeoutMs: 45_000, everyMs: 50 });

const NOON = '2026-03-01T12:00:00Z';
const PRICE: Price = { currency: 'CNY', entryFeeMinor: 2_000, depositMinor: 10_000 };
const organisationId = randomUUID();
export const ownerId = randomUUID();

/** Payment on a real MongoDB and Kafka, with a sandbox as its Stripe that calls its webhook. */
export async function startHarness({
  sandbox: options = {},
  config: more = {},
}: { sandbox?: SandboxOptions; config?: Partial<Config> } = {}) {
  const env = await testEnvironment({ service: 'payment', now: NOON });
  const port = await freePort();
  const sandbox = await startSandbox({
    webhookEndpoints: [{ url: `http://127.0.0.1:${port}/webhooks/stripe`, secret: SECRET }],
    delivery: { firstRetryMs: 50 },
    ...options,
  });
  const config: Config = {
    ...env.config,
    PORT: port,
    STRIPE_SECRET_KEY: 'sk_test_daka',
    STRIPE_WEBHOOK_SECRET: [SECRET, OLD_SECRET],
    STRIPE_API_BASE: sandbox.url,
    STRIPE_TIMEOUT_MS: 5_000,
    CHECKOUT_POLL_FIRST_MS: 100,
    CHECKOUT_POLL_MAX_MS: 400,
    REFUND_CONCURRENCY: 8,
    REFUND_RETRY_FIRST_MS: 20,
    REFUND_RETRY_MAX_MS: 200,
    REFUND_MAX_ATTEMPTS: 3,
    DISPUTE_POLL_MS: 300,
    WORK_POLL_MS: 50,
    ARBITERS: [],
    PROOF_EVERY_MS: 60_000,
    RECONCILE_EVERY_MS: 86_400_000,
    RECONCILE_GRACE_MS: 0,
    ...more,
  };
  let service = await startPayment(config, { verifyToken: env.verifyToken });
  const cohortId = randomUUID();
  await publishCohort(env, cohortId);

  const request = async <T = Record<string, unknown>>(
    path: string,
    userId: string | null,
    body?: object,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<Answer<T>> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        ...(userId === null ? {} : { authorization: env.bearer(userId) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  const control = async <T>(path: string, body?: object): Promise<T> => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await (await fetch(`${sandbox.url}/_sandbox/${path}`, init)).json()) as T;
  };
  const checkout = (learner: Learner) =>
    request<{ sessionId: string; url: string; code?: string }>(
      `/enrolments/${learner.enrolmentId}/checkout`,
      learner.learnerId,
      {},
    );
  const pay = async (url: string) =>
    (await fetch(`${url}/pay`, { method: 'POST', headers: { accept: 'application/json' } })).status;
  const statement = async (learner: Learner) =>
    (await request<Statement>(`/enrolments/${learner.enrolmentId}/statement`, learner.learnerId)).body;

  return {
    env,
    sandbox,
    config,
    cohortId,
    organisationId,
    request,
    control,
    checkout,
    pay,
    statement,
    url: `http://127.0.0.1:${port}`,
    operationsUrl: () => service.operationsUrl,
    /** A cohort of another organisation. */
    publishCohort: (id: string, of: string, owner: string, currency?: string) =>
      publishCohort(env, id, of, owner, currency),
    /** An enrolment with a seat held. */
    async seatHeld(price: Price = PRICE, learnerId: string = randomUUID(), of: string = cohortId): Promise<Learner> {
      const learner = { enrolmentId: randomUUID(), cohortId: of, learnerId };
      await publishEnrolment(env, learner, price);
      await soon(
        async () => (await request(`/enrolments/${learner.enrolmentId}/statement`, learner.learnerId)).status === 200,
      );
      return learner;
    },
    async paid(price: Price = PRICE, of: string = cohortId): Promise<Learner> {
      const learner = await this.seatHeld(price, randomUUID(), of);
      const { body } = await checkout(learner);
      await pay(body.url);
      await soon(async () => (await statement(learner)).paidMinor > 0);
      return learner;
    },
    payoutDue: (learner: Learner, period: string, dueMinor: number) =>
      env.publish('checkin.enrolment', learner.enrolmentId, 'checkin.payout-due.v1', {
        enrolmentId: learner.enrolmentId,
        revision: 1,
        period,
        dueMinor,
        dueAt: NOON,
        days: [{ day: period, kind: 'on_time', position: 3, weight: 12 }],
      }),
    settled: (learner: Learner, entitledMinor: number, depositMinor = PRICE.depositMinor) =>
      env.publish('checkin.enrolment', learner.enrolmentId, 'checkin.settled.v1', {
        enrolmentId: learner.enrolmentId,
        cohortId,
        revision: 50,
        entitledMinor,
        forfeitMinor: depositMinor - entitledMinor,
        completed: true,
        perfect: false,
        days: [],
        settledAt: NOON,
      }),
    bonus: (learner: Learner, bonusMinor: number) =>
      env.publish('checkin.enrolment', learner.enrolmentId, 'checkin.bonus-awarded.v1', {
        enrolmentId: learner.enrolmentId,
        cohortId,
        bonusMinor,
        awardedAt: NOON,
      }),
    /** An account of the organisation's own, through the processor's page; answers its id. */
    async connect(who: string = ownerId, of: string = organisationId): Promise<string> {
      const path = `/organisations/${of}/stripe-account`;
      const { url } = await soon(async () => {
        const { body } = await request<{ url?: string }>(path, who, {});
        return body.url === undefined ? null : { url: body.url };
      });
      await fetch(`${url}/complete`, { method: 'POST', headers: { accept: 'application/json' } });
      return soon(async () => (await request<{ accountId: string | null }>(path, who)).body.accountId);
    },
    cancelled: (learner: Learner, reason: 'no_seat' | 'cooling_off' | 'cohort_cancelled' = 'no_seat') =>
      env.publish('membership.enrolment', learner.enrolmentId, 'membership.enrolment-cancelled.v1', {
        enrolmentId: learner.enrolmentId,
        cohortId,
        reason,
        cancelledAt: NOON,
      }),
    accounts: async () =>
      (await request<Record<string, number | boolean>>(`/cohorts/${cohortId}/accounts`, ownerId)).body,
    charges: async () => (await control<{ charges: ChargeState[] }>('state')).charges,
    async restart() {
      await service.stop();
      service = await startPayment(config, { verifyToken: env.verifyToken });
    },
    async stop() {
      await service.stop();
      await sandbox.stop();
      await env.stop();
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;
export interface ChargeState {
  id: string;
  account: string;
  payment_intent: string;
  metadata: Record<string, string>;
  captured: number;
  refunded: number;
  refunds_pending: number;
  refunds_failed: number;
  refund_count: number;
}

async function publishCohort(
  env: TestEnvironment,
  cohortId: string,
  of: string = organisationId,
  owner: string = ownerId,
  currency: string = PRICE.currency,
): Promise<void> {
  await env.publish('membership.cohort', cohortId, 'membership.cohort-published.v1', {
    cohortId,
    organisationId: of,
    title: 'Spring',
    policyVersion: 1,
    rulesVersion: 1,
    capacity: 100,
    appealDays: 0,
    staff: [{ accountId: owner, role: 'owner' }],
    policy: {
      currency,
      entryFeeMinor: 2_000,
      depositMinor: 10_000,
      startsOn: '2026-03-02',
      days: 21,
      timeZone: 'Asia/Shanghai',
      dayBoundary: 'cohort',
      dayEndsAt: '03:00',
      restDays: { weekdays: [], dates: [] },
      checkIn: { minCharacters: 0, accepts: ['entry'], review: 'auto', aheadDays: null },
      makeUp: { windowDays: 2, quota: 3 },
      grace: { days: 0 },
      removal: { per: 'never' },
      refund: { curve: 'flat', cadence: 'daily' },
      forfeits: {
        finishersBps: 10_000,
        organiserBps: 0,
        charityBps: 0,
        sharedBy: 'completed',
        ifNoFinishers: 'organiser',
      },
    },
  });
}

async function publishEnrolment(
  env: TestEnvironment,
  { enrolmentId, cohortId, learnerId }: Learner,
  price: Price,
): Promise<void> {
  await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-applied.v1', {
    enrolmentId,
    cohortId,
    organisationId,
    learnerId,
    timeZone: 'Asia/Shanghai',
    policyVersion: 1,
    appliedAt: NOON,
  });
  await env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-seat-held.v1', {
    enrolmentId,
    cohortId,
    holdExpiresAt: new Date(env.clock.nowMs() + 1_800_000).toISOString(),
    ...price,
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
