import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
// The package's CommonJS types have the default export only.
// oxlint-disable-next-line import/no-named-as-default
import Stripe from 'stripe';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';

/** Machines that run everything at once are slow. */
jest.setTimeout(60_000);
const QUIET_WITHIN_MS = 30_000;

const WEBHOOK_SECRET = 'whsec_of_the_test';

export interface Harness {
  readonly sandbox: Sandbox;
  readonly stripe: Stripe;
  /** Events taken by the webhook endpoint, in order of arrival, each verified by the SDK. */
  readonly received: Stripe.Event[];
  /** What the webhook endpoint answers next; 200 when empty. */
  readonly hookAnswers: number[];
  newSession(
    overrides?: Partial<Stripe.Checkout.SessionCreateParams>,
    options?: Stripe.RequestOptions,
  ): Promise<Stripe.Checkout.Session>;
  /** Buttons of the hosted page, as a machine presses them. */
  press(
    session: Stripe.Checkout.Session,
    button: 'pay' | 'decline' | 'abandon',
    form?: Record<string, string>,
  ): Promise<{ status: number; body: PageAnswer }>;
  /** A paid session's intent, of this amount. */
  paid(
    amountMinor: number,
    overrides?: Partial<Stripe.Checkout.SessionCreateParams>,
    options?: Stripe.RequestOptions,
  ): Promise<Paid>;
  control<T = Record<string, unknown>>(path: string, body?: object): Promise<{ status: number; body: T }>;
  /** Waits until nothing is undelivered and no refund is about to settle. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

export interface Paid {
  readonly session: string;
  readonly intent: string;
  readonly charge: string;
}

export interface PageAnswer {
  readonly session?: Stripe.Checkout.Session;
  readonly redirect_url?: string;
  readonly error?: { readonly code: string; readonly payment_intent?: string };
}

export const line = (
  unit_amount: number,
  currency = 'usd',
  name = 'Deposit',
): Stripe.Checkout.SessionCreateParams.LineItem => ({
  quantity: 1,
  price_data: { currency, unit_amount, product_data: { name } },
});

/** A sandbox with a webhook endpoint, and the real SDK pointed at it. */
export async function startHarness(options: SandboxOptions = {}): Promise<Harness> {
  const hook = await startHook();
  const sandbox = await startSandbox({
    webhookEndpoints: [{ url: hook.url, secret: WEBHOOK_SECRET }],
    delivery: { firstRetryMs: 5 },
    ...options,
  });
  const stripe = sdkFor(sandbox);

  const newSession: Harness['newSession'] = (overrides, requestOptions) =>
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [line(10_000)],
        success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
        cancel_url: 'http://shop.test/back',
        ...overrides,
      },
      requestOptions,
    );

  const press: Harness['press'] = async (session, button, form = {}) => {
    const response = await fetch(`${sandbox.url}/checkout/${session.id}/${button}`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as PageAnswer };
  };

  const control: Harness['control'] = async <T>(path: string, body?: object) => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox.url}/_sandbox/${path}`, init);
    return { status: response.status, body: (await response.json()) as T };
  };

  return {
    sandbox,
    stripe,
    received: hook.received,
    hookAnswers: hook.answers,
    newSession,
    press,
    control,
    async paid(amountMinor, overrides, requestOptions) {
      const session = await newSession({ line_items: [line(amountMinor)], ...overrides }, requestOptions);
      const { body } = await press(session, 'pay');
      const intent = await stripe.paymentIntents.retrieve(String(body.session?.payment_intent), {}, requestOptions);
      return { session: session.id, intent: intent.id, charge: String(intent.latest_charge) };
    },
    async quiet() {
      const deadlineAtMs = Date.now() + QUIET_WITHIN_MS;
      while (!(await control<{ quiet: boolean }>('state')).body.quiet) {
        if (Date.now() > deadlineAtMs) throw new Error('the sandbox did not become quiet');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async stop() {
      await sandbox.stop();
      await hook.stop();
    },
  };
}

/** The unmodified SDK, without retries of its own unless asked for. */
export const sdkFor = (sandbox: Sandbox, { key = 'sk_test_daka', maxNetworkRetries = 0 } = {}): Stripe =>
  new Stripe(key, { host: '127.0.0.1', port: sandbox.port, protocol: 'http', maxNetworkRetries, telemetry: false });

/** The refusal of a call that must fail; fails the test when it does not. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{
  status: number | undefined;
  type: string;
  code: string | undefined;
  param: string | undefined;
  message: string;
}> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Stripe.errors.StripeError)) throw new Error(`expected a refusal, got ${String(outcome)}`);
  return {
    status: outcome.statusCode,
    type: outcome.rawType ?? outcome.type,
    code: outcome.code,
    param: outcome.param,
    message: outcome.message,
  };
}

async function startHook(): Promise<{
  url: string;
  received: Stripe.Event[];
  answers: number[];
  stop(): Promise<void>;
}> {
  const { webhooks } = new Stripe('sk_test_unused');
  const received: Stripe.Event[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event = webhooks.constructEvent(
        Buffer.concat(chunks),
        request.headers['stripe-signature'] ?? '',
        WEBHOOK_SECRET,
      );
      const status = answers.shift() ?? 200;
      if (status < 300) received.push(event);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
