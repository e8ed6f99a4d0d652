import { refuse } from '@daka/contracts';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { createSigningKey, createTokenVerifier, type HeldRole, signAccessToken, WAITS_FOR_FACTOR } from '../auth';
import { createLogger, currentTrace } from '../logging';
import { createHttpApp } from './app';
import type { HttpAppOptions } from './options';
import { refusals, route, type RouteDefinition } from './route';
import { startHttpServer } from './server';

export interface Jars {
  calls: number;
  traces: (string | undefined)[];
  /** Takes even a hundred. */
  hasRoom?: boolean;
  /** Instead of the ordinary work of the routes that fill jars. */
  fill: (coins: number) => Promise<number>;
}

const JarParams = z.strictObject({ jarId: z.uuid() });
const Coins = z.strictObject({ coins: z.int().min(1), from: z.strictObject({ name: z.string().min(1) }).optional() });
const Jar = z.object({ coins: z.int() });

export const jarRoutes: RouteDefinition<Jars>[] = [
  route<Jars>()({
    method: 'get',
    path: '/jars/:jarId',
    summary: 'One jar',
    access: ['owner', 'learner'],
    params: JarParams,
    query: z.strictObject({ limit: z.coerce.number().int().max(9).default(5) }),
    answers: { 200: Jar },
    handle: async ({ query }) => ({ coins: query.limit }),
  }),
  route<Jars>()({
    method: 'get',
    path: '/jars/mine',
    summary: 'My jar',
    access: 'signed_in',
    answers: { 200: z.object({ userId: z.string() }) },
    handle: async ({ user }) => ({ userId: user.id }),
  }),
  route<Jars>()({
    method: 'post',
    path: '/jars/:jarId/coins',
    summary: 'Fill a jar',
    access: ['owner'],
    idempotent: true,
    params: JarParams,
    body: Coins,
    answers: { 201: Jar, 409: refusals('jar_full'), 429: refusals('too_fast') },
    handle: async ({ body }, jars) => {
      jars.calls += 1;
      jars.traces.push(currentTrace());
      if (body.coins === 100 && !jars.hasRoom)
        return refuse('jar_full', 'Nothing fits in.', {
          fields: [{ path: 'coins', message: 'too many' }],
          extra: { free: 0 },
        });
      if (body.coins === 200) return refuse('too_fast');
      return { coins: await jars.fill(body.coins) };
    },
  }),
  route<Jars>()({
    method: 'delete',
    path: '/jars/:jarId',
    summary: 'Break a jar',
    access: ['owner'],
    params: JarParams,
    answers: { 204: null },
    handle: async () => null,
  }),
  route<Jars>()({
    method: 'post',
    path: '/public',
    summary: 'Anybody',
    access: 'public',
    body: z.strictObject({ note: z.string().default('none') }),
    answers: { 200: z.object({ note: z.string(), userId: z.string().nullable() }) },
    handle: async ({ body, user }) => ({ note: body.note, userId: user?.id ?? null }),
  }),
  route<Jars>()({
    method: 'post',
    path: '/raw',
    summary: 'Signed bytes',
    access: 'public',
    rawBody: true,
    maxBodyBytes: 10,
    answers: { 200: z.object({ hex: z.string() }) },
    handle: async ({ body }) => ({ hex: body.toString('hex') }),
  }),
];

/** By the beginning of an account's id. */
const ROLES: readonly (readonly [string, HeldRole])[] = [
  ['owner', 'owner'],
  ['learner', 'learner'],
  ['waiting', WAITS_FOR_FACTOR],
  ['waiting-learner', 'learner'],
];

/**
 * A server with a few routes about jars. `owner-*` own every jar, `learner-*` learn on it, `waiting-*` would own it if they had a second
 * factor, others have no part in it.
 */
export async function serveJars(changes: Partial<HttpAppOptions<Jars>> = {}) {
  const key = createSigningKey();
  const jars: Jars = { calls: 0, traces: [], fill: async (coins) => coins };
  const lines: string[] = [];
  const metrics = new Registry();
  const app = createHttpApp({
    service: 'jars',
    routes: jarRoutes,
    ports: jars,
    verifyToken: createTokenVerifier({ keys: [key.publicJwk] }),
    rolesOf: async ({ id }) => ROLES.filter(([prefix]) => id.startsWith(prefix)).map(([, role]) => role),
    logger: createLogger({ service: 'jars', level: 'debug' }, { write: (line) => void lines.push(line) }),
    metrics,
    openApi: { openapi: '3.1.0' },
    idempotency: {
      begin: async () => ({ outcome: 'started', keep: async () => undefined, release: async () => undefined }),
    },
    ...changes,
  });
  const server = await startHttpServer(app, 0, '127.0.0.1');
  const bearer = (userId: string) => ({
    Authorization: `Bearer ${signAccessToken({ ...key, sub: userId, ttlSeconds: 60 })}`,
  });
  return { url: `http://127.0.0.1:${server.port}`, stop: server.stop, metrics, jars, lines, bearer };
}
