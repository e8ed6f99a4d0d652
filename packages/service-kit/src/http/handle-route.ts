import { isRefused, type Refused } from '@daka/contracts';
import type { RequestHandler, Response } from 'express';
import type { HttpAppOptions } from './options';
import { createAnswerOnce } from './answer-once';
import type { StoredAnswer } from './idempotency';
import { HttpProblem, sendProblem } from './problem';
import { createReadRequest, type ParsedInput } from './read-request';
import { ANSWERED, refusalStatuses, successOf, type RouteDefinition } from './route';

/** Status and body; the body of a refusal is the Refused itself. */
type Answer = StoredAnswer;

/** Who asks -> may they -> is it well formed -> the use case, once per key -> its answer. */
export function createHandler<Ports>(route: RouteDefinition<Ports>, options: HttpAppOptions<Ports>): RequestHandler {
  const readRequest = createReadRequest(route, options);
  const answer = createAnswer(route, options);
  const answerOnce = route.idempotent ? createAnswerOnce(route, options, answer) : answer;

  return async (req, res) => {
    const input = await readRequest(req, res);
    if (input instanceof HttpProblem) return sendProblem(res, input);
    const result = await answerOnce(input);
    if (result instanceof HttpProblem) return sendProblem(res, result);
    return send(res, result, route.mediaType);
  };
}

function createAnswer<Ports>(route: RouteDefinition<Ports>, { ports, checkAnswers }: HttpAppOptions<Ports>) {
  const success = successOf(route);
  const statuses = refusalStatuses(route);
  return async (input: ParsedInput): Promise<Answer> => {
    // Parsed by the route's own schemas, so it is what its handler takes.
    const outcome = await route.handle(input as never, ports);
    if (outcome === ANSWERED) return { status: success.status, body: outcome };
    if (isRefused(outcome)) return { status: statusOf(outcome, statuses, route), body: outcome };
    if (checkAnswers) success.schema?.parse(outcome);
    const status = route.isPending?.(outcome as never) ? 202 : success.status; // what the handler answered, as its schema has it
    return { status, body: success.schema === null ? null : outcome };
  };
}

function statusOf(
  { refused }: Refused,
  statuses: ReadonlyMap<string, number>,
  { method, path }: RouteDefinition,
): number {
  const status = statuses.get(refused);
  if (status === undefined) throw new Error(`refusal "${refused}" is not among the answers of ${method} ${path}`);
  return status;
}

function send(res: Response, { status, body }: Answer, mediaType?: string): void {
  if (body === ANSWERED) return;
  if (isRefused(body)) {
    if (body.retryAfterSeconds !== undefined) res.set('Retry-After', String(Math.ceil(body.retryAfterSeconds)));
    sendProblem(res, new HttpProblem(status, body.refused, body.detail, body.fields, body.extra));
  } else if (body === null) res.status(status).end();
  else if (mediaType !== undefined) res.status(status).type(mediaType).send(body);
  else res.status(status).json(body);
}
