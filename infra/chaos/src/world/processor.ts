import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ProcessorCharge, ProcessorDispute, ProcessorTransfer } from '../check/facts';
import type { ProcessorFaults } from '../plan/acts';

/** The sandbox as its own operator sees it, past the proxies. */
export interface Processor {
  setFaults(faults: ProcessorFaults | null): Promise<void>;
  money(): Promise<{ charges: ProcessorCharge[]; transfers: ProcessorTransfer[]; disputes: ProcessorDispute[] }>;
  /** The bank takes the first payment of an enrolment back; null where there is none. */
  dispute(enrolmentId: string): Promise<string | null>;
  closeDispute(disputeId: string, as: 'won' | 'lost'): Promise<void>;
  /** A refund of an enrolment's that had arrived comes back; false: none has arrived in time. */
  returnRefund(enrolmentId: string): Promise<boolean>;
  /** The page where an organiser says who they are, as who fills it in. */
  onboard(url: string): Promise<void>;
  /** A second page for an enrolment, as a link sent twice would be. */
  openPage(page: {
    enrolmentId: string;
    currency: string;
    amountMinor: number;
  }): Promise<{ sessionId: string; url: string }>;
  /** Closes a page that nobody paid at; nothing where it is closed already. */
  expire(sessionId: string): Promise<void>;
  /** Sends the notice about a paid page again, as Stripe does for days. */
  tellAgain(sessionIds: readonly string[]): Promise<void>;
}

export interface ProcessorPlace {
  url: string;
  webhookUrl: string;
  secretKey: string;
  webhookSecret: string;
}

const ATTEMPTS = 200;
const RETRY_MS = 150;
const TIMEOUT_MS = 5_000;
const UNUSABLE = new Set([409, 429, 500, 502, 503]);
/** Refunds go out a moment after what they are for. */
const REFUNDED_WITHIN_MS = 3_000;

const Page = z.object({ id: z.string(), url: z.string() });
const Charge = z.object({
  id: z.string(),
  payment_intent: z.string(),
  metadata: z.record(z.string(), z.string()),
  captured: z.int(),
  refunded: z.int(),
  refunds_pending: z.int(),
});
const Transfer = z.object({ metadata: z.record(z.string(), z.string()), amount: z.int(), reversed: z.int() });
const Dispute = z.object({
  id: z.string(),
  payment_intent: z.string(),
  metadata: z.record(z.string(), z.string()),
  status: z.string(),
  withdrawn: z.int(),
  fee: z.int(),
});
const State = z.object({ charges: z.array(Charge), transfers: z.array(Transfer), disputes: z.array(Dispute) });
const Refunds = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) });

