import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually } from '@daka/service-kit/testing';
import type Stripe from 'stripe';
import { createStripe } from './client';
import { createMovementFeed } from './movements';
import { createStripeProcessor } from './processor';
import { refundRequest, sessionRequest, transferRequest } from './requests';

const BINARY = process.env['STRIPE_MOCK_BIN'] ?? join(__dirname, '../../../../../.daka/bin/stripe-mock');
const isThere = existsSync(BINARY);

/** stripe-mock carries Stripe's own OpenAPI document and refuses what Stripe would not understand. */
(isThere || process.env['CI'] === 'true' ? describe : describe.skip)(
  `requests checked by stripe-mock${isThere ? '' : ` (skipped: no ${BINARY}; set STRIPE_MOCK_BIN)`}`,
  () => {
    let mock: ChildProcess;
    let stripe: Stripe;
    const request = {
      accountId: null,
      creditMinor: 0,
      currency: 'CNY',
      entryFeeMinor: 2_000,
      depositMinor: 10_000,
      expiresAtMs: Date.now() + 3_600_000,
      successUrl: 'https://daka.example/done',
      cancelUrl: 'https://daka.example/back',
    };

    beforeAll(async () => {
      if (!isThere) throw new Error(`stripe-mock is needed in CI; STRIPE_MOCK_BIN or ${BINARY}`);
      const port = await freePort();
      mock = spawn(BINARY, ['-http-port', String(port)], { stdio: 'ignore' });
      stripe = createStripe({ secretKey: 'sk_test_123', apiBase: `http://127.0.0.1:${port}`, timeoutMs: 5_000 });
      await eventually(async () => stripe.balance.retrieve(), { timeoutMs: 50_000, everyMs: 250 });
      // It reads Stripe's whole OpenAPI document first.
    }, 60_000);
    afterAll(() => {
      mock?.kill();
    });

    it('a checkout session', async () => {
      const { params, key } = sessionRequest('enrolment', 1, request);
      expect(await stripe.checkout.sessions.create(params, { idempotencyKey: key })).toMatchObject({
        object: 'checkout.session',
      });
    });
    it('a checkout session without a fee', async () => {
      const { params, key } = sessionRequest('enrolment', 2, { ...request, entryFeeMinor: 0 });
      expect(params.line_items).toHaveLength(1);
      expect(await stripe.checkout.sessions.create(params, { idempotencyKey: key })).toMatchObject({
        object: 'checkout.session',
      });
    });
    it('a refund', async () => {
      const { params, key } = refundRequest({
        enrolmentId: 'enrolment',
        period: '2026-03-02',
        attempt: 1,
        paymentIntentId: 'pi_1',
        amountMinor: 500,
      });
      expect(key).toBe('refund:enrolment:2026-03-02:a1');
      expect(await stripe.refunds.create(params, { idempotencyKey: key })).toMatchObject({ object: 'refund' });
    });
    it('a transfer and its reversal, and what there is of them', async () => {
      const order = {
        book: 'enrolment',
        cohortId: 'cohort',
        number: 1,
        attempt: 1,
        reason: 'fee',
        reverses: null,
        amountMinor: 1_700,
        accountId: 'acct_1',
        currency: 'CNY',
        reversedId: null,
      } as const;
      expect(transferRequest(order).key).toBe('transfer:enrolment:fee:1:a1');
      const processor = createStripeProcessor(stripe);
      expect(await processor.transfer(order)).toMatchObject({ outcome: 'answered', value: { number: 1, attempt: 1 } });
      const back = { ...order, number: 2, reverses: 1, reversedId: 'tr_1' };
      expect(await processor.transfer(back)).toMatchObject({ outcome: 'answered', value: { number: 2 } });
      // What stripe-mock has is not ours.
      expect(await processor.transfersOf({ book: 'enrolment', reversedId: null })).toEqual([]);
      expect(await processor.transfersOf({ book: 'enrolment', reversedId: 'tr_1' })).toEqual([]);
    });
    it("an organisation's account, a link to its onboarding, and how it stands", async () => {
      const processor = createStripeProcessor(stripe);
      expect(await processor.createAccount('organisation')).toMatchObject({
        outcome: 'answered',
        value: expect.stringMatching(/^acct_/),
      });
      const back = { refreshUrl: 'https://daka.example/again', returnUrl: 'https://daka.example/done' };
      expect(await processor.onboardingLink('acct_1', back)).toMatchObject({
        outcome: 'answered',
        value: { url: expect.any(String), expiresAtMs: expect.any(Number) },
      });
      expect(await processor.account('acct_1')).toMatchObject({ accountId: 'acct_1', organisationId: null });
    });
    it('the questions: a session, a charge with its fee, a refund, all refunds of a payment', async () => {
      const processor = createStripeProcessor(stripe);
      expect(await processor.checkout('cs_1', null)).toMatchObject({ status: expect.any(String) });
      expect(await processor.chargeOf('pi_1', null)).not.toBeUndefined();
      expect(await processor.refundById('re_1', null)).toMatchObject({ processorRefundId: expect.any(String) });
      expect((await processor.refundsOf('pi_1', null)).length).toBeGreaterThan(0);
    });
    it('refunds that came back', async () => {
      expect(await createStripeProcessor(stripe).returnedSince(1_700_000_000_000, null)).toEqual(expect.any(Array));
    });
    it('disputes: one, those since a time, those of a payment, and whether an account may be used', async () => {
      const processor = createStripeProcessor(stripe);
      expect(await processor.disputeById('du_1', null)).toMatchObject({
        disputeId: expect.any(String),
        withdrawnMinor: expect.any(Number),
      });
      expect(await processor.disputesSince(1_700_000_000_000, 'acct_1')).toEqual(expect.any(Array));
      expect(await processor.disputesOf('pi_1', null)).toEqual(expect.any(Array));
      expect(await processor.canActFor('acct_1')).toEqual({ outcome: 'answered', value: true });
    });
    it('balance transactions: since an instant, and of one source', async () => {
      const feed = createMovementFeed(stripe);
      for await (const page of feed.since('', 1_700_000_000_000)) expect(page.length).toBeGreaterThan(0);
      expect((await feed.ofSource('acct_1', 'ch_1')).length).toBeGreaterThan(0);
      expect(await feed.ofSource('', 'txn_1')).toMatchObject([{ account: '', source: expect.any(String) }]);
    });
    it('a parameter that Stripe does not know is refused, so that this check can fail', async () => {
      const { params } = refundRequest({
        enrolmentId: 'e',
        period: 'p',
        attempt: 1,
        paymentIntentId: 'pi_1',
        amountMinor: 500,
      });
      await expect(
        stripe.refunds.create({ ...params, surprise: 1 } as Stripe.RefundCreateParams),
      ).rejects.toMatchObject({ statusCode: 400 });
    });
  },
);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
