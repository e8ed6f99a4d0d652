import type { Processor } from '../world/processor';

/** What the learner's bank does without asking anybody here. */
export interface Bank {
  dispute(enrolmentId: string | null): Promise<void>;
  closeDispute(enrolmentId: string | null, as: 'won' | 'lost'): Promise<void>;
  /** Sends a refund back that had arrived. */
  giveBack(enrolmentId: string | null): Promise<void>;
  hasGivenBack(enrolmentId: string): boolean;
}

export function createBank(processor: Processor): Bank {
  const disputes = new Map<string, string>();
  const returned = new Set<string>();
  return {
    async dispute(enrolmentId) {
      const disputeId = enrolmentId && (await processor.dispute(enrolmentId));
      if (enrolmentId && disputeId) disputes.set(enrolmentId, disputeId);
    },
    async closeDispute(enrolmentId, as) {
      const disputeId = disputes.get(enrolmentId ?? '');
      if (disputeId !== undefined) await processor.closeDispute(disputeId, as);
    },
    async giveBack(enrolmentId) {
      if (enrolmentId && (await processor.returnRefund(enrolmentId))) returned.add(enrolmentId);
    },
    hasGivenBack: (enrolmentId) => returned.has(enrolmentId),
  };
}
