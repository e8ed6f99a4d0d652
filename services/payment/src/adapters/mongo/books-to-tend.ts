import type { StoreIndex } from '@daka/service-kit';

/** Where somebody must act, or wait for a learner: few of a cohort's books, so each kind is indexed apart. */
const STUCK = { 'state.refunds.status': 'failed' };
const TOLD = { 'state.paidOutside.state': { $in: ['told', 'objected'] } };
const ASKED = { 'state.creditPayout.amountMinor': { $gt: 0 } };
const OPEN = { 'state.disputes.status': 'open' };
const DECIDED = { 'state.disputes.status': { $in: ['won', 'lost'] } };

const partial = (path: string, filter: object): StoreIndex => [
  { 'state.cohortId': 1, [path]: 1, _id: 1 },
  { partialFilterExpression: filter },
];

export const TO_TEND: readonly StoreIndex[] = [
  partial('state.refunds.status', STUCK),
  partial('state.paidOutside.state', { 'state.paidOutside.state': { $type: 'string' } }),
  partial('state.creditPayout.amountMinor', ASKED),
  partial('state.disputes.status', { 'state.disputes.status': { $type: 'string' } }),
];

export const handWorkIn = (cohortId: string) => ({
  $or: [STUCK, TOLD, ASKED].map((kind) => ({ 'state.cohortId': cohortId, ...kind })),
});

export const disputesIn = (cohortId: string, isOpen: boolean) => ({
  'state.cohortId': cohortId,
  ...(isOpen ? OPEN : DECIDED),
});
