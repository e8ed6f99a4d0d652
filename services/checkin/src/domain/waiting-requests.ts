import type { Appeal, Run } from './calendar';
import { escalatesUntilMs } from './escalation';

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
    .map((appeal): WaitingRequest => ({ kind: 'appeal', id: appeal.appealId, sinceMs: waitsSinceMs(appeal) }));
  const waitingLeave = leave
    .filter(({ decision }) => decision === null && !withdrawn)
    .map(({ leaveId, requestedAtMs }): WaitingRequest => ({ kind: 'leave', id: leaveId, sinceMs: requestedAtMs }));
  return [...waitingAppeals, ...waitingLeave].sort((one, other) => one.sinceMs - other.sinceMs);
}

/** Until when a calendar waits for answers, or for a dismissal to be taken to the arbiter, at the latest; null: for nothing. */
export function heldUntilMs(run: Pick<Run, 'appeals' | 'leave' | 'withdrawn'>, appealDays: number): number | null {
  const answers = waitingRequests(run).map((request) => answerDueMs(request, appealDays));
  const dismissals = run.appeals.map((appeal) => escalatesUntilMs(appeal, appealDays) ?? 0);
  const latestMs = Math.max(0, ...answers, ...dismissals);
  return latestMs === 0 ? null : latestMs;
}

/** Whether its time to answer is over, so that it is granted by the rule; unknown, and so not, in runs from before the days were kept in them. */
export function isOverdue(
  { terms: { appealDays } }: Pick<Run, 'terms'>,
  since: Pick<WaitingRequest, 'sinceMs'>,
  nowMs: number,
): boolean {
  return appealDays !== undefined && answerDueMs(since, appealDays) <= nowMs;
}

/** Days to answer: as many as to appeal. Cohorts that were published with fewer than anybody may publish now still leave so many. */
export function answerDays(appealDays: number): number {
  return Math.max(appealDays, LEAST_ANSWER_DAYS);
}

/** Since when an appeal waits: opened, or taken to the arbiter. */
export function waitsSinceMs({ openedAtMs, escalation }: Pick<Appeal, 'openedAtMs' | 'escalation'>): number {
  return escalation?.escalatedAtMs ?? openedAtMs;
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
