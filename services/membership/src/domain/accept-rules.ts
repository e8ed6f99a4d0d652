import { refuse, type Refused } from '@daka/contracts';
import type { PublishedCohort } from './cohort';
import type { Enrolment, EnrolmentEvent } from './enrolment';
import { isPassphrase } from './passphrase';

export const WRONG_ANSWERS_PER_HOUR = 10;
const HOUR_MS = 3_600_000;

export interface Acceptance {
  passphrase: string;
  rulesVersion: number;
  nowMs: number;
}
type No = Refused<'not_found' | 'enrolment_ended' | 'rules_changed' | 'too_many_attempts'>;

/** Passes the rules gate. A wrong answer is an event too, since answers are counted; see `wasWrong`. */
export function acceptRules(
  enrolment: Enrolment | null,
  cohort: PublishedCohort,
  acceptance: Acceptance,
): No | EnrolmentEvent[] {
  if (enrolment === null) return refuse('not_found');
  if (enrolment.status === 'cancelled' || enrolment.status === 'withdrawn') return refuse('enrolment_ended');
  if (enrolment.rulesAcceptedAtMs !== null && enrolment.rulesVersion === acceptance.rulesVersion) return [];
  if (acceptance.rulesVersion !== cohort.rulesVersion) {
    return refuse('rules_changed', 'read the rules again: they have another version', {
      extra: { rulesVersion: cohort.rulesVersion },
    });
  }
  const since = acceptance.nowMs - HOUR_MS;
  const recent = enrolment.wrongAnswersAtMs.filter((atMs) => atMs > since);
  if (recent.length >= WRONG_ANSWERS_PER_HOUR)
    return refuse('too_many_attempts', undefined, { retryAfterSeconds: (Math.min(...recent) - since) / 1_000 });
  if (!isPassphrase(acceptance.passphrase, cohort.content.passphrase))
    return [{ type: 'wrong-answer', atMs: acceptance.nowMs }];
  return [{ type: 'rules-accepted', rulesVersion: acceptance.rulesVersion, atMs: acceptance.nowMs }];
}

export function wasWrong(events: readonly EnrolmentEvent[]): boolean {
  return events.some(({ type }) => type === 'wrong-answer');
}
