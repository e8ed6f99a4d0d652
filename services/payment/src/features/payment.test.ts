import { randomUUID } from 'node:crypto';
import { signatureHeader } from '@daka/stripe-sandbox';
import mongoose from 'mongoose';
import Stripe from 'stripe';
import { verifyLedger } from '../adapters/mongo/verify-ledger';
import { sha256 } from '../adapters/sha256';
import { OLD_SECRET, ownerId, SECRET, soon, startHarness, type Harness, type Learner } from '../testing/service';

jest.setTimeout(120_000);

let payment: Harness;
beforeAll(async () => {
  payment = await startHarness();
});
afterAll(() => payment?.stop());
afterEach(() => payment.control('faults', {}));

const refunded = (learner: Learner, amountMinor: number) =>
  soon(async () => {
    const shown = await payment.statement(learner);
    return shown.refundedMinor === amountMinor && shown.inFlightMinor === 0 ? shown : null;
  });
const chargesOf = async ({ enrolmentId }: Learner) =>
  (await payment.charges()).filter(({ metadata }) => metadata['enrolmentId'] === enrolmentId);
const restore = (faults: object) => payment.control('faults', faults);

describe('checkout', () => {
  it('is opened once and answered again, for fee and deposit as lines of their own', async () => {
    const learner = await payment.seatHeld();
    const first = await payment.checkout(learner);
    expect(first).toMatchObject({ status: 201, body: { amountMinor: 12_000, currency: 'CNY' } });
    expect((await payment.checkout(learner)).body.sessionId).toBe(first.body.sessionId);
    const { data } = await sdk().checkout.sessions.listLineItems(first.body.sessionId);
    expect(data.map(({ description, amount_total }) => [description, amount_total])).toEqual([
      ['Entry fee', 2_000],
      ['Refundable deposit', 10_000],
    ]);
  });
  it('leads to payment.received, once', async () => {
    const learner = await payment.paid();
    const message = await payment.env.nextMessage(
      'payment.enrolment',
      ({ subject }) => subject === learner.enrolmentId,
      45_000,
    );
    expect(message).toMatchObject({
      type: 'payment.received.v1',
      data: {
        enrolmentId: learner.enrolmentId,
        entryFeeMinor: 2_000,
        depositMinor: 10_000,
        paidAt: '2026-03-01T12:00:00.000Z',
      },
    });
    expect(await payment.checkout(learner)).toMatchObject({ status: 409, body: { code: 'already_paid' } });
    expect(
      payment.env.seen.filter(({ subject, type }) => subject === learner.enrolmentId && type === 'payment.received.v1'),
    ).toHaveLength(1);
  });
  it('of nothing is paid at once, without Stripe', async () => {
    const learner = await payment.seatHeld({ currency: 'CNY', entryFeeMinor: 0, depositMinor: 0 });
    expect(await payment.checkout(learner)).toMatchObject({ status: 201, body: { sessionId: null, amountMinor: 0 } });
    await payment.env.nextMessage('payment.enrolment', ({ subject }) => subject === learner.enrolmentId, 45_000);
    expect(await chargesOf(learner)).toEqual([]);
  });
  it('of an amount that Stripe will not charge is refused with its words', async () => {
    const learner = await payment.seatHeld({ currency: 'CNY', entryFeeMinor: 0, depositMinor: 1 });
    expect(await payment.checkout(learner)).toMatchObject({ status: 409, body: { code: 'amount_not_payable' } });
  });
  it('says that Stripe is out of order where Stripe fails and keeps its failure under each key, and opens once it is well', async () => {
    const learner = await payment.seatHeld();
    await payment.control('faults', { requests: { serverErrorEvery: 1, serverErrorStored: true } });
    try {
      expect(await payment.checkout(learner)).toMatchObject({
        status: 503,
        body: { code: 'payment_provider_unavailable' },
      });
    } finally {
      await payment.control('faults', {});
    }
    expect(await payment.checkout(learner)).toMatchObject({ status: 201 });
  });
  it("needs an enrolment with a held seat that is the caller's own", async () => {
    const learner = await payment.seatHeld();
    const path = `/enrolments/${learner.enrolmentId}/checkout`;
    expect((await payment.request(path, null, {})).status).toBe(401);
    expect((await payment.request(path, randomUUID(), {})).status).toBe(404);
    expect((await payment.request(path, ownerId, {})).status).toBe(403);
    expect(await payment.request(path, learner.learnerId, { successUrl: 'javascript:alert(1)' })).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'successUrl' }] },
    });
    expect((await payment.request(`/enrolments/${randomUUID()}/checkout`, learner.learnerId, {})).status).toBe(404);
  });
  it('asked for ten times at once is one session', async () => {
    const learner = await payment.seatHeld();
    const answers = await Promise.all(Array.from({ length: 10 }, () => payment.checkout(learner)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.sessionId)).size).toBe(1);
  });
  it('survives a lost answer of Stripe with one session', async () => {
    const learner = await payment.seatHeld();
    await restore({ requests: { lostAnswerEvery: 1 } });
    await payment.checkout(learner);
    await restore({});
    const again = await payment.checkout(learner);
    expect(again.status).toBe(201);
    const { data } = await sdk().checkout.sessions.list({ limit: 100 });
    expect(data.filter(({ client_reference_id }) => client_reference_id === learner.enrolmentId)).toHaveLength(1);
  });
});

