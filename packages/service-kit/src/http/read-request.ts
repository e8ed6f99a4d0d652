import type { Request, Response } from 'express';
import type { z } from 'zod';
import { type User, WAITS_FOR_FACTOR } from '../auth';
import type { HttpAppOptions } from './options';
import { HttpProblem } from './problem';
import { createReadBody } from './read-body';
import type { RouteDefinition, RouteInput } from './route';

/** What a handler gets, its types forgotten. */
export type ParsedInput = RouteInput<unknown, unknown, unknown, User | undefined>;

const BEARER = /^Bearer (\S+)$/i;

/** What reading a request takes. */
type ReadingOptions = Pick<HttpAppOptions, 'verifyToken' | 'rolesOf' | 'logger'>;

/** Who asks, may they, is it well formed: in this order, so that nobody learns of what is not theirs or makes us read it. */
export function createReadRequest(route: RouteDefinition, options: ReadingOptions) {
  const readBody = createReadBody(route);
  return async (req: Request, res: Response): Promise<ParsedInput | HttpProblem> => {
    const user = await userOf(req, options);
    if (!user && route.access !== 'public')
      return new HttpProblem(401, 'not_signed_in', 'Sign in and send the access token.');
    const params = parse(route.params, req.params);
    if (params instanceof HttpProblem) return params;
    // As the route reads them; a route without a schema for them has none, or texts.
    const forbidden = user && (await whyForbidden(user, params.value as Record<string, string>, route, options));
    if (forbidden) {
      const asked = `${route.method.toUpperCase()} ${route.path}`;
      options.logger.info({ account: user.id, route: asked, code: forbidden.code }, 'a request was not allowed');
      return forbidden;
    }
    const query = parse(route.query, req.query);
    if (query instanceof HttpProblem) return query;
    const unread = await readBody(req, res);
    if (unread) return unread;
    const body = parse(route.body, req.body);
    if (body instanceof HttpProblem) return body;
    return { params: params.value, query: query.value, body: body.value, user, req, res };
  };
}

/** A token that is not valid counts as none: public routes must work for those whose session has just ended. */
async function userOf(req: Request, { verifyToken }: ReadingOptions): Promise<User | undefined> {
  const token = BEARER.exec(req.headers.authorization ?? '')?.[1];
  return (token && (await verifyToken.verify(token))) || undefined;
}

/**
 * No role at all on the thing: it is not there for this caller. A role, but not one of these: not allowed. A role that waits for a second
 * factor is none of a route's; who has it is told what it waits for.
 */
async function whyForbidden(
  user: User,
  params: Record<string, string>,
  { access }: RouteDefinition,
  { rolesOf }: ReadingOptions,
) {
  if (access === 'public' || access === 'signed_in') return null;
  const roles = await rolesOf(user, params);
  if (roles.length === 0) return new HttpProblem(404, 'not_found');
  if (roles.some((role) => role !== WAITS_FOR_FACTOR && access.includes(role))) return null;
  return roles.includes(WAITS_FOR_FACTOR)
    ? new HttpProblem(
        403,
        'second_factor_required',
        'The organisation asks its staff for two-step sign-in: turn it on.',
      )
    : new HttpProblem(403, 'not_allowed', `This takes one of: ${access.join(', ')}.`);
}

function parse(schema: z.ZodType | undefined, value: unknown): { value: unknown } | HttpProblem {
  if (!schema) return { value };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const fields = parsed.error.issues.flatMap(fieldsOf);
  const named = fields.map(({ path }) => path || 'the whole').join(', ');
  return new HttpProblem(400, 'invalid_request', `Not understood: ${named}.`, fields);
}

/** An unknown field is named by itself, not by the object around it. */
function fieldsOf(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
  return [{ path: path.join('.'), message: issue.message }];
}
