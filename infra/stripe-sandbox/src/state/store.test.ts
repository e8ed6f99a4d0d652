import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { startSandbox } from '../sandbox';
import { refusalOf, startHarness, type Harness } from '../testing/harness';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
  file = join(dir, 'deep', 'journal.jsonl');
});
afterEach(() => rmSync(dir, { recursive: true }));

async function using<T>(
  options: Parameters<typeof startHarness>[0],
  work: (harness: Harness) => Promise<T>,
): Promise<T> {
  const harness = await startHarness(options);
  try {
    return await work(harness);
  } finally {
    await harness.stop();
  }
}

const withoutStart = (state: Record<string, unknown>) => ({
  totals: state['totals'],
  charges: state['charges'],
  sessions: state['sessions'],
  refunds: state['refunds'],
});

it('knows after a restart all that it answered before: objects, balance, keys, open sessions', async () => {
  const key = { idempotencyKey: 'refund:e1:p1:a1' };
  const before = await using({ dataFile: file }, async (harness) => {
    const { intent } = await harness.paid(1_000);
    await harness.newSession();
    const refund = await harness.stripe.refunds.create({ payment_intent: intent, amount: 100 }, key);
    await harness.quiet();
    return {
      intent,
      refund: refund.id,
      state: (await harness.control('state')).body,
      balance: (await harness.stripe.balance.retrieve()).available,
    };
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
    expect(
      (await harness.stripe.refunds.create({ charge, amount: 100 }, key)).lastResponse.headers['idempotent-replayed'],
    ).toBe('true');
    expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100);
  });
});

it('cuts off a torn last line and writes on behind the whole ones', async () => {
  const { charge } = await using({ dataFile: file }, (harness) => harness.paid(1_000));
  appendFileSync(file, '{"is":"change","account":"","puts":[["ref');
  await using({ dataFile: file }, (harness) => harness.stripe.refunds.create({ charge, amount: 100 }));
  await using({ dataFile: file }, async (harness) =>
    expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(100),
  );
});

it('does not start on a journal that is damaged in the middle', async () => {
  await using({ dataFile: file }, (harness) => harness.paid(1_000));
  writeFileSync(file, `not a line\n${readFileSync(file, 'utf8')}`);
  await expect(startSandbox({ dataFile: file })).rejects.toThrow('the line at byte 0 is damaged');
});

