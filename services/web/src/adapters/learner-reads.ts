import { checkinHttp, homeworkHttp, membershipHttp, paymentHttp } from '@daka/contracts';
import { createCache, createCacheBudget, HttpProblem } from '@daka/service-kit';
import type { z } from 'zod';
import type { LearnerReads, Upstreams } from '../ports';
import { createAskOfEach } from './ask';

const TIMEOUT_MS = 10_000;
/** Everybody may read a title, and it changes seldom: a learner sees the new one this much later. */
const TITLES_KEPT_MS = 30_000;
const TITLES_BYTES = 2 ** 20;

const Statement = paymentHttp.StatementBody.pick({
  currency: true,
  depositMinor: true,
  refundedMinor: true,
  inFlightMinor: true,
  payableMinor: true,
  forfeitedMinor: true,
  frozenMinor: true,
});
const Title = membershipHttp.CohortBody.pick({ title: true });

/** Asks the services for one learner, with the learner's own token: who may see what is theirs to decide. */
export function createLearnerReads(upstreams: Upstreams, wallClock: { nowMs(): number }): LearnerReads {
  const ask = createAskOfEach(upstreams, TIMEOUT_MS);
  const titles = createCache<{ title: string; untilMs: number }>(createCacheBudget(TITLES_BYTES));
  const read = async <Body>(
    name: keyof Upstreams,
    path: string,
    authorization: string,
    schema: z.ZodType<Body>,
  ): Promise<Body | null> => {
    const answer = await ask[name](path, { authorization }).catch(() => null);
    if (answer === null || answer.status >= 500) throw away(name);
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw new HttpProblem(503, 'unavailable', `${name} refused with ${answer.status}.`);
    return schema.parse(JSON.parse(answer.body));
  };
  return {
    enrolments: async (authorization) =>
      (await read('membership', '/enrolments?limit=100', authorization, membershipHttp.EnrolmentPage))?.items ?? [],
    enrolment: (authorization, id) =>
      read('membership', `/enrolments/${id}`, authorization, membershipHttp.EnrolmentBody),
    calendar: (authorization, id) =>
      read('checkin', `/enrolments/${id}/export`, authorization, checkinHttp.CalendarExport),
    statement: (authorization, id) => read('payment', `/enrolments/${id}/statement`, authorization, Statement),
    async cohortTitle(authorization, id) {
      const known = titles.get(id);
      if (known !== undefined && known.untilMs > wallClock.nowMs()) return known.title;
      const title = (await read('membership', `/cohorts/${id}`, authorization, Title))?.title ?? '';
      titles.set(id, { title, untilMs: wallClock.nowMs() + TITLES_KEPT_MS }, 2 * title.length + 200);
      return title;
    },
    homework: (authorization, id) =>
      read('homework', `/enrolments/${id}/homework`, authorization, homeworkHttp.Completion).catch(() => null),
  };
}

function away(name: string): HttpProblem {
  return new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`);
}
