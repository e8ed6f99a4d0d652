import { inParallel } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import { grantOverdue } from '../../domain/grant-by-time';
import { answerDueMs, waitingRequests } from '../../domain/waiting-requests';
import type { Ports } from '../../ports';

const CONCURRENCY = 64;

/** Grants what waited for an answer until its time was over, so that it holds the settlement no longer; the roll-over may have been faster. */
export async function grantOverdueIn(
  { cohortId, appealDays }: Cohort,
  { calendars, clock }: Pick<Ports, 'calendars' | 'clock'>,
): Promise<void> {
  const nowMs = clock.nowMs();
  const overdue = (await calendars.waitingIn(cohortId)).filter(({ run }) =>
    waitingRequests(run).some((request) => answerDueMs(request, appealDays) <= nowMs),
  );
  await inParallel(overdue, CONCURRENCY, ({ enrolmentId }) =>
    calendars.change(enrolmentId, (calendar) => grantOverdue(calendar, nowMs, appealDays)),
  );
}
