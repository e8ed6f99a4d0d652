import type { Logger } from '@daka/service-kit';
import { auditEntry } from '../../domain/audit';
import { dismissStaff } from '../../domain/change-staff';
import { ERASURE_AGAIN_MS, eraseEnrolment } from '../../domain/erasure';
import type { Ports } from '../../ports';
import { cohortsStaffedBy, enrolmentsOf, type LooksForOpen, whatIsOpen } from './what-is-open';

const BATCH = 20;

/**
 * Erases the accounts whose week is over. What they had joined meanwhile is waited for. Others are told first and the account goes last:
 * an erasure that is cut off is due still, and each of its steps is done once.
 */
export function createEraseAccounts(
  needs: LooksForOpen & Pick<Ports, 'erasures' | 'clock' | 'wallClock'>,
  logger: Pick<Logger, 'info'>,
) {
  const { enrolments, cohorts, erasures, clock, wallClock } = needs;
  return async function eraseAccounts(signal: AbortSignal): Promise<void> {
    for (const accountId of await erasures.due(wallClock.nowMs(), BATCH)) {
      if (signal.aborted) return;
      if ((await whatIsOpen(needs, accountId)) !== null)
        await erasures.putOff(accountId, wallClock.nowMs() + ERASURE_AGAIN_MS);
      else await erase(accountId);
    }
  };

  async function erase(accountId: string): Promise<void> {
    for await (const { cohortId } of cohortsStaffedBy(needs, accountId))
      // Owners stay as ids: their cohorts are over.
      await cohorts.change(cohortId, (cohort) => dismissStaff(cohort, accountId), { accountId, sessionId: null });
    for await (const { enrolmentId } of enrolmentsOf(needs, accountId))
      await enrolments.change(enrolmentId, (enrolment) => eraseEnrolment(enrolment, clock.nowMs()));
    await erasures.erase(
      accountId,
      auditEntry({ act: 'account_erased', atMs: wallClock.nowMs(), by: null, about: accountId }),
    );
    logger.info({ accountId }, 'an account was erased');
  }
}
