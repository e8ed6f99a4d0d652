import type { ReceivedOf } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import { cancelCohort, type Cohort } from '../../domain/cohort';
import type { Ports } from '../../ports';

/** Keeps policy and staff of every published cohort. */
export function createFollowCohort({
  cohorts,
  clock,
}: Pick<Ports, 'cohorts' | 'clock'>): HandlersOn<'membership.cohort'> {
  return {
    'membership.cohort-published.v1': (received) => {
      const { cohortId, organisationId, policy, appealDays, staff } = received.data;
      return cohorts.applyMessage(received, () => [
        { type: 'published', cohortId, organisationId, policy, appealDays, staff: staff.map(staffMember) },
      ]);
    },
    'membership.cohort-staff-changed.v1': (received) =>
      cohorts.applyMessage(received, () => [
        { type: 'staff-changed', staff: received.data.staff.map(staffMember), changedAtMs: clock.nowMs() },
      ]),
    // Nothing of it moves a day or an amount.
    'membership.cohort-changed.v1': (received) => cohorts.applyMessage(received, () => []),
    'membership.cohort-cancelled.v1': (received) => cohorts.applyMessage(received, cancelCohort),
  };
}

type ToldStaff = ReceivedOf<'membership.cohort-staff-changed.v1'>['data']['staff'][number];

function staffMember({ accountId, role, appointedAt }: ToldStaff): Cohort['staff'][number] {
  return { accountId, role, ...(appointedAt === undefined ? {} : { appointedAtMs: Date.parse(appointedAt) }) };
}
