import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import Stripe from 'stripe';

export interface StripeSettings {
  secretKey: string;
  /** Empty: the real Stripe. */
  apiBase: string;
  timeoutMs: number;
}

const SOCKETS = { keepAlive: true, maxSockets: 32 };

/** The SDK, pinned to the version it was made for. It does not retry by itself: the refund engine does, with its own memory. */
export function createStripe({ secretKey, apiBase, timeoutMs }: StripeSettings): Stripe {
  const options = {
    apiVersion: Stripe.API_VERSION,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
  } as const;
  if (apiBase === '') return new Stripe(secretKey, { ...options, httpAgent: new HttpsAgent(SOCKETS) });
  const { protocol, hostname, port } = new URL(apiBase);
  const isPlain = protocol === 'http:';
  return new Stripe(secretKey, {
    ...options,
    protocol: isPlain ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
    httpAgent: isPlain ? new HttpAgent(SOCKETS) : new HttpsAgent(SOCKETS),
  });
}
