import fs from 'node:fs';
import path from 'node:path';
import type { Log } from '../parts/fetch-once';
import { runPart } from '../parts/program';
import { OperatorProblem } from '../problem';
import { layOut, SANDBOX_KEYS, sandboxEnvironment } from './layout';
import { fixedPorts } from './options';
import { nodeProgram } from './programs';

/** What a command needs to speak to Stripe. */
export type StripeEnvironment = Record<'STRIPE_SECRET_KEY' | 'STRIPE_API_BASE', string>;

const PROBE_TIMEOUT_MS = 2_000;

/** Stripe itself when STRIPE_SECRET_KEY is given, else the sandbox of a running `npm start`, else one started on the data of the last one. */
export async function withLocalStripe<T>(
  env: NodeJS.ProcessEnv,
  dir: string,
  log: Log,
  use: (stripe: StripeEnvironment) => Promise<T>,
): Promise<T> {
  if (env['STRIPE_SECRET_KEY'])
    return use({ STRIPE_SECRET_KEY: env['STRIPE_SECRET_KEY'], STRIPE_API_BASE: env['STRIPE_API_BASE'] ?? '' });
  const stripeAt = (port: number | string) => ({
    STRIPE_SECRET_KEY: SANDBOX_KEYS.secretKey,
    STRIPE_API_BASE: `http://127.0.0.1:${port}`,
  });
  const running = stripeAt(env['SANDBOX_PORT'] || fixedPorts.sandbox);
  if (await answers(running.STRIPE_API_BASE)) return use(running);
  if (!fs.existsSync(path.join(dir, 'data', 'sandbox.jsonl')))
    throw new OperatorProblem(
      'The Stripe sandbox does not run and has no data here. Start Daka with npm start, or set STRIPE_SECRET_KEY.',
    );
  log('Starting the Stripe sandbox with the data of the last npm start ...');
  // Its webhooks keep the address that they have: another one would take the old one's out, with what is owed to it.
  const payment = Number(env['PAYMENT_PORT'] || fixedPorts.payment);
  const layout = await layOut({ dir, services: [], mongoUrl: 'given', brokers: 'given', ports: { payment } });
  const port = layout.ports.sandbox;
  const sandbox = await runPart(
    port,
    nodeProgram({
      name: 'sandbox',
      main: 'infra/stripe-sandbox/dist/main.js',
      dir,
      nodeFlags: [],
      env: sandboxEnvironment(layout),
      readyUrl: `http://127.0.0.1:${port}/livez`,
    }),
  );
  try {
    return await use(stripeAt(port));
  } finally {
    await sandbox.stop();
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/livez`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
