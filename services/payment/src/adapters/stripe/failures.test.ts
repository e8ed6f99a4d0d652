import Stripe from 'stripe';
import { judgeFailure } from './failures';

const { StripeError, StripeIdempotencyError, StripeRateLimitError, StripeConnectionError } = Stripe.errors;
type Raw = ConstructorParameters<typeof StripeError>[0];
const raw = (statusCode: number, { code, headers = {} }: { code?: string; headers?: Record<string, string> } = {}) =>
  ({ message: 'no', type: 'api_error', statusCode, headers, ...(code === undefined ? {} : { code }) }) as Raw;
const failure = (...parts: Parameters<typeof raw>) => new StripeError(raw(...parts));

it.each([
  ['409 while the key is in use', failure(409, { code: 'idempotency_key_in_use' })],
  ['429', new StripeRateLimitError(raw(429, { code: 'rate_limit' }))],
  ['a rate limit sent as 400', new StripeRateLimitError(raw(400, { code: 'rate_limit' }))],
  ['429 of a lock', failure(429, { code: 'lock_timeout' })],
  ['500', failure(500)],
  ['503', failure(503)],
  ['401 for a wrong key of ours', failure(401)],
  ['a lost connection', new StripeConnectionError({ message: 'gone' } as Raw)],
  ['anything else', new Error('socket hang up')],
])('%s leaves it unclear', (_what, error) => {
  expect(judgeFailure(error)).toMatchObject({ outcome: 'unclear' });
});

it.each([
  ['an error stored under the key', failure(500, { headers: { 'idempotent-replayed': 'true' } }), true],
  ['other parameters under the same key', new StripeIdempotencyError(raw(400)), true],
  ['a charge that is already refunded', failure(400, { code: 'charge_already_refunded' }), false],
  ['a disputed charge', failure(400, { code: 'charge_disputed' }), true],
  ['a parameter that Stripe refuses', failure(400), false],
  ['a payment that is not there', failure(404, { code: 'resource_missing' }), false],
])('%s is a refusal, and says whether a new attempt may fare better', (_what, error, mayRetry) => {
  expect(judgeFailure(error)).toMatchObject({ outcome: 'refused', mayRetry });
});

it('tells a failure that Stripe has stored from a request that it will not have', () => {
  expect(judgeFailure(failure(500, { headers: { 'idempotent-replayed': 'true' } }))).toMatchObject({ isFault: true });
  expect(judgeFailure(failure(400))).not.toHaveProperty('isFault');
});
