import type { DisputeReport } from '../../domain/follow-dispute';
import { ids } from '../book';
import type { Processor } from '../../ports';
import type { Random } from './random';

const FEE_MINOR = 1_500;
const TOO_LATE = new Error('cannot be asked now');

/** Banks that take payments back, and decide later; while one is open or lost, nothing can be refunded through its charge. */
export function createFakeDisputes(random: Random, captured: ReadonlyMap<string, number>, sentMinor: (paymentIntentId: string) => number, wall: () => number) {
  const disputes: DisputeReport[] = [];
  let trouble = 0.3;

  const asked = <T>(answer: T): T => {
    if (random.chance(trouble / 3)) throw TOO_LATE;
    return answer;
  };
  const copy = (dispute: DisputeReport) => ({ ...dispute });
  const processor: Pick<Processor, 'disputeById' | 'disputesSince' | 'disputesOf'> = {
    async disputeById(id) {
      const dispute = disputes.find(({ disputeId }) => disputeId === id);
      if (!dispute) throw new Error(`no dispute ${id}`);
      return asked(copy(dispute));
    },
    disputesSince: async (createdMs) => asked(disputes.filter(({ openedAtMs }) => openedAtMs >= createdMs).map(copy).reverse()),
    disputesOf: async (id) => asked(disputes.filter(({ paymentIntentId }) => paymentIntentId === id).map(copy)),
  };

  return {
    processor, disputes,
    blocks: (id: string) => disputes.some(({ paymentIntentId, status }) => paymentIntentId === id && status !== 'won'),
    /** Of the whole payment, or of what did not go back yet. */
    open(): void {
      const [paymentIntentId, capturedMinor] = [...captured][random.below(captured.size)] ?? [];
      if (paymentIntentId === undefined || capturedMinor === undefined || disputes.some((one) => one.paymentIntentId === paymentIntentId)) return;
      const amountMinor = random.chance(0.5) ? capturedMinor : capturedMinor - sentMinor(paymentIntentId);
      if (amountMinor <= 0) return;
      disputes.push({
        disputeId: `dp_${disputes.length + 1}`, enrolmentId: ids.enrolmentId, paymentIntentId, status: 'open', amountMinor, reason: 'fraudulent',
        openedAtMs: wall(), answerByMs: null, withdrawnMinor: amountMinor, feeMinor: FEE_MINOR,
      });
    },
    decide(): void {
      const dispute = disputes.find(({ status }) => status === 'open');
      if (!dispute) return;
      const isWon = random.chance(0.5);
      Object.assign(dispute, isWon ? { status: 'won', withdrawnMinor: 0, feeMinor: random.chance(0.5) ? 0 : FEE_MINOR } : { status: 'lost' });
    },
    calmDown() { trouble = 0; },
  };
}
