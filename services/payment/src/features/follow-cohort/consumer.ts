import type { HandlersOn } from '@daka/service-kit';
import type { NoteDecision, Ports } from '../../ports';

/** Keeps who works for every published cohort, and how long its fee may have to go back. */
export function createFollowCohort({
  cohorts,
  noteDecision,
}: Pick<Ports, 'cohorts'> & { noteDecision: NoteDecision }): HandlersOn<'membership.cohort'> {
  return {
    'membership.cohort-published.v1': cohorts.apply,
    'membership.cohort-staff-changed.v1': cohorts.apply,
    'membership.cohort-changed.v1': async (received) => noteDecision(received, await cohorts.apply(received)),
    'membership.cohort-cancelled.v1': async (received) => noteDecision(received, await cohorts.apply(received)),
  };
}
