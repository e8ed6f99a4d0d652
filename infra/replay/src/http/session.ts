import { setTimeout as sleep } from 'node:timers/promises';
import { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import { UnexpectedAnswer, read } from './expect';
import type { Answer, Client, Order } from './client';
import { proveEmail } from './prove-email';

export interface Account {
  email: string;
  password: string;
  displayName: string;
  timeZone: string;
  locale?: 'zh-CN' | 'en';
}

/** Somebody who is signed in. */
export interface Session {
  readonly account: Account;
  /** Sends with a token that is renewed when it has run out. */
  send(order: Omit<Order, 'token'>): Promise<Answer>;
  /** Sends, requires one of these statuses and reads the body. Throws UnexpectedAnswer. */
  ask<T extends z.ZodType>(order: Omit<Order, 'token'>, schema: T, expected?: readonly number[]): Promise<z.infer<T>>;
  /** The same for what another service learns of a little later: 404 is asked again. */
  askUntilThere<T extends z.ZodType>(
    order: Omit<Order, 'token'>,
    schema: T,
    expected?: readonly number[],
  ): Promise<z.infer<T>>;
}

const THERE_WITHIN_MS = 60_000;
const MAX_DELAY_MS = 100;

/** Signs up, or in where the account exists already (a sign-up whose answer was lost), and proves the address where letters are sent. */
export async function signUp(client: Client, account: Account): Promise<Session> {
  const answer = await client.send({ method: 'POST', path: '/api/membership/accounts', body: account });
  const token =
    answer.code === 'email_taken'
      ? await signIn(client, account)
      : read(answer, membershipHttp.SignedInBody, 'sign-up').accessToken;
  if (client.mailboxUrl !== undefined) await proveEmail(client, client.mailboxUrl, account.email);
  return createSession(client, account, token);
}

async function signIn(client: Client, { email, password }: Account): Promise<string> {
  const answer = await client.send({ method: 'POST', path: '/api/membership/sessions', body: { email, password } });
  return read(answer, membershipHttp.SignedInBody, 'sign-in').accessToken;
}

function createSession(client: Client, account: Account, firstToken: string): Session {
  let token = firstToken;

  async function send(order: Omit<Order, 'token'>): Promise<Answer> {
    const answer = await client.send({ ...order, token });
    if (answer.status !== 401) return answer;
    token = await signIn(client, account);
    return client.send({ ...order, token });
  }

  async function ask<T extends z.ZodType>(
    order: Omit<Order, 'token'>,
    schema: T,
    expected?: readonly number[],
  ): Promise<z.infer<T>> {
    return read(await send(order), schema, `${order.method} ${order.path}`, expected);
  }

  async function askUntilThere<T extends z.ZodType>(
    order: Omit<Order, 'token'>,
    schema: T,
    expected?: readonly number[],
  ): Promise<z.infer<T>> {
    const untilMs = performance.now() + THERE_WITHIN_MS;
    for (let delayMs = 5; ; delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)) {
      try {
        return await ask(order, schema, expected);
      } catch (error) {
        const isNotYetThere = error instanceof UnexpectedAnswer && error.answer.status === 404;
        if (!isNotYetThere || performance.now() > untilMs) throw error;
        await sleep(delayMs);
      }
    }
  }

  return { account, send, ask, askUntilThere };
}
