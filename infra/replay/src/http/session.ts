import { setTimeout as sleep } from 'node:timers/promises';
import { membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import { UnexpectedAnswer, read } from './expect';
import type { Answer, Client, Order } from './client';
import { signUpToken } from './sign-up-token';

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

/** Signs up, and in: by the link of the letter where letters are sent, else, and where the account exists already, by the password. */
export async function signUp(client: Client, account: Account): Promise<Session> {
  const answer = await client.send({ method: 'POST', path: '/api/membership/accounts', body: account });
  if (answer.status !== 202) throw new UnexpectedAnswer('sign-up', answer);
  const token = client.mailboxUrl === undefined ? null : await signUpToken(client.mailboxUrl, account.email);
  const confirmed = token === null ? null : await confirm(client, account, token);
  return createSession(client, account, confirmed ?? (await signIn(client, account)));
}

/** Null: the link is of an earlier letter, and the account is there. */
async function confirm(client: Client, { password }: Account, token: string): Promise<string | null> {
  const body = { token, password };
  const answer = await client.send({ method: 'POST', path: '/api/membership/accounts/confirmation', body });
  if (answer.code === 'link_ended') return null;
  return read(answer, membershipHttp.SignedInBody, 'the confirmation of a sign-up').accessToken;
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
