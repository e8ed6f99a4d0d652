import { HttpProblem } from '@daka/service-kit';
import type { OwnAnswers, Upstreams } from '../ports';
import { createAskOfEach } from './ask';

const TIMEOUT_MS = 10_000;
/** What a service says where there is nothing for this account to read: never begun, not theirs any more, or not yet. */
const NOTHING = new Set([403, 404, 409]);

/** Asks the services with the account's own token and hands on their words: who may read what is theirs to decide. */
export function createOwnAnswers(upstreams: Upstreams): OwnAnswers {
  const ask = createAskOfEach(upstreams, TIMEOUT_MS);
  return async (name, path, authorization) => {
    const answer = await ask[name](path, { authorization }).catch(() => null);
    if (answer?.status === 200) return answer.body;
    if (answer !== null && NOTHING.has(answer.status)) return null;
    throw new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`);
  };
}
