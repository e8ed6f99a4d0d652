import { isRefused, refuse, type Refused } from '@daka/contracts';
import { acceptRules, wasWrong } from '../../domain/accept-rules';
import { openCohort } from '../../domain/apply';
import type { Enrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';

type Order = { enrolmentId: string; passphrase: string; rulesVersion: number };
type No = Refused<
  | 'not_found'
  | 'cohort_not_open'
  | 'plan_over'
  | 'enrolment_closed'
  | 'enrolment_ended'
  | 'rules_changed'
  | 'wrong_passphrase'
  | 'too_many_attempts'
>;

/** Passes the rules gate: the learner names the passphrase hidden in the rules and accepts that version of them. */
export function createAcceptRules({ cohorts, enrolments, clock }: Pick<Ports, 'cohorts' | 'enrolments' | 'clock'>) {
  return async function acceptRulesFor({ enrolmentId, ...answer }: Order): Promise<No | Enrolment> {
    const nowMs = clock.nowMs();
    const enrolment = await enrolments.load(enrolmentId);
    if (!enrolment) return refuse('not_found');
    const cohort = openCohort(await cohorts.load(enrolment.cohortId), enrolment.timeZone, nowMs);
    if (isRefused(cohort)) return cohort;

    const outcome = await enrolments.change(enrolmentId, (known) => acceptRules(known, cohort, { ...answer, nowMs }));
    if (isRefused(outcome)) return outcome;
    return wasWrong(outcome.events)
      ? refuse('wrong_passphrase', 'the passphrase stands in the text of the rules')
      : outcome.state;
  };
}
export type AcceptRules = ReturnType<typeof createAcceptRules>;
