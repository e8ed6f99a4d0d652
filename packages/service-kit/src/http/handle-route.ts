import { isRefused, type Refused } from '@daka/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { User } from '../auth';
import type { HttpAppOptions } from './app';
import { HttpProblem, sendProblem } from './problem';
import type { Answers, Refusals, RouteDefinition } from './route';

interface Answer {
  status: number;
  body: unknown;
}

type Handle = (input: object, ports: unknown) => Promise<unknown>;

/** Who asks -> may they -> is it well formed -> the use case -> its answer. */
export function createHandler(route: RouteDefinition, options: HttpAppOptions): RequestHandler {
  const statusOf = refusalStatuses(route.answers);
  const success = successOf(route.answers);
  const handle = route.handle.bind(route) as unknown as Handle;

  async function answer(req: Request, res: Response, user: User | undefined): Promise<Answer> {
    const input = { ...parseRequest(route, req), user, req, res };
    const outcome = await handle(input, options.ports);
    if (isRefused(outcome)) return refusal(outcome, statusOf);
    if (options.checkAnswers && success.schema) success.schema.parse(outcome);
    return { status: success.status, body: outcome };
  }

  return async (req, res) => {
    const user = await userOf(req, route, options);
    await requireAccess(user, req, route, options);
    const key = route.idempotent ? req.get('idempotency-key') : undefined;
    const result = key && user && options.idempotency
      ? await once(options.idempotency, route, req, user, key, res, () => answer(req, res, user))
      : await answer(req, res, user);
    send(res, result);
  };
}

async function userOf(req: Request, { access }: RouteDefinition, { verifyToken }: HttpAppOptions): Promise<User | undefined> {
  const token = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1];
  const user = token ? await verifyToken.verify(token) : null;
  if (!user && access !== 'public') throw new HttpProblem(401, 'not_signed_in', 'Sign in and send the access token.');
  return user ?? undefined;
}

/** No role at all on the thing: it is not there for this caller. A role, but not one of these: not allowed. */
async function requireAccess(user: User | undefined, req: Request, { access, params }: RouteDefinition, options: HttpAppOptions) {
  if (access === 'public' || access === 'signed_in') return;
  if (params && !params.safeParse(req.params).success) throw new HttpProblem(404, 'not_found');
  const roles = user ? await options.rolesOf(user, req.params as Record<string, string>) : [];
  if (roles.length === 0) throw new HttpProblem(404, 'not_found');
  if (!roles.some((role) => access.includes(role))) throw new HttpProblem(403, 'not_allowed', `This takes one of: ${access.join(', ')}.`);
}

function parseRequest(route: RouteDefinition, req: Request): { params: unknown; query: unknown; body: unknown } {
  return {
    params: parse(route.params, req.params, ''),
    query: parse(route.query, req.query, ''),
    body: route.rawBody ? req.body : parse(route.body, route.body ? (req.body ?? {}) : undefined, ''),
  };
}

function parse(schema: z.ZodType | undefined, value: unknown, _where: string): unknown {
  if (!schema) return value;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(fieldsOf);
  const named = fields.map(({ path }) => path || 'the whole').join(', ');
  throw new HttpProblem(400, 'invalid_request', `Not understood: ${named}.`, fields);
}

/** An unknown field is named by itself, not by the object around it. */
function fieldsOf(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
  return [{ path: path.join('.'), message: issue.message }];
}

async function once(
  store: NonNullable<HttpAppOptions['idempotency']>,
  route: RouteDefinition,
  req: Request,
  user: User,
  key: string,
  res: Response,
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new HttpProblem(400, 'invalid_request', undefined, [{ path: 'Idempotency-Key', message: '1 to 200 visible ASCII characters' }]);
  }
  const scope = `${user.id} ${route.method} ${route.path}`;
  const claim = await store.claim(scope, key, { params: req.params, body: req.body as unknown });
  if (claim.claimed === 'other_body') throw new HttpProblem(422, 'idempotency_key_reused', 'This key was used for another request.');
  if (claim.claimed === 'in_progress') throw new HttpProblem(409, 'request_in_progress', 'The first request with this key is still running.');
  if (claim.claimed === 'done') {
    res.set('Idempotency-Replayed', 'true');
    return claim.answer;
  }
  try {
    const result = await run();
    await store.keep(scope, key, result);
    return result;
  } catch (error) {
    await store.release(scope, key);
    throw error;
  }
}

function refusal({ refused, detail, fields, extra }: Refused, statusOf: ReadonlyMap<string, number>): Answer {
  const status = statusOf.get(refused);
  if (status === undefined) throw new Error(`refusal "${refused}" is not among the route's answers`);
  return { status, body: { problem: { code: refused, detail, fields, extra } } };
}

function send(res: Response, { status, body }: Answer): void {
  const problem = status >= 400 ? (body as { problem: Pick<HttpProblem, 'code' | 'detail' | 'fields' | 'extra'> }).problem : undefined;
  if (problem) sendProblem(res, new HttpProblem(status, problem.code, problem.detail, problem.fields, problem.extra));
  else if (body === null || body === undefined) res.status(status).end();
  else res.status(status).json(body);
}

function successOf(answers: Answers): { status: number; schema: z.ZodType | null } {
  const found = Object.entries(answers).find(([status]) => Number(status) < 300);
  if (!found) throw new Error('a route needs a success answer');
  return { status: Number(found[0]), schema: found[1] as z.ZodType | null };
}

function refusalStatuses(answers: Answers): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(answers).flatMap(([status, answer]) =>
      answer && 'refusals' in answer ? (answer as Refusals).refusals.map((code) => [code, Number(status)] as const) : [],
    ),
  );
}
