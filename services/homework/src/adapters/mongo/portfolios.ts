import { type Clock, createAggregateStore, createFacts, type MongoConnection } from '@daka/service-kit';
import type { PipelineStage } from 'mongoose';
import { portfolioMessages } from '../../domain/messages';
import { evolve, type Portfolio, type PortfolioEvent } from '../../domain/portfolio';
import { portfolioUpcasts } from '../../domain/upcast-portfolio';
import type { Ports, QueueFilter, QueuePlace, WaitingVersion } from '../../ports';

const TEXTS = 'submission_texts';

interface StoredText {
  _id: string;
  submissionId: string;
  version: number;
  markdown: string;
}

/** Portfolios, one document an enrolment; the texts lie in a collection of their own and are written in the same transaction. */
export function createPortfolios(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Portfolio, PortfolioEvent, 'homework.enrolment'>({
    mongo,
    clock,
    name: 'portfolios',
    evolve,
    upcasts: portfolioUpcasts,
    publishes: ['homework.enrolment'],
    publish: portfolioMessages,
    indexes: [
      [{ 'state.learnerId': 1, 'state.cohortId': 1 }],
      [{ 'state.submissions.id': 1 }],
      [{ 'state.cohortId': 1, 'state.submissions.status': 1 }],
      [{ 'state.submissions.kept.sayAtMs': 1 }, { sparse: true }],
      [{ 'state.cohortId': 1, 'state.watermarkMs': 1, 'state.memberNumber': 1 }],
    ],
    alongside: ({ events }) => events.flatMap(textsOf),
  });
  const texts = () => mongo.connection.collection<StoredText>(TEXTS);

  const adapter: Ports['portfolios'] = {
    load: store.load,
    partiesOf: createFacts(store.load, ({ learnerId, cohortId }) => ({ learnerId, cohortId })),
    change: store.change,
    applyMessage: store.applyMessage,
    async bySubmission(submissionId) {
      return (await store.find({ 'state.submissions.id': submissionId }, { limit: 1 }))[0]?.state ?? null;
    },
    async ofLearner(learnerId, cohortId) {
      const present = { 'state.learnerId': learnerId, 'state.cohortId': cohortId, 'state.status': 'member' };
      return (await store.find(present, { limit: 1 }))[0]?.state ?? null;
    },
    waiting: (cohortId, filter, after, limit) =>
      store.model.aggregate<WaitingVersion>(waitingPipeline(cohortId, filter, after, limit)),
    async verdictsDue(nowMs, limit) {
      // One that a newer version overtook has no instant, which no number is compared with.
      return (await store.find({ 'state.submissions.kept.sayAtMs': { $lte: nowMs } }, { limit })).map(({ id }) => id);
    },
    async belowWatermark(cohortId, upToMs, limit) {
      const below = { $or: [{ 'state.watermarkMs': null }, { 'state.watermarkMs': { $lt: upToMs } }] };
      const members = { 'state.cohortId': cohortId, 'state.memberNumber': { $gt: 0 }, ...below };
      return (await store.find(members, { limit })).map(({ id }) => id);
    },
    async hasWork(cohortId, assignmentId) {
      const work = { 'state.cohortId': cohortId, 'state.submissions.assignmentId': assignmentId };
      return (await store.find(work, { limit: 1 })).length > 0;
    },
    async texts(submissionId) {
      const found = await texts().find({ submissionId }).toArray();
      return new Map(found.map(({ version, markdown }) => [version, markdown]));
    },
    async eraseTexts(enrolmentId) {
      const submissions = (await store.load(enrolmentId))?.submissions ?? [];
      await texts().deleteMany({ submissionId: { $in: submissions.map(({ id }) => id) } });
    },
  };
  return { store, adapter, ready: () => texts().createIndex({ submissionId: 1 }) };
}

function textsOf(event: PortfolioEvent): { collection: string; documents: StoredText[] }[] {
  if (event.type !== 'version-submitted') return [];
  const { submissionId, markdown, version } = event;
  const _id = `${submissionId}:${version.version}`;
  return [{ collection: TEXTS, documents: [{ _id, submissionId, version: version.version, markdown }] }];
}

function waitingPipeline(
  cohortId: string,
  { assignmentId, kept, only, except }: QueueFilter,
  after: QueuePlace,
  limit: number,
): PipelineStage[] {
  // Of those who left nothing waits any more.
  const isWaiting = { 'state.cohortId': cohortId, 'state.status': 'member', 'state.submissions.status': 'submitted' };
  return [
    { $match: isWaiting },
    { $unwind: '$state.submissions' },
    {
      $match: {
        ...isWaiting,
        ...(assignmentId === undefined ? {} : { 'state.submissions.assignmentId': assignmentId }),
        'state.submissions.kept.sayAtMs': kept ? { $gt: 0 } : { $not: { $gt: 0 } },
        'state.submissions.id': { ...(only && { $in: only }), $nin: except ?? [] },
      },
    },
    {
      $project: {
        _id: 0,
        enrolmentId: '$_id',
        memberNumber: '$state.memberNumber',
        submissionId: '$state.submissions.id',
        assignmentId: '$state.submissions.assignmentId',
        version: { $last: '$state.submissions.versions' },
        waitingSinceMs: { $min: unanswered },
        counts: { $ifNull: ['$state.submissions.counts', null] },
        kept: { $ifNull: ['$state.submissions.kept', null] },
      },
    },
    {
      $match: {
        $or: [
          { waitingSinceMs: { $gt: after.waitingSinceMs } },
          { waitingSinceMs: after.waitingSinceMs, submissionId: { $gt: after.submissionId } },
        ],
      },
    },
    { $sort: { waitingSinceMs: 1, submissionId: 1 } },
    { $limit: limit },
  ];
}

/** When the versions were handed in that no feedback has answered: a review answers all up to its own version. */
const unanswered = {
  $map: {
    input: {
      $filter: {
        input: '$state.submissions.versions',
        as: 'candidate',
        cond: { $gt: ['$$candidate.version', { $ifNull: [{ $max: '$state.submissions.feedback.version' }, 0] }] },
      },
    },
    as: 'open',
    in: '$$open.submittedAtMs',
  },
};
