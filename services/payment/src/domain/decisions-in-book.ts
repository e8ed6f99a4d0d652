import type { BookEvent } from './book-events';
import { type Decision, NOTHING } from './decisions';

interface Owner {
  cohortId: string;
  organisationId: string;
  enrolmentId: string;
  currency: string | null;
}

/** What was decided about an enrolment by these events: what its book was told, and payments by hand. */
export function decisionsInBook(events: readonly BookEvent[], owner: Owner, learnerId: string): Decision[] {
  return events.flatMap((event): Decision[] => {
    const { cohortId, organisationId, currency } = owner;
    const common = { ...NOTHING, ...owner };
    switch (event.type) {
      case 'decided':
        return [{ ...event.said, cohortId, organisationId, currency, by: null, cause: event.cause }];
      case 'hand-payment-told': {
        const { reference, amountMinor, paidById, atMs, method } = event;
        const said = { amountMinor, decidedById: paidById, atMs, reason: method, by: 'owner' as const };
        return [{ ...common, ...said, cause: `hand:${reference}:1-told`, kind: 'hand_payment_told' }];
      }
      case 'hand-payment-objected': {
        const { reference, amountMinor, reason, atMs } = event;
        const said = { amountMinor, decidedById: learnerId, atMs, reason, by: 'learner' as const };
        return [{ ...common, ...said, cause: `hand:${reference}:2-objected`, kind: 'hand_payment_objected' }];
      }
      case 'paid-outside': {
        const { reference, parts, creditMinor, atMs } = event;
        const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, creditMinor);
        const said = { amountMinor, decidedById: learnerId, atMs, by: 'learner' as const };
        return [{ ...common, ...said, cause: `hand:${reference}:3-confirmed`, kind: 'hand_payment_confirmed' }];
      }
      default:
        return [];
    }
  });
}