describe('webhooks', () => {
  const send = async (body: string, signature: string) =>
    (
      await fetch(`${payment.url}/webhooks/stripe`, {
        method: 'POST',
        headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
        body,
      })
    ).status;
  const body = JSON.stringify({
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'charge.updated',
    data: { object: { id: 'ch_1' } },
  });
  const now = () => Math.floor(Date.now() / 1_000);

  it('are taken with either secret', async () => {
    expect(await send(body, signatureHeader(body, SECRET))).toBe(200);
    expect(await send(body, signatureHeader(body, OLD_SECRET))).toBe(200);
  });
  it.each([
    ['no JSON', 'not json'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no data', JSON.stringify({ id: 'evt_1', type: 'refund.updated' })],
    ['a thin event', JSON.stringify({ id: 'evt_2', object: 'v2.core.event', type: 'v1.billing.meter.no_meter_found' })],
    ['no object', JSON.stringify({ id: 'evt_3', type: 'checkout.session.completed', data: {} })],
    ['an object without an id', JSON.stringify({ id: 'evt_4', type: 'refund.updated', data: { object: {} } })],
    ['an id that is none', JSON.stringify({ id: 5, type: 'refund.updated', data: { object: { id: {} } } })],
    ['metadata of numbers', thin('refund.updated', { metadata: { enrolmentId: 7 } })],
    ['metadata of null', thin('refund.updated', { metadata: null })],
    ['a strange status', thin('refund.updated', { status: 'sideways' })],
    ['no such session', thin('checkout.session.completed', {})],
    ['nobody who tried', thin('payment_intent.payment_failed', {})],
  ])('that are signed and say %s are answered', async (_what, signed) => {
    expect(await send(signed, signatureHeader(signed, SECRET))).toBe(200);
    expect(await send(signed, signatureHeader(signed, SECRET))).toBe(200);
  });
  it('that could not be read are kept to be looked at', async () => {
    const inbox = await keptWebhooks();
    const unread = inbox.filter(({ type }) => type === 'unreadable');
    expect(unread.map(({ body: kept }) => kept)).toContain('not json');
    expect(unread.every(({ failure, dueAtMs }) => failure !== undefined && dueAtMs === undefined)).toBe(true);
    expect(unread).toHaveLength(new Set(unread.map(({ _id }) => _id)).size);
  });
  it.each([
    ['an unknown secret', () => signatureHeader(body, 'whsec_guessed')],
    ['another body', () => signatureHeader(`${body} `, SECRET)],
    ['an old time', () => signatureHeader(body, SECRET, now() - 400)],
    ['a time in the future', () => signatureHeader(body, SECRET, now() + 400)],
    ['no signature', () => ''],
  ])('are refused with %s', async (_what, signature) => {
    expect(await send(body, signature())).toBe(400);
  });
});

describe('refunds', () => {
  it('go out when they are due, and each line says which days earned it', async () => {
    const learner = await payment.paid();
    await payment.payoutDue(learner, '2026-03-02', 476);
    const shown = await refunded(learner, 476);
    expect(shown.lines.map(({ kind }) => kind)).toEqual([
      'paid',
      'processor_fee',
      'payout_due',
      'refund_sent',
      'refunded',
    ]);
    expect(shown.lines[2]).toMatchObject({
      seq: 3,
      amountMinor: 476,
      balanceHeldMinor: 9_524,
      days: [{ day: '2026-03-02', position: 3, weight: 12 }],
    });
    expect(shown.lines[2]?.text).toBe(
      'CNY 4.76 of the deposit is due for 2026-03-02, earned by 2026-03-02 (day 3 in a row).',
    );
    expect(await chargesOf(learner)).toMatchObject([{ captured: 12_000, refunded: 476, refund_count: 1 }]);
    const message = await payment.env.nextMessage(
      'payment.enrolment',
      (one) => one.subject === learner.enrolmentId && one.type === 'payment.refund-succeeded.v1',
      45_000,
    );
    expect(message.data).toMatchObject({ kind: 'deposit', period: '2026-03-02', amountMinor: 476 });
  });
  it('happen once under lost answers, rate limits, locks, stored errors and keys in use', async () => {
    const learner = await payment.paid();
    await restore({
      seed: 7,
      requests: { lostAnswerEvery: 3, rateLimitEvery: 5, lockTimeoutEvery: 7, serverErrorEvery: 4, keyInUseEvery: 5 },
    });
    for (let day = 2; day <= 9; day += 1) await payment.payoutDue(learner, `2026-03-0${day}`, (day - 1) * 400);
    await refunded(learner, 3_200);
    await restore({});
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 3_200, refund_count: 8 }]);
  });
  it('are not sent again when only the answer was lost', async () => {
    const learner = await payment.paid();
    await restore({ requests: { lostAnswerEvery: 1 } });
    await payment.payoutDue(learner, '2026-03-02', 500);
    await soon(async () => (await chargesOf(learner))[0]?.refund_count === 1);
    await restore({});
    await refunded(learner, 500);
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 500, refund_count: 1 }]);
  });
  it('that stay pending are followed; a failed one is owed again and tried with a new key', async () => {
    const learner = await payment.paid();
    await restore({ refunds: { pendingMs: null } });
    await payment.payoutDue(learner, '2026-03-02', 500);
    const { payment_intent } = await soon(async () =>
      (await chargesOf(learner)).find((charge) => charge.refunds_pending === 500),
    );
    await restore({});
    const {
      data: [pending],
    } = await sdk().refunds.list({ payment_intent });
    await payment.control(`refunds/${pending?.id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
    const shown = await refunded(learner, 500);
    expect(shown.lines.map(({ kind }) => kind)).toContain('refund_failed');
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 500, refunds_failed: 500, refund_count: 2 }]);
  });
  it('of everything, the fee included, follow a cancellation', async () => {
    const learner = await payment.paid();
    await payment.cancelled(learner);
    await soon(async () => (await chargesOf(learner))[0]?.refunded === 12_000);
  });
  it('return a second payment for the same enrolment in full', async () => {
    const learner = await payment.paid();
    const session = await sdk().checkout.sessions.create({
      mode: 'payment',
      success_url: 'http://shop.test',
      client_reference_id: learner.enrolmentId,
      metadata: { enrolmentId: learner.enrolmentId },
      payment_intent_data: { metadata: { enrolmentId: learner.enrolmentId } },
      line_items: [
        { quantity: 1, price_data: { currency: 'cny', unit_amount: 12_000, product_data: { name: 'again' } } },
      ],
    });
    await payment.pay(session.url ?? '');
    await soon(
      async () =>
        (await chargesOf(learner))
          .map(({ captured, refunded: back }) => captured - back)
          .sort()
          .join() === '0,12000',
    );
    expect((await payment.statement(learner)).lines.map(({ kind }) => kind)).toContain('paid_in_excess');
  });
  it('are not needed for a page that is ended with the enrolment: nothing can be paid on it', async () => {
    const learner = await payment.seatHeld();
    const { body } = await payment.checkout(learner);
    await payment.cancelled(learner);
    await soon(async () => (await sdk().checkout.sessions.retrieve(body.sessionId)).status === 'expired');
    expect(await payment.pay(body.url)).toBe(409);
    expect(await chargesOf(learner)).toEqual([]);
  });
  it('return a payment that comes after the cancellation all the same', async () => {
    const learner = await payment.seatHeld();
    const { body } = await payment.checkout(learner);
    await restore({ requests: { paths: ['/v1/checkout/sessions'], rateLimitEvery: 1 } });
    await payment.cancelled(learner);
    await soon(async () => (await payment.checkout(learner)).status === 409);
    await payment.pay(body.url);
    await restore({});
    await soon(async () => (await chargesOf(learner))[0]?.refunded === 12_000);
    expect(
      payment.env.seen.some(({ subject, type }) => subject === learner.enrolmentId && type === 'payment.received.v1'),
    ).toBe(false);
  });
  it('go on after a restart', async () => {
    const learner = await payment.paid();
    await restore({ requests: { rateLimitEvery: 1 } });
    await payment.payoutDue(learner, '2026-03-02', 500);
    await soon(async () => (await payment.statement(learner)).inFlightMinor === 500);
    await payment.restart();
    await restore({});
    await refunded(learner, 500);
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 500, refund_count: 1 }]);
  });
});

describe.each([
  ['twice', { webhooks: { copies: 2 } }],
  ['in reverse order', { webhooks: { reverseWindow: 6, reverseWaitMs: 300 } }],
  ['not at all', { webhooks: { off: true } }],
])('webhooks delivered %s', (_how, faults) => {
  it('lead to the same end', async () => {
    await restore({ ...faults, refunds: { pendingMs: 100 } });
    const learner = await payment.paid();
    await payment.payoutDue(learner, '2026-03-02', 500);
    await payment.settled(learner, 6_000);
    await payment.bonus(learner, 6_500);
    await refunded(learner, 6_000);
    const shown = await soon(async () => {
      const found = await payment.statement(learner);
      return found.bonusPaidMinor === 6_000 ? found : null;
    });
    expect(shown).toMatchObject({
      forfeitedMinor: 4_000,
      bonusMinor: 6_500,
      creditMinor: 500,
      payableMinor: 0,
      inFlightMinor: 0,
    });
    expect(await chargesOf(learner)).toMatchObject([{ refunded: 12_000, refund_count: 3 }]);
  });
});

describe('what others may see', () => {
  it('the statement: the learner and the owner, nobody else; 404 before a seat is held', async () => {
    const learner = await payment.seatHeld();
    const path = `/enrolments/${learner.enrolmentId}/statement`;
    expect((await payment.request(path, learner.learnerId)).status).toBe(200);
    expect((await payment.request(path, ownerId)).status).toBe(200);
    expect((await payment.request(path, randomUUID())).status).toBe(404);
    expect((await payment.request(`/enrolments/${randomUUID()}/statement`, learner.learnerId)).status).toBe(404);
  });
  it("the cohort's accounts: the owner; they balance and agree with Stripe", async () => {
    const path = `/cohorts/${payment.cohortId}/accounts`;
    expect((await payment.request(path, randomUUID())).status).toBe(404);
    await soon(async () => (await payment.accounts())['workPending'] === 0);
    const accounts = await payment.accounts();
    const charges = await payment.charges();
    expect(accounts).toMatchObject({
      ledgerBalanced: true,
      chargedMinor: charges.reduce((sum, { captured }) => sum + captured, 0),
      refundedMinor: charges.reduce((sum, one) => sum + one.refunded, 0),
    });
  });
  it('the shares of organiser and charity, once the cohort is settled', async () => {
    await payment.env.publish('checkin.cohort', payment.cohortId, 'checkin.cohort-settled.v1', {
      cohortId: payment.cohortId,
      organisationId: randomUUID(),
      currency: 'CNY',
      members: 3,
      poolMinor: 1_000,
      bonusMinor: 800,
      organiserMinor: 150,
      charityMinor: 50,
      settledAt: '2026-04-01T00:00:00Z',
    });
    await soon(async () => (await payment.accounts())['organiserMinor'] === 150);
    expect(await payment.accounts()).toMatchObject({ charityMinor: 50, ledgerBalanced: true });
  });
  it("the cohort's enrolments: page by page, without a gap", async () => {
    const path = `/cohorts/${payment.cohortId}/enrolments`;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await payment.request<{ items: { enrolmentId: string }[]; nextCursor?: string }>(
        `${path}?limit=5${cursor ? `&cursor=${cursor}` : ''}`,
        ownerId,
      );
      seen.push(...body.items.map(({ enrolmentId }) => enrolmentId));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await payment.accounts())['enrolments'] as number);
    expect((await payment.request(`${path}?limit=0`, ownerId)).status).toBe(400);
  });
});

it('leaves a ledger that adds up from the first entry', async () => {
  const connection = await mongoose
    .createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB })
    .asPromise();
  try {
    const found = await verifyLedger(
      { connection },
      {
        sha256,
        onFault: (fault) => {
          throw new Error(JSON.stringify(fault));
        },
      },
    );
    expect(found.entries).toBeGreaterThan(50);
    expect(found).toMatchObject({ faults: 0, rebuilt: 0 });
  } finally {
    await connection.close();
  }
});

/** A signed webhook with little in it. */
function thin(type: string, object: object): string {
  return JSON.stringify({ id: `evt_${randomUUID()}`, type, data: { object: { id: 'none_1', ...object } } });
}

async function keptWebhooks() {
  const connection = await mongoose
    .createConnection(payment.config.MONGO_URL, { dbName: payment.config.MONGO_DB })
    .asPromise();
  try {
    return await connection.collection<Record<string, unknown>>('webhook_inbox').find().toArray();
  } finally {
    await connection.close();
  }
}

function sdk(): Stripe {
  return new Stripe('sk_test_daka', {
    host: '127.0.0.1',
    port: payment.sandbox.port,
    protocol: 'http',
    telemetry: false,
  });
}
