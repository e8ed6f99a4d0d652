import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
// The package's CommonJS types have the default export only.
// oxlint-disable-next-line import/no-named-as-default
import Stripe from 'stripe';

/** The binary of Stripe's own request checker: STRIPE_MOCK_BIN, or where the set-up puts it. */
export function findStripeMock(): string | undefined {
  const places = [process.env['STRIPE_MOCK_BIN'], join(__dirname, '../../../../.daka/bin/stripe-mock')];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

/** Starts stripe-mock on a free port. */
export async function startStripeMock(binary: string): Promise<{ stripe: Stripe; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(binary, ['-http-addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const stripe = new Stripe('sk_test_mock', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const isUp = await stripe.balance.retrieve().then(
      () => true,
      () => false,
    );
    if (isUp) return { stripe, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${binary} did not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
