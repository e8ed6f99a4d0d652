import { checkinHttp, homeworkHttp, membershipHttp, paymentHttp } from '@daka/contracts';
import { HttpProblem } from '@daka/service-kit';
import type { z } from 'zod';
import type { LearnerReads, Upstreams } from '../ports';

const TIMEOUT_MS = 10_000;

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
export function createLearnerReads(upstreams: Upstreams): LearnerReads {
  const read = async <Body>(
    name: keyof Upstreams,
    path: string,
    authorization: string,
    schema: z.ZodType<Body>,
  ): Promise<Body | null> => {
    const answer = await fetch(upstreams[name] + path, {
      headers: { authorization },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (answer === null || answer.status >= 500) throw away(name);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new HttpProblem(503, 'unavailable', `${name} refused with ${answer.status}.`);
    return schema.parse(await answer.json());
  };
  return {
    enrolments: async (authorization) =>
      (await read('membership', '/enrolments?limit=100', authorization, membershipHttp.EnrolmentPage))?.items ?? [],
    enrolment: (authorization, id) =>
      read('membership', `/enrolments/${id}`, authorization, membershipHttp.EnrolmentBody),
    calendar: (authorization, id) =>
      read('checkin', `/enrolments/${id}/export`, authorization, checkinHttp.CalendarExport),
    statement: (authorization, id) => read('payment', `/enrolments/${id}/statement`, authorization, Statement),
    cohortTitle: async (authorization, id) =>
      (await read('membership', `/cohorts/${id}`, authorization, Title))?.title ?? '',
    homework: (authorization, id) =>
      read('homework', `/enrolments/${id}/homework`, authorization, homeworkHttp.Completion).catch(() => null),
  };
}

function away(name: string): HttpProblem {
  return new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`);
}
