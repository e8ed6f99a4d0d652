import { isRefused } from '@daka/contracts';
import type { Actor } from '../../domain/audit';
import type { Cohort } from '../../domain/cohort';
import type { ContentChange } from '../../domain/draft-cohort';
import { editCohort } from '../../domain/edit-cohort';
import type { FollowOffer, Ports } from '../../ports';

/** Edits a cohort; new seats are offered to those who wait before the answer. */
export function createEditCohort({ cohorts, clock }: Pick<Ports, 'cohorts' | 'clock'>, followOffer: FollowOffer) {
  return async function editCohortFor(cohortId: string, change: ContentChange, by: Actor) {
    const nowMs = clock.nowMs();
    const outcome = await cohorts.write(cohortId, (cohort) => editCohort(cohort, change, nowMs), by);
    if (isRefused(outcome)) return outcome;
    const edited: Cohort = outcome.state;
    if (edited.status === 'published' && edited.offerToFollow) await followOffer(edited);
    return edited;
  };
}
export type EditCohort = ReturnType<typeof createEditCohort>;
