import type { ReceivedOf } from '@daka/contracts';
import type { Cohort, CohortEvent } from './cohort';

type Settled = ReceivedOf<'checkin.cohort-settled.v1'>['data'];

/** Check-in has settled the cohort: nobody comes in any more, and its outcome is known. A cohort is settled once. */
export function followSettlement(
  cohort: Cohort | null,
  settled: Omit<Settled, 'cohortId' | 'organisationId'>,
): CohortEvent[] {
  if (cohort === null || cohort.settledAtMs !== null) return [];
  const { settledAt, completed = null, perfect = null, ...amounts } = settled;
  const { currency, members, poolMinor, bonusMinor, organiserMinor, charityMinor } = amounts;
  const outcome = { currency, members, completed, perfect, poolMinor, bonusMinor, organiserMinor, charityMinor };
  return [{ type: 'settled', atMs: Date.parse(settledAt), outcome }];
}
