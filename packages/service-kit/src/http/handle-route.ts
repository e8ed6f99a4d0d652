import { isRefused, type Refused } from '@daka/contracts';
import type { RequestHandler, Response } from 'express';
import type { HttpAppOptions } from './options';
import { createAnswerOnce } from './answer-once';
import type { StoredAnswer } from './idempotency';
import { HttpProblem, sendProblem } from './problem';
import { createReadRequest, type ParsedInput } from './read-request';
import { refusalStatuses, successOf, type RouteDefinition } from './route';

/** Status and body; the body of a refusal is the Refused itself. */
type Answer = StoredAnswer;

/** Who asks -> may they -> is it well formed -> the use case, once per key -> its answer. */
export function createHandler(route: RouteDefinition, options: HttpAppOptions): RequestHandler {
  const readRequest = createReadRequest(route, options);
  const answer = createAnswer(route, options);
  const answerOnce = route.idempotent ? createAnswerOnce(route, options, answer) : answer;

  return async (req, res) => {
    const input = await readRequest(req, res);
    if (input instanceof HttpProblem) return sendProblem(res, input);
    const result = await answerOnce(input);
    if (result instanceof HttpProblem) return sendProblem(res, result);
    return send(res, result);
  };
}

function createAnswer(route: RouteDefinition, { ports, checkAnswers }: HttpAppOptions) {
  const success = successOf(route);
  const statuses = refusalStatuses(route);
  return async (input: ParsedInput): Promise<Answer> => {
    const outcome = await route.handle(input as never, ports as never);
    if (isRefused(outcome)) return { status: statusOf(outcome, statuses, route), body: outcome };
    if (checkAnswers) success.schema?.parse(outcome);
    return { status: success.status, body: success.schema === null ? null : outcome };
  };
}

function statusOf({ refused }: Refused, statuses: ReadonlyMap<string, number>, { method, path }: RouteDefinition): number {
  const status = statuses.get(refused);
  if (status === undefined) throw new Error(`refusal "${refused}" is not among the answers of ${method} ${path}`);
  return status;
}

function send(res: Response, { status, body }: Answer): void {
  if (isRefused(body)) sendProblem(res, new HttpProblem(status, body.refused, body.detail, body.fields, body.extra));
  else if (body === null) res.status(status).end();
  else res.status(status).json(body);
}
