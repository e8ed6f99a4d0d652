import { createAggregateStore, type AggregateStore, type MongoConnection } from '@daka/service-kit';
import { evolveEnrolment, type Enrolment, type EnrolmentEvent } from '../../domain/enrolment';
import { enrolmentMessage } from '../../domain/enrolment-messages';
import type { Enrolments } from '../../ports';

export function createEnrolments(
  mongo: MongoConnection,
  clock: { nowMs(): number },
): { enrolments: Enrolments; store: AggregateStore<Enrolment, EnrolmentEvent> } {
  const store = createAggregateStore<Enrolment, EnrolmentEvent>({
    mongo, clock, name: 'enrolments', evolve: evolveEnrolment,
    publish: (event, enrolment) => {
      const message = enrolmentMessage(event, enrolment);
      return message && { topic: 'membership.enrolment', ...message };
    },
    indexes: [
      [{ 'state.learnerId': 1, _id: 1 }],
      [{ 'state.cohortId': 1, 'state.memberNumber': 1 }],
      [{ 'state.seatToFree': 1 }, { partialFilterExpression: { 'state.seatToFree': true } }],
    ],
  });
  const states = async (...query: Parameters<typeof store.find>) => (await store.find(...query)).map(({ state }) => state);

  const enrolments: Enrolments = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    ofLearner: (learnerId, { afterId, limit }) => states({ 'state.learnerId': learnerId }, afterId === undefined ? { limit } : { limit, afterId }),
    members: (cohortId, { afterNumber, limit }) =>
      states({ 'state.cohortId': cohortId, 'state.memberNumber': { $gt: afterNumber } }, { sort: { 'state.memberNumber': 1 }, limit }),
    toCancelWith: (cohortId, limit) =>
      states({ 'state.cohortId': cohortId, 'state.status': { $ne: 'cancelled' }, 'state.settledAtMs': null, 'state.leaving': null }, { limit }),
    toFree: (limit) => states({ 'state.seatToFree': true }, { limit }),
  };
  return { enrolments, store };
}
