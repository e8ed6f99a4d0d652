import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
  file = join(dir, 'deep', 'journal.jsonl');
});
afterEach(() => rmSync(dir, { recursive: true }));

async function using<T>(options: Parameters<typeof startHarness>[0], work: (harness: Harness) => Promise<T>): Promise<T> {
  const harness = await startHarness(options);
  try {
    return await work(harness);
  } finally {
    await harness.stop();
  }
}

const withoutStart = (state: Record<string, unknown>) => ({ totals: state['totals'], charges: state['charges'], sessions: state['sessions'], refunds: state['refunds'] });

it('knows after a restart all that it answered before: objects, balance, keys, open sessions', async () => {
  const key = { idempotencyKey: 'refund:e1:p1:a1' };
  const before = await using({ dataFile: file }, async (harness) => {
    const { intent } = await harness.paid(1_000);
    await harness.newSession();
    const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, key);
    await harness.quiet();
    return { intent, refund: refund.id, state: (await harness.control('state')).body, balance: (await harness.stripe.balance.retrieve()).available };
  });
  await using({ dataFile: file }, async (harness) => {
    expect(withoutStart((await harness.control('state')).body)).toEqual(withoutStart(before.state));
    expect((await harness.stripe.balance.retrieve()).available).toEqual(before.balance);
    const again = await harness.stripe.refunds.create({ payment_intent: before.intent, amount: 100 }, key);
    expect(again.id).toBe(before.refund);
    const fresh = await harness.stripe.refunds.create({ payment_intent: before.intent, amount: 100 });
    expect(fresh.id).not.toBe(before.refund);
  });
});

it('has written everything it answered by the time of the answer, so that kill -9 loses nothing', async () => {
  const killed = join(dir, 'killed.jsonl');
  const { charge, key } = await using({ dataFile: file }, async (harness) => {
    const paid = await harness.paid(1_000);
    const used = { idempotencyKey: 'just-before' };
    await harness.stripe.refunds.create({ charge: paid.charge, amount: 100 }, used);
    copyFileSync(file, killed);
    await harness.stripe.refunds.create({ charge: paid.charge, amount: 200 });
    return { charge: paid.charge, key: used };
  });
  await using({ dataFile: killed }, async (harness) => {
    expect((await harness.stripe.refunds.create({ charge, amount: 100 }, key)).lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
  });
});

it('cuts off a torn last line and writes on behind the whole ones', async () => {
  const { charge } = await using({ dataFile: file }, (harness) => harness.paid(1_000));
  appendFileSync(file, '{"is":"change","account":"","puts":[["ref');
  await using({ dataFile: file }, (harness) => harness.stripe.refunds.create({ charge, amount: 100 }));
  await using({ dataFile: file }, async (harness) => expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100));
});

it('does not start on a journal that is damaged in the middle', async () => {
  await using({ dataFile: file }, (harness) => harness.paid(1_000));
  writeFileSync(file, `not a line\n${readFileSync(file, 'utf8')}`);
  await expect(startSandbox({ dataFile: file })).rejects.toThrow('the line at byte 0 is damaged');
});

it('delivers after the restart what was owed before it', async () => {
  await using({ dataFile: file, webhookEndpoints: [{ url: 'http://127.0.0.1:1/closed', secret: 'whsec_x' }] }, (harness) => harness.paid(1_000));
  await using({ dataFile: file, webhookEndpoints: [{ url: 'http://127.0.0.1:1/closed', secret: 'whsec_x' }], delivery: { maxAttempts: 1 } }, async (harness) => {
    await harness.quiet();
    expect((await harness.control('state')).body['webhooks']).toEqual({ undelivered: 0, delivered: 0, abandoned: 3 });
  });
});

it('settles after the restart a refund that was pending before it', async () => {
  const refund = await using({ dataFile: file, faults: { refunds: { pendingMs: 100 } } }, async (harness) => {
    const { charge } = await harness.paid(1_000);
    return (await harness.stripe.refunds.create({ charge })).id;
  });
  await using({ dataFile: file }, async (harness) => {
    await harness.quiet();
    expect((await harness.stripe.refunds.retrieve(refund)).status).toBe('succeeded');
  });
});

it('moves its whole clock on, for stamps, keys and deadlines, and remembers it', async () => {
  const key = { idempotencyKey: 'ages' };
  const { charge } = await using({ dataFile: file }, async (harness) => {
    const paid = await harness.paid(1_000);
    const open = await harness.newSession();
    const first = await harness.stripe.refunds.create({ charge: paid.charge, amount: 100 }, key);
    await harness.control('clock', { advanceSeconds: 86_399 - 60 });
    expect((await harness.stripe.refunds.create({ charge: paid.charge, amount: 100 }, key)).id).toBe(first.id);
    await harness.control('clock', { advanceSeconds: 61 });
    const later = await harness.stripe.refunds.create({ charge: paid.charge, amount: 100 }, key);
    expect(later.id).not.toBe(first.id);
    expect(later.created - first.created).toBeGreaterThanOrEqual(86_400);
    expect((await harness.press(open, 'pay')).body.error?.code).toBe('session_expired');
    expect((await harness.control('clock', { advanceSeconds: 1, advanceMs: 1 })).status).toBe(400);
    expect((await harness.control('clock', { advanceSeconds: -1 })).status).toBe(400);
    return paid;
  });
  await using({ dataFile: file }, async (harness) => {
    expect((await harness.control('clock')).body).toMatchObject({ ahead_seconds: 86_400, keys_aged_by_ms: 0 });
    const refund = await harness.stripe.refunds.create({ charge, amount: 1 });
    expect(refund.created * 1_000 - Date.now()).toBeGreaterThan(86_000_000);
    await harness.control('reset', {});
    expect((await harness.control('clock')).body).toMatchObject({ ahead_seconds: 0 });
  });
});

it('forgets all on reset, also for the next start', async () => {
  const { charge } = await using({ dataFile: file }, async (harness) => {
    const paid = await harness.paid(1_000);
    await harness.control('reset', {});
    expect(await refusalOf(harness.stripe.charges.retrieve(paid.charge))).toMatchObject({ status: 404 });
    await harness.paid(500);
    await harness.quiet();
    expect(harness.received.at(-1)?.type).toBe('checkout.session.completed');
    return paid;
  });
  await using({ dataFile: file }, async (harness) => {
    expect(await refusalOf(harness.stripe.charges.retrieve(charge))).toMatchObject({ status: 404 });
    expect((await harness.control('state')).body['totals']).toMatchObject({ usd: { captured: 500 } });
  });
});
