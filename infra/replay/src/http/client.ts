import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@daka/contracts';

/** One request to the public origin. */
export interface Order {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  token?: string;
  /** Idempotency-Key: a repetition is answered like the first. */
  key?: string;
}

export interface Answer {
  status: number;
  body: unknown;
  /** Of a problem document; empty otherwise. */
  code: string;
  /** Whether an earlier attempt may have been carried out without its answer arriving. */
  isRepeated: boolean;
}

export interface Client {
  /** Sends, and sends again while the other side is away. Throws ServiceAway when it stays away. */
  send(order: Order): Promise<Answer>;
  close(): void;
  /** Of the mailbox for trying out, where letters of this origin come to. */
  mailboxUrl?: string;
}

export interface ClientOptions {
  origin: string;
  /** Where letters come to, if addresses are to be proven. */
  mailboxUrl?: string | undefined;
  /** Connections at most. */
  connections?: number;
  /** How long a service may be away. */
  patienceMs?: number;
  signal?: AbortSignal;
}

/** A service did not answer for longer than a restart takes. */
class ServiceAway extends Error {
  override readonly name = 'ServiceAway';
}

const REQUEST_TIMEOUT_MS = 30_000;
const FIRST_DELAY_MS = 20;
const MAX_DELAY_MS = 500;

/** A small HTTP client over kept connections, which outlasts restarts of what it talks to. */
export function createClient({
  origin,
  mailboxUrl,
  connections = 32,
  patienceMs = 90_000,
  signal,
}: ClientOptions): Client {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });

  async function send(order: Order): Promise<Answer> {
    const untilMs = performance.now() + patienceMs;
    let isRepeated = false;
    for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)) {
      signal?.throwIfAborted();
      const outcome = await exchange(agent, origin, order).catch((error: unknown) => ({ failure: String(error) }));
      if (!('failure' in outcome) && !isAway(outcome)) return { ...outcome, isRepeated };
      const seen = 'failure' in outcome ? outcome.failure : `${outcome.status} ${outcome.code}`;
      if (performance.now() > untilMs)
        throw new ServiceAway(
          `${order.method} ${order.path}: no answer within ${patienceMs / 1_000} s (last: ${seen})`,
        );
      isRepeated = true;
      await sleep(delayMs, undefined, { signal });
    }
  }

  return { send, close: () => agent.destroy(), ...(mailboxUrl === undefined ? {} : { mailboxUrl }) };
}

/** Answers that mean "not now" and say nothing about the request itself. */
function isAway({ status, code }: Omit<Answer, 'isRepeated'>): boolean {
  return status === 502 || status === 503 || status === 504 || code === 'request_in_progress';
}

async function exchange(agent: http.Agent, origin: string, order: Order): Promise<Omit<Answer, 'isRepeated'>> {
  const { status, text, isJson } = await transfer(agent, origin, order);
  const body: unknown = text === '' ? null : isJson ? JSON.parse(text) : text;
  const problem = status >= 400 ? Problem.safeParse(body) : undefined;
  return { status, body, code: problem?.success ? problem.data.code : '' };
}

function transfer(
  agent: http.Agent,
  origin: string,
  order: Order,
): Promise<{ status: number; text: string; isJson: boolean }> {
  const payload = order.body === undefined ? undefined : Buffer.from(JSON.stringify(order.body));
  const headers = {
    accept: 'application/json',
    ...(payload ? { 'content-type': 'application/json', 'content-length': payload.length } : {}),
    ...(order.token ? { authorization: `Bearer ${order.token}` } : {}),
    ...(order.key ? { 'idempotency-key': order.key } : {}),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      new URL(order.path, origin),
      { method: order.method, agent, headers, timeout: REQUEST_TIMEOUT_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            // Tables are what they are.
            isJson: !/^text\/csv\b/.test(response.headers['content-type'] ?? ''),
          }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.on('error', reject);
    request.end(payload);
  });
}
