import { setTimeout as sleep } from 'node:timers/promises';
import express, { type NextFunction, type Request as HttpRequest, type Response, type Router } from 'express';
import qs from 'qs';
import type { Faults, RequestFault } from '../faults';
import { accountEndpoints } from '../resources/accounts';
import { balanceTransactionEndpoints } from '../resources/balance-transactions';
import { chargeEndpoints } from '../resources/charges';
import { checkoutSessionEndpoints } from '../resources/checkout-sessions';
import { disputeEndpoints } from '../resources/disputes';
import { API_VERSION, eventEndpoints } from '../resources/events';
import { paymentIntentEndpoints } from '../resources/payment-intents';
import { payoutEndpoints } from '../resources/payouts';
import { refundEndpoints } from '../resources/refunds';
import { transferEndpoints } from '../resources/transfers';
import { webhookEndpointEndpoints } from '../resources/webhook-endpoints';
import type { Store } from '../state/store';
import { accountOf } from './accounts';
import { checkSecretKey } from './authentication';
import type { Endpoint, Surroundings } from './endpoint';
import { ApiError, errorAnswer } from './error';
import { expandAnswer } from './expand';
import { fingerprintOf, judgeKey, keyInUse, type KeysInFlight } from './idempotency';
import { parseParams } from './params';

export interface ApiParts {
  readonly store: Store;
  readonly faults: Faults;
  readonly around: Surroundings;
  readonly secretKey: string;
}

/** Where one request stands: what is known of it before its handler runs. */
interface Asked {
  readonly requestId: string;
  readonly account: string;
  readonly path: string;
  readonly input: unknown;
  readonly key: string | null;
  readonly fault: RequestFault | undefined;
}

const QS_OPTIONS = { depth: 8, arrayLimit: 200, parameterLimit: 2_000, plainObjects: true } as const;

const ENDPOINTS: readonly Endpoint[] = [
  ...checkoutSessionEndpoints,
  ...paymentIntentEndpoints,
  ...chargeEndpoints,
  ...refundEndpoints,
  ...balanceTransactionEndpoints,
  ...payoutEndpoints,
  ...transferEndpoints,
  ...disputeEndpoints,
  ...eventEndpoints,
  ...webhookEndpointEndpoints,
  ...accountEndpoints,
];

/** Stripe's HTTP API under /v1. */
export function createApi(parts: ApiParts): Router {
  const router = express.Router();
  const inFlight: KeysInFlight = new Set();
  const nextRequestId = requestIds();

  router.use(express.text({ type: () => true, limit: '1mb' }));
  for (const endpoint of ENDPOINTS) {
    router[endpoint.method](endpoint.path, async (req, res) => {
      const requestId = nextRequestId();
      try {
        await serve(parts, inFlight, endpoint, req, res, requestId);
      } catch (error) {
        refuse(res, error, requestId);
      }
    });
  }
  router.use((req: HttpRequest, res: Response, _next: NextFunction) => {
    const message = `Unrecognized request URL (${req.method}: ${req.path}). If you are trying to list objects, remove the trailing slash. The sandbox supports a part of Stripe's API only.`;
    send(res, 404, JSON.stringify(errorAnswer({ type: 'invalid_request_error', message })), nextRequestId());
  });
  return router;
}

/** One request: who asks, what goes wrong, was it asked before; then the handler, one journal line, the answer. */
async function serve(
  parts: ApiParts,
  inFlight: KeysInFlight,
  endpoint: Endpoint,
  req: HttpRequest,
  res: Response,
  requestId: string,
): Promise<void> {
  const { store, faults } = parts;
  echoHeaders(req, res);
  checkSecretKey(req.headers.authorization, parts.secretKey);
  const asked = read(req, parts, requestId);
  throwEarlyFault(asked);
  if (asked.fault === 'hang_before') return hang(res, faults.settings().requests.hangMs);

  const fingerprint = asked.key === null ? '' : fingerprintOf(asked.input);
  if (asked.key !== null) {
    const judged = judgeKey(store, inFlight, { ...asked, key: asked.key, fingerprint });
    if (judged.use === 'replay') {
      res.setHeader('Idempotent-Replayed', 'true');
      return answer(res, judged.stored.status, judged.stored.body, asked, faults);
    }
  }
  const params = parseParams(endpoint.params, asked.input, endpoint.known);
  const release = hold(inFlight, asked);
  try {
    const { latencyMs } = faults.settings().requests;
    if (latencyMs > 0) await sleep(latencyMs);
    const { status, body } = execute(parts, endpoint, asked, params, String(req.params['id'] ?? ''), fingerprint);
    answer(res, status, body, asked, faults);
  } finally {
    release();
  }
}

