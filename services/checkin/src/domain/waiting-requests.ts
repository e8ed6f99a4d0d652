import type { Run } from './calendar';

const DAY_MS = 86_400_000;
const LEAST_ANSWER_DAYS = 3;

/** What a learner asked for and nobody has answered; `sinceMs` is when the time to answer began. */
export interface WaitingRequest {
  kind: 'appeal' | 'leave';
  id: string;
  sinceMs: number;
}

/** Appeals and requests for leave without an answer, the longest waiting first. Leave of somebody who left waits for nobody. */
export function waitingRequests({
  appeals,
  leave,
  withdrawn,
}: Pick<Run, 'appeals' | 'leave' | 'withdrawn'>): WaitingRequest[] {
  const waitingAppeals = appeals
    .filter(({ answer }) => answer === null)
    .map(({ appealId, openedAtMs, escalation }): WaitingRequest => {
      return { kind: 'appeal', id: appealId, sinceMs: escalation?.escalatedAtMs ?? openedAtMs };
    });
  const waitingLeave = leave
    .filter(({ decision }) => decision === null && !withdrawn)
    .map(({ leaveId, requestedAtMs }): WaitingRequest => ({ kind: 'leave', id: leaveId, sinceMs: requestedAtMs }));
  return [...waitingAppeals, ...waitingLeave].sort((one, other) => one.sinceMs - other.sinceMs);
}

/** Days to answer: as many as to appeal. Cohorts that were published with fewer than anybody may publish now still leave so many. */
export function answerDays(appealDays: number): number {
  return Math.max(appealDays, LEAST_ANSWER_DAYS);
}

/** Until when somebody may answer. */
export function answerDueMs({ sinceMs }: Pick<WaitingRequest, 'sinceMs'>, appealDays: number): number {
  return sinceMs + answerDays(appealDays) * DAY_MS;
}

/** When the first request is granted by time; null: none waits, or the run does not know how long (its cohort's settlement does). */
export function nextAnswerDueMs(run: Run): number | null {
  const [first] = waitingRequests(run);
  const { appealDays } = run.terms;
  return first === undefined || appealDays === undefined ? null : answerDueMs(first, appealDays);
}
