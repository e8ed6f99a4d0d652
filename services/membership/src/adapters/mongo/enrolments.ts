import {
  type Clock,
  createAggregateStore,
  createReadTogether,
  type FindOptions,
  type MongoConnection,
} from '@daka/service-kit';
import { evolveEnrolment, isMember, type Enrolment, type EnrolmentEvent } from '../../domain/enrolment';
import { enrolmentMessages } from '../../domain/messages';
import { upcastEnrolment, upcastEnrolmentEnd } from '../../domain/upcast';
import type { Enrolments, NumberedMember, PageAfter } from '../../ports';
import { after } from './after';

type Model = ReturnType<typeof createAggregateStore>['model'];

const APPLIED_AT = 'state.appliedAtMs';
const byNumber = { 'state.memberNumber': 1 } as const;
const newestFirst = { [APPLIED_AT]: -1, _id: 1 } as const;

/** Whoever left may be invited again. */
const PRESENT: readonly Enrolment['status'][] = ['admitted', 'removed', 'completed'];
/** One row more than the longest page shows. */
const MOST_SHARED = 201;

export function createEnrolments(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Enrolment, EnrolmentEvent, 'membership.enrolment'>({
    mongo,
    clock,
    name: 'enrolments',
    evolve: evolveEnrolment,
    publishes: ['membership.enrolment'],
    publish: enrolmentMessages,
    upcasts: [upcastEnrolment, upcastEnrolmentEnd],
    indexes: [
      [{ 'state.learnerId': 1, [APPLIED_AT]: -1, _id: 1 }],
      // With the learner, so that who has which number is read from the index alone.
      [{ 'state.cohortId': 1, 'state.memberNumber': 1, 'state.learnerId': 1 }],
      [{ 'state.seatToFree': 1 }, { partialFilterExpression: { 'state.seatToFree': true } }],
    ],
  });
  const find = async (filter: Record<string, unknown>, options: FindOptions) =>
    (await store.find(filter, options)).map(({ state }) => state);

  const firstOf = createFirstOf(store.model);

  const enrolments: Enrolments = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    ofLearner: async ({ learnerId, cohortId }, { after: place, limit }) => {
      if (place === null && cohortId === undefined && limit <= MOST_SHARED)
        return (await firstOf(learnerId))?.documents.slice(0, limit).map(store.stateOf) ?? [];
      const one = cohortId === undefined ? {} : { 'state.cohortId': cohortId };
      const filter = { 'state.learnerId': learnerId, ...one, ...after(APPLIED_AT, -1, place) };
      return find(filter, { sort: newestFirst, limit });
    },
    presentOf: async (learnerId, page) =>
      (await presentDocuments(store.model, learnerId, page)).map(({ document }) => store.stateOf(document)),
    async members(cohortId, { afterNumber, limit }) {
      const filter = { 'state.cohortId': cohortId, 'state.memberNumber': { $gt: afterNumber } };
      return (await find(filter, { sort: byNumber, limit })).filter(isMember);
    },
    numbered: (cohortId, afterNumber) => numberedAfter(store.model, cohortId, afterNumber),
    async membersNumbered(cohortId, memberNumbers) {
      const filter = { 'state.cohortId': cohortId, 'state.memberNumber': { $in: [...memberNumbers] } };
      return (await find(filter, { sort: byNumber, limit: memberNumbers.length })).filter(isMember);
    },
    async numbersOf(cohortId, learnerIds) {
      const filter = { 'state.learnerId': { $in: [...learnerIds] }, 'state.cohortId': cohortId };
      const among = { ...filter, 'state.memberNumber': { $type: 'number' }, 'state.status': { $in: [...PRESENT] } };
      const found = (await find(among, { limit: learnerIds.length })).filter(isMember);
      return new Map(found.map(({ learnerId, memberNumber }) => [learnerId, memberNumber]));
    },
    toCancelWith: (cohortId, limit) =>
      find(
        {
          'state.cohortId': cohortId,
          'state.status': { $ne: 'cancelled' },
          'state.settledAtMs': null,
          'state.leaving': null,
        },
        { limit },
      ),
    toFree: (limit) => find({ 'state.seatToFree': true }, { limit }),
  };
  return { enrolments, store };
}

function numberedAfter(model: Model, cohortId: string, afterNumber: number): Promise<NumberedMember[]> {
  return model
    .aggregate<NumberedMember>([
      { $match: { 'state.cohortId': cohortId, 'state.memberNumber': { $gt: afterNumber } } },
      { $sort: { 'state.memberNumber': 1 } },
      { $project: { _id: 0, memberNumber: '$state.memberNumber', learnerId: '$state.learnerId' } },
    ])
    .exec();
}

function createFirstOf(model: Model) {
  // Learners who look at their own at the same time share a round trip; further pages are rare.
  return createReadTogether((learnerIds) =>
    model.aggregate<{ _id: string; documents: object[] }>([
      { $match: { 'state.learnerId': { $in: learnerIds } } },
      { $sort: { 'state.learnerId': 1, ...newestFirst } },
      {
        $group: {
          _id: '$state.learnerId',
          documents: { $firstN: { n: MOST_SHARED, input: { v: '$v', state: '$state' } } },
        },
      },
    ]),
  );
}

/** Of each cohort the enrolment that was applied for last. */
function presentDocuments(
  model: Model,
  learnerId: string,
  { after: place, limit }: PageAfter<number>,
): Promise<{ document: object }[]> {
  return model
    .aggregate<{ document: object }>([
      { $match: { 'state.learnerId': learnerId } },
      { $sort: newestFirst },
      { $group: { _id: '$state.cohortId', document: { $first: '$$ROOT' } } },
      { $replaceWith: '$document' },
      { $match: after(APPLIED_AT, -1, place) },
      { $sort: newestFirst },
      { $limit: limit },
      { $project: { _id: 0, document: { v: '$v', state: '$state' } } },
    ])
    .exec();
}
