import type { HttpAppOptions } from './options';
import { requestHash, type StoredAnswer } from './idempotency';
import { HttpProblem } from './problem';
import type { ParsedInput } from './read-request';
import type { RouteDefinition } from './route';

export const KEY = /^[\x21-\x7e]{1,200}$/;
const FIRST_REFUSAL = 400;

type Answer = (input: ParsedInput) => Promise<StoredAnswer>;

/** Answers once per Idempotency-Key and gives the same answer again; without the header, each time. */
export function createAnswerOnce(
  route: RouteDefinition,
  { idempotency }: Pick<HttpAppOptions, 'idempotency'>,
  answer: Answer,
) {
  const name = `${route.method} ${route.path}`;
  if (route.access === 'public')
    throw new Error(`${name} is idempotent, so it needs a user: answers are kept per user`);
  if (!idempotency) throw new Error(`${name} is idempotent, so the app needs an idempotency store`);

  return async (input: ParsedInput): Promise<StoredAnswer | HttpProblem> => {
    const { req, res, user, query, body } = input;
    const key = req.headers['idempotency-key'];
    if (key === undefined) return answer(input);
    if (typeof key !== 'string' || !KEY.test(key))
      return badKey(400, 'invalid_request', 'takes 1 to 200 visible ASCII characters');

    const begun = await idempotency.begin({
      scope: `${user?.id} ${name}`,
      key,
      requestHash: requestHash([req.params, query, body]),
    });
    switch (begun.outcome) {
      case 'started':
        return answerAndKeep(begun, () => answer(input));
      case 'done':
        res.set('Idempotency-Replayed', 'true');
        return begun.answer;
      case 'in_progress':
        return new HttpProblem(409, 'request_in_progress', 'The first request with this key is still running.');
      case 'other_request':
        return badKey(422, 'idempotency_key_reused', 'was used for another request');
      default:
        return begun satisfies never;
    }
  };
}

function badKey(status: number, code: string, message: string): HttpProblem {
  return new HttpProblem(status, code, `The Idempotency-Key ${message}.`, [{ path: 'Idempotency-Key', message }]);
}

interface Started {
  keep(answer: StoredAnswer): Promise<void>;
  release(): Promise<void>;
}

/** What was done is kept. A refusal is not: its cause may have passed when it is asked again. */
async function answerAndKeep({ keep, release }: Started, answer: () => Promise<StoredAnswer>): Promise<StoredAnswer> {
  let given: StoredAnswer;
  try {
    given = await answer();
  } catch (error) {
    await release().catch(() => undefined); // The first error is the one to report; a key left behind can be taken over later.
    throw error;
  }
  if (given.status >= FIRST_REFUSAL) await release();
  else await keep(given);
  return given;
}
