import type { Outbound, MongoConnection } from '@daka/service-kit';
import { createAggregateStore } from '@daka/service-kit';
import type { Clock } from '@daka/service-kit';
import type { PipelineStage } from 'mongoose';
import { evolve, type Portfolio, type PortfolioEvent } from '../../domain/portfolio';
import type { Ports, QueuePosition, WaitingVersion } from '../../features/ports';

const TEXTS = 'submission_texts';

interface StoredText {
  _id: string;
  submissionId: string;
  version: number;
  markdown: string;
}

/** Portfolios, one document an enrolment; the texts lie in a collection of their own and are written in the same transaction. */
export function createPortfolios(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Portfolio, PortfolioEvent>({
    mongo,
    clock,
    name: 'portfolios',
    evolve,
    publish,
    indexes: [
      [{ 'state.learnerId': 1, 'state.cohortId': 1 }],
      [{ 'state.submissions.id': 1 }],
      [{ 'state.cohortId': 1, 'state.submissions.status': 1 }],
    ],
    alongside: ({ events }) => events.flatMap(textsOf),
  });
  const texts = () => mongo.connection.collection<StoredText>(TEXTS);

  const adapter: Ports['portfolios'] = {
    load: store.load,
    change: store.change,
    applyMessage: store.applyMessage,
    async bySubmission(submissionId) {
      return (await store.find({ 'state.submissions.id': submissionId }, { limit: 1 }))[0]?.state ?? null;
    },
    async ofLearner(learnerId, cohortId) {
      return (await store.find({ 'state.learnerId': learnerId, 'state.cohortId': cohortId }, { limit: 1 }))[0]?.state ?? null;
    },
    waiting: (cohortId, after, limit) => store.model.aggregate<WaitingVersion>(waitingPipeline(cohortId, after, limit)),
    async texts(submissionId) {
      const found = await texts().find({ submissionId }).toArray();
      return new Map(found.map(({ version, markdown }) => [version, markdown]));
    },
  };
  return { store, adapter, ready: () => texts().createIndex({ submissionId: 1 }) };
}

function publish(event: PortfolioEvent, portfolio: Portfolio): Outbound | null {
  const { enrolmentId, cohortId } = portfolio;
  switch (event.type) {
    case 'version-submitted': {
      const { assignmentId, submissionId, day, version } = event;
      const { characters, submittedAtMs } = version;
      const submittedAt = new Date(submittedAtMs).toISOString();
      const data = { enrolmentId, cohortId, assignmentId, submissionId, version: version.version, day, characters, submittedAt };
      return { topic: 'homework.enrolment', type: 'homework.submitted.v1', data };
    }
    case 'reviewed': {
      const { submissionId, assignmentId, feedback } = event;
      const { version, verdict, scorePercent, reviewedAtMs } = feedback;
      const reviewedAt = new Date(reviewedAtMs).toISOString();
      const data = { enrolmentId, cohortId, assignmentId, submissionId, version, verdict, scorePercent, reviewedAt };
      return { topic: 'homework.enrolment', type: 'homework.reviewed.v1', data };
    }
    case 'opened':
    case 'admitted':
    case 'left':
      return null;
    default:
      return unknownEvent(event);
  }
}

function textsOf(event: PortfolioEvent): { collection: string; documents: StoredText[] }[] {
  if (event.type !== 'version-submitted') return [];
  const { submissionId, markdown, version } = event;
  const _id = `${submissionId}:${version.version}`;
  return [{ collection: TEXTS, documents: [{ _id, submissionId, version: version.version, markdown }] }];
}

function waitingPipeline(cohortId: string, after: QueuePosition | null, limit: number): PipelineStage[] {
  const version = { $last: '$state.submissions.versions' };
  const beyond = after && {
    $or: [
      { 'version.submittedAtMs': { $gt: after.submittedAtMs } },
      { 'version.submittedAtMs': after.submittedAtMs, submissionId: { $gt: after.submissionId } },
    ],
  };
  return [
    { $match: { 'state.cohortId': cohortId, 'state.submissions.status': 'submitted' } },
    { $unwind: '$state.submissions' },
    { $match: { 'state.submissions.status': 'submitted' } },
    {
      $project: {
        _id: 0,
        enrolmentId: '$_id',
        memberNumber: '$state.memberNumber',
        submissionId: '$state.submissions.id',
        assignmentId: '$state.submissions.assignmentId',
        version,
      },
    },
    ...(beyond ? [{ $match: beyond }] : []),
    { $sort: { 'version.submittedAtMs': 1, submissionId: 1 } },
    { $limit: limit },
  ];
}

function unknownEvent(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
