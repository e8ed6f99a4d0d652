import { isRefused, refuse, type Refused } from '@daka/contracts';
import { type Actor, auditEntry } from '../../domain/audit';
import { isOpenAt, type PublishedCohort } from '../../domain/cohort';
import { inviteLearner } from '../../domain/learner-invitation';
import type { ListedLearner } from '../../domain/learner-table';
import type { Ports } from '../../ports';
import { freshLearnerLetter } from '../learner-letter';
import { createReport, type Report, type ReportNeeds } from './report';

type Needs = ReportNeeds & Pick<Ports, 'attempts' | 'cohorts' | 'linkSeal' | 'mustProve' | 'clock'>;
type No = Refused<'not_found' | 'cohort_not_open'>;

/**
 * Reads a table of learners and says what came of it; `run` invites whoever it named, if it still says the same as when it was checked,
 * and nobody if anything is wrong with it.
 */
export function createImportLearners(needs: Needs, nudge: () => void) {
  const { attempts, cohorts, learnerInvitations, ids, clock, wallClock } = needs;
  const reportOf = createReport(needs);
  return { check, run };

  async function check(cohortId: string, csv: string): Promise<No | Report> {
    const cohort = await openCohort(cohortId);
    return isRefused(cohort) ? cohort : reportOf(cohortId, csv);
  }

  async function run(order: {
    cohortId: string;
    csv: string;
    digest: string;
    by: Actor;
  }): Promise<No | Refused<'import_changed' | 'lines_wrong' | 'too_many_attempts'> | Report> {
    const { cohortId, csv, digest, by } = order;
    const cohort = await openCohort(cohortId);
    if (isRefused(cohort)) return cohort;
    const report = await reportOf(cohortId, csv);
    if (report.digest !== digest) return refuse('import_changed', 'check it again: something is not as it was checked');
    if (report.problems.length > 0) return refuse('lines_wrong', `${report.problems.length} lines are wrong`);
    const waitSeconds = await attempts.take('import', by.accountId);
    if (waitSeconds !== null) return refuse('too_many_attempts', undefined, { retryAfterSeconds: waitSeconds });
    const isDone = await invite(cohort, report.invited, by);
    if (!isDone) return refuse('import_changed', 'somebody of them was invited meanwhile');
    nudge();
    return report;
  }

  async function openCohort(cohortId: string): Promise<No | PublishedCohort> {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return refuse('not_found');
    return isOpenAt(cohort, clock.nowMs()) ? cohort : refuse('cohort_not_open', 'nobody can apply to this cohort now');
  }

  function invite(cohort: PublishedCohort, learners: readonly ListedLearner[], by: Actor): Promise<boolean> {
    const { cohortId, organisationId } = cohort;
    const nowMs = wallClock.nowMs();
    const times = { nowMs, enrolUntilMs: nowMs + cohort.content.enrolUntilMs - clock.nowMs() };
    const invited = learners.map((learner) => ({
      ...inviteLearner(
        { id: ids.fresh(), cohortId, email: learner.email, name: learner.name, invitedBy: by.accountId },
        times,
      ),
      letter: freshLearnerLetter(needs),
    }));
    const act = auditEntry({ act: 'learners_invited', atMs: nowMs, by, organisationId, cohortId });
    return learnerInvitations.add(invited, { cohortId, invitedAtMs: nowMs, act });
  }
}
export type ImportLearners = ReturnType<typeof createImportLearners>;