it('delivers after the restart what was owed before it', async () => {
  await using(
    { dataFile: file, webhookEndpoints: [{ url: 'http://127.0.0.1:1/closed', secret: 'whsec_x' }] },
    (harness) => harness.paid(1_000),
  );
  await using(
    {
      dataFile: file,
      webhookEndpoints: [{ url: 'http://127.0.0.1:1/closed', secret: 'whsec_x' }],
      delivery: { maxAttempts: 1 },
    },
    async (harness) => {
      await harness.quiet();
      expect((await harness.control('state')).body['webhooks']).toEqual({ undelivered: 0, delivered: 0, abandoned: 3 });
    },
  );
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

const linesOf = (of: string): number => readFileSync(of, 'utf8').split('\n').length - 1;
const everything = async ({ stripe, control }: Harness, options: Stripe.RequestOptions = {}) => ({
  state: withoutStart((await control('state')).body),
  balance: await stripe.balance.retrieve({}, options).then(({ available, pending }) => ({ available, pending })),
  lists: JSON.parse(
    JSON.stringify(
      await Promise.all(
        [
          stripe.checkout.sessions.list({ limit: 100 }, options),
          stripe.charges.list({ limit: 100 }, options),
          stripe.refunds.list({ limit: 100 }, options),
          stripe.disputes.list({ limit: 100 }, options),
          stripe.balanceTransactions.list({ limit: 100 }, options),
          stripe.events.list({ limit: 100 }, options),
        ].map((list) => list.then(({ data }) => data)),
      ),
    ),
  ) as object[],
});

it('writes a journal anew that is superseded in good part, and knows the same afterwards', async () => {
  const key = { idempotencyKey: 'before' };
  const kept = { dataFile: file, publicUrl: 'http://pay.test' };
  const account = { stripeAccount: 'acct_one' };
  const before = await using(kept, async (harness) => {
    await harness.control('terms', { availableAfterMs: 3_600_000 });
    const { charge } = await harness.paid(1_000);
    const other = await harness.paid(500, {}, account);
    for (let n = 0; n < 10; n += 1) await harness.stripe.refunds.create({ charge, amount: 1 });
    const refund = await harness.stripe.refunds.create({ charge, amount: 7 }, key);
    for (let n = 0; n < 30; n += 1) await harness.stripe.refunds.update(refund.id, { metadata: { n } });
    await harness.stripe.refunds.create({ charge: other.charge, amount: 3 }, account);
    await harness.newSession();
    await harness.control('disputes', { charge });
    await harness.quiet();
    return { charge, refund: refund.id, own: await everything(harness), connected: await everything(harness, account) };
  });
  const lines = linesOf(file);
  await using(kept, async (harness) => {
    expect(linesOf(file)).toBeLessThan(lines / 4);
    expect(existsSync(`${file}.new`)).toBe(false);
    expect(await everything(harness)).toEqual(before.own);
    expect(await everything(harness, account)).toEqual(before.connected);
    expect((await harness.stripe.refunds.create({ charge: before.charge, amount: 7 }, key)).id).toBe(before.refund);
  });
  const compacted = linesOf(file);
  await using(kept, async (harness) => {
    expect(linesOf(file)).toBe(compacted + 1);
    expect(await everything(harness)).toEqual(before.own);
  });
});

it('owes after compacting what it owed before, no more and no less', async () => {
  await using({ dataFile: file }, async (harness) => {
    const { charge } = await harness.paid(1_000);
    const refund = await harness.stripe.refunds.create({ charge, amount: 7 });
    for (let n = 0; n < 30; n += 1) await harness.stripe.refunds.update(refund.id, { metadata: { n } });
    await harness.quiet();
    harness.hookAnswers.push(...Array<number>(1_000).fill(500));
    await harness.stripe.refunds.create({ charge, amount: 8 });
  });
  const lines = linesOf(file);
  const closed = { webhookEndpoints: [], dataFile: file };
  await using(closed, async (harness) => {
    expect(linesOf(file)).toBeLessThan(lines / 4);
    await harness.quiet();
    const { data: events } = await harness.stripe.events.list({ type: 'refund.created' });
    expect(events).toHaveLength(2);
  });
});

it('keeps neither keys older than a day nor events older than 30, and all money', async () => {
  const { charge } = await using({ dataFile: file }, async (harness) => {
    const paid = await harness.paid(1_000);
    for (let n = 0; n < 20; n += 1)
      await harness.stripe.refunds.create({ charge: paid.charge, amount: 1 }, { idempotencyKey: `k${n}` });
    await harness.quiet();
    await harness.control('clock', { advanceSeconds: 31 * 86_400 });
    return paid;
  });
  await using({ dataFile: file }, async (harness) => {
    expect(readFileSync(file, 'utf8')).not.toContain('"k1"');
    expect((await harness.stripe.events.list({})).data).toEqual([]);
    expect((await harness.stripe.charges.retrieve(charge)).amount_refunded).toBe(20);
    expect((await harness.stripe.refunds.list({ charge, limit: 100 })).data).toHaveLength(20);
    expect((await harness.control('clock')).body).toMatchObject({ ahead_seconds: 31 * 86_400 });
  });
});

it('starts on the old journal when it cannot write the new one, and when a kill left half of one', async () => {
  const { charge } = await using({ dataFile: file }, async (harness) => {
    const paid = await harness.paid(1_000);
    const refund = await harness.stripe.refunds.create({ charge: paid.charge, amount: 7 });
    for (let n = 0; n < 30; n += 1) await harness.stripe.refunds.update(refund.id, { metadata: { n } });
    await harness.quiet();
    return paid;
  });
  const refundedMinor = async (harness: Harness) => (await harness.stripe.charges.retrieve(charge)).amount_refunded;
  const old = readFileSync(file, 'utf8');
  writeFileSync(`${file}.new`, old.slice(0, 100));
  await using({ dataFile: file }, async (harness) => expect(await refundedMinor(harness)).toBe(7));
  expect(linesOf(file)).toBeLessThan(20);

  writeFileSync(file, old);
  const blocked = join(dir, 'blocked', 'journal.jsonl');
  mkdirSync(`${blocked}.new/in-the-way`, { recursive: true });
  copyFileSync(file, blocked);
  await using({ dataFile: blocked }, async (harness) => {
    expect(await refundedMinor(harness)).toBe(7);
    await harness.stripe.refunds.create({ charge, amount: 1 });
  });
  expect(readFileSync(blocked, 'utf8').startsWith(old)).toBe(true);
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