function read(req: HttpRequest, { store, faults, around }: ApiParts, requestId: string): Asked {
  const text =
    req.method === 'GET'
      ? req.url.slice(req.url.indexOf('?') + 1 || req.url.length)
      : typeof req.body === 'string'
        ? req.body
        : '';
  const key = req.headers['idempotency-key'];
  return {
    requestId,
    account: accountOf(
      req.headers['stripe-account'],
      around.terms(),
      (id) => store.book('').tables.account.get(id) !== undefined,
    ),
    path: req.path,
    input: qs.parse(text, QS_OPTIONS),
    key: req.method === 'POST' && typeof key === 'string' && key !== '' ? key : null,
    fault: faults.nextRequestFault(req.method, req.path),
  };
}

/** Faults that meet a request before it is executed; none of them is remembered under its key. */
function throwEarlyFault({ fault, key }: Asked): void {
  switch (fault) {
    case 'rate_limit':
      throw new ApiError(
        429,
        {
          type: 'invalid_request_error',
          code: 'rate_limit',
          message:
            'Request rate limit exceeded. Learn more about rate limits here https://docs.stripe.com/rate-limits.',
        },
        false,
      );
    case 'lock_timeout':
      throw new ApiError(
        429,
        {
          type: 'invalid_request_error',
          code: 'lock_timeout',
          message:
            'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.',
        },
        false,
      );
    case 'key_in_use':
      throw keyInUse(key ?? '');
    case 'server_error':
    case 'lost_answer':
    case 'hang_before':
    case 'hang_after':
    case undefined:
      return;
    default:
      throw fault satisfies never;
  }
}

/** Runs the handler on a draft and commits draft and key together, so that a key never forgets what was done under it. */
function execute(
  { store, faults, around }: ApiParts,
  endpoint: Endpoint,
  asked: Asked,
  params: unknown,
  id: string,
  fingerprint: string,
): { status: number; body: string } {
  const request = { id: asked.requestId, idempotencyKey: asked.key };
  const remember = (status: number, body: string) => ({
    key: asked.key ?? '',
    usedAtMs: store.keys.nowMs(),
    path: asked.path,
    fingerprint,
    status,
    body,
  });
  try {
    if (asked.fault === 'server_error')
      throw new ApiError(
        500,
        { type: 'api_error', message: 'An unknown error occurred' },
        faults.settings().requests.serverErrorStored,
      );
    const tx = store.begin(asked.account, request);
    const made = endpoint.handle({ tx, params, id, around });
    const body = JSON.stringify(expandAnswer(made, (params as { expand?: string[] }).expand ?? [], tx, around));
    store.commit(tx, asked.key === null ? undefined : remember(200, body));
    return { status: 200, body };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.isStored || asked.key === null) throw error;
    const body = JSON.stringify(errorAnswer(error.body));
    store.commit(store.begin(asked.account, request), remember(error.status, body));
    return { status: error.status, body };
  }
}

function hold(inFlight: KeysInFlight, { account, key }: Asked): () => void {
  if (key === null) return () => undefined;
  inFlight.add(`${account}/${key}`);
  return () => void inFlight.delete(`${account}/${key}`);
}

function answer(res: Response, status: number, body: string, asked: Asked, faults: Faults): void {
  if (asked.fault === 'hang_after') return hang(res, faults.settings().requests.hangMs);
  if (asked.fault === 'lost_answer') {
    res.socket?.destroy();
    return;
  }
  if (asked.key !== null) res.setHeader('Idempotency-Key', asked.key);
  if (asked.account) res.setHeader('Stripe-Account', asked.account);
  send(res, status, body, asked.requestId);
}

/** Says nothing for a while, then cuts the connection. */
function hang(res: Response, ms: number): void {
  const timer = setTimeout(() => res.socket?.destroy(), ms);
  res.on('close', () => clearTimeout(timer));
}

function refuse(res: Response, error: unknown, requestId: string): void {
  if (error instanceof ApiError) return send(res, error.status, JSON.stringify(errorAnswer(error.body)), requestId);
  process.stderr.write(
    `stripe-sandbox: ${requestId} failed: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  send(
    res,
    500,
    JSON.stringify(errorAnswer({ type: 'api_error', message: 'The sandbox itself failed; see its log.' })),
    requestId,
  );
}

function send(res: Response, status: number, body: string, requestId: string): void {
  res.statusCode = status;
  res.setHeader('request-id', requestId);
  res.setHeader('content-type', 'application/json');
  res.setHeader('content-length', Buffer.byteLength(body));
  if (status >= 500) res.setHeader('stripe-should-retry', 'false');
  res.end(body);
}

function echoHeaders(req: HttpRequest, res: Response): void {
  res.setHeader('stripe-version', req.headers['stripe-version'] ?? API_VERSION);
}

function requestIds(): () => string {
  const run = Date.now().toString(36);
  let count = 0;
  return () => `req_${run}${(++count).toString(36).padStart(6, '0')}`;
}
