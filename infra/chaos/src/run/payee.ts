import { UnexpectedAnswer } from '@daka/replay';
import type { ToldByHandFacts } from '../check/told';
import type { Way } from './way';

export interface Payee {
  /** Says to everything that the owner says to have paid whether it came. */
  answerByHand(as: 'confirmed' | 'objected'): Promise<void>;
}

export function createPayee(wayOf: () => Way | null, told: readonly ToldByHandFacts[]): Payee {
  return {
    async answerByHand(as) {
      const way = wayOf();
      if (way === null) return;
      const { session, enrolmentId } = way;
      for (const one of told.filter(({ answered }) => answered !== 'confirmed')) {
        const isReceived = as === 'confirmed';
        const answer = await session.send({
          method: 'POST',
          path: `/api/payment/enrolments/${enrolmentId}/manual-payout-answers`,
          key: `${one.reference}-${as}`,
          body: { reference: one.reference, isReceived, ...(isReceived ? {} : { reason: 'nothing came' }) },
        });
        // The first attempt may have been carried out without its answer arriving.
        const isOwn = answer.isRepeated && answer.code === 'answered_already';
        if (answer.status !== 201 && !isOwn) throw new UnexpectedAnswer('the answer to a payment by hand', answer);
        one.answered = as;
      }
    },
  };
}