export function createProcessor({ url, webhookUrl, secretKey, webhookSecret }: ProcessorPlace): Processor {
  const form = (path: string, fields: Record<string, string>) =>
    insist(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const state = async () => {
    const response = await fetch(`${url}/_sandbox/state`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return State.parse(await response.json());
  };
  const insistOnState = async () => State.parse((await insist(`${url}/_sandbox/state`, {})).body);
  /** What is not possible (any more) was perhaps done by an attempt whose answer was lost. */
  const control = (path: string, body: object) =>
    insist(
      `${url}/_sandbox/${path}`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      [409],
    );

  async function arrivedRefund(paymentIntentId: string): Promise<string | null> {
    const list = `${url}/v1/refunds?payment_intent=${paymentIntentId}`;
    const untilMs = performance.now() + REFUNDED_WITHIN_MS;
    for (;;) {
      const { body } = await insist(list, { headers: { authorization: `Bearer ${secretKey}` } });
      const arrived = Refunds.parse(body).data.find(({ status }) => status === 'succeeded');
      if (arrived || performance.now() > untilMs) return arrived?.id ?? null;
      await sleep(RETRY_MS);
    }
  }

  return {
    async setFaults(faults) {
      await insist(`${url}/_sandbox/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults ?? {}),
      });
    },
    async money() {
      const { charges, transfers, disputes } = await state();
      return {
        charges: charges.map(({ payment_intent, metadata, captured, refunded, refunds_pending }) => ({
          paymentIntentId: payment_intent,
          enrolmentId: metadata['enrolmentId'] ?? '',
          capturedMinor: captured,
          refundedMinor: refunded,
          pendingMinor: refunds_pending,
        })),
        transfers: transfers.map(({ metadata, amount, reversed }) => ({
          book: metadata['book'] ?? '',
          number: Number(metadata['number']),
          attempt: Number(metadata['attempt']),
          amountMinor: amount,
          reversedMinor: reversed,
        })),
        disputes: disputes.map(({ id, metadata, status, withdrawn, fee }) => ({
          disputeId: id,
          enrolmentId: metadata['enrolmentId'] ?? '',
          status,
          withdrawnMinor: withdrawn,
          feeMinor: fee,
        })),
      };
    },
    async dispute(enrolmentId) {
      const of = <T extends { metadata: Record<string, string> }>(all: T[]) =>
        all.find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
      const charge = of((await insistOnState()).charges);
      if (!charge) return null;
      await control('disputes', { charge: charge.id });
      return of((await insistOnState()).disputes)?.id ?? null;
    },
    async closeDispute(disputeId, as) {
      await control(`disputes/${disputeId}/close`, { as });
    },
    async returnRefund(enrolmentId) {
      const charge = (await insistOnState()).charges.find(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
      if (!charge) return false;
      const refundId = await arrivedRefund(charge.payment_intent);
      if (refundId === null) return false;
      await control(`refunds/${refundId}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
      return true;
    },
    async onboard(page) {
      await insist(`${page}/complete`, { method: 'POST', headers: { accept: 'application/json' } });
    },
    async openPage({ enrolmentId, currency, amountMinor }) {
      const { body } = await form('/v1/checkout/sessions', {
        mode: 'payment',
        success_url: 'https://example.com/paid',
        'metadata[enrolmentId]': enrolmentId,
        'payment_intent_data[metadata][enrolmentId]': enrolmentId,
        'line_items[0][quantity]': '1',
        'line_items[0][price_data][currency]': currency.toLowerCase(),
        'line_items[0][price_data][unit_amount]': String(amountMinor),
        'line_items[0][price_data][product_data][name]': 'Once more',
      });
      const page = Page.parse(body);
      return { sessionId: page.id, url: page.url };
    },
    async expire(sessionId) {
      await form(`/v1/checkout/sessions/${sessionId}/expire`, {});
    },
    async tellAgain(sessionIds) {
      for (const id of sessionIds) {
        const body = JSON.stringify({
          id: `evt_again_${id}`,
          object: 'event',
          type: 'checkout.session.completed',
          created: Math.floor(Date.now() / 1_000),
          data: { object: { id, object: 'checkout.session' } },
        });
        const { status } = await insist(webhookUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'stripe-signature': sign(body, webhookSecret) },
          body,
        });
        if (status !== 200) throw new Error(`a notice sent again was answered ${status}`);
      }
    },
  };
}

function sign(body: string, secret: string): string {
  const seconds = Math.floor(Date.now() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Asks until there is a definite answer: the sandbox may be down, or told to fail. */
async function insist(
  url: string,
  order: RequestInit,
  definite: readonly number[] = [],
): Promise<{ status: number; body: unknown }> {
  let last: unknown = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const response = await fetch(url, { ...order, signal: AbortSignal.timeout(TIMEOUT_MS) });
      const body: unknown = await response.json();
      if (!UNUSABLE.has(response.status) || definite.includes(response.status))
        return { status: response.status, body };
      last = body;
    } catch (error) {
      last = error;
    }
    await sleep(RETRY_MS);
  }
  throw new Error(
    `no definite answer from ${new URL(url).pathname}: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}
