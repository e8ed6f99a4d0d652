import { causeOf, decisionOnCohort } from '../../domain/decisions';
import type { NoteDecision, Ports } from '../../ports';

/**
 * Enters into the decision log what a message decided about a cohort, after it was handled: also when it comes again, because who died
 * in between has handled it and not entered it. Entered twice, it stands once.
 */
export function createNoteDecision({ cohorts, decisions }: Pick<Ports, 'cohorts' | 'decisions'>): NoteDecision {
  return async function noteDecision(received, handled) {
    if (handled.outcome !== 'applied' && handled.outcome !== 'duplicate') return handled;
    const said = decisionOnCohort(received);
    if (said === null) return handled;
    const cohortId = received.subject;
    const cohort = await cohorts.organisationAndCurrencyOf(cohortId);
    const own = 'organisationId' in received.data ? received.data : cohort;
    if (own === null) return handled;
    const currency = ('currency' in own ? own.currency : cohort?.currency) ?? null;
    const { organisationId } = own;
    await decisions.note({ ...said, cohortId, organisationId, currency, by: null, cause: causeOf(received) });
    return handled;
  };
}
