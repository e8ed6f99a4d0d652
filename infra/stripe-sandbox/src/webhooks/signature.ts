import { createHmac } from 'node:crypto';

/** The Stripe-Signature header of a body sent at this time (wall clock, epoch seconds). */
export function signatureHeader(body: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
