import type { MongoConnection } from '@daka/service-kit';
import type { Appeal } from '../../domain/calendar';
import type { ArbiterQuestion, ArbiterRow, CalendarFinder } from '../../ports';

/** In the words of the index over what waits. */
const OPEN = {
  'state.run.appeals.answer.decision': null,
  'state.run.appeals.appealId': { $exists: true },
  'state.status': 'open',
} as const;

interface Found {
  _id: string;
  cohortId: string;
  memberNumber: number;
  appeal: Appeal;
  sinceMs: number;
}

/** Looks, over all cohorts, for appeals that wait, in the collection that the calendar store writes. */
export function createFindArbiterAppeals({
  connection,
}: MongoConnection): Pick<CalendarFinder, 'appealsForArbiter' | 'cohortsWithOpenAppeals' | 'firstPaidAtMs'> {
  const calendars = () => connection.collection<{ _id: string }>('calendars');

  return {
    async firstPaidAtMs(cohortId) {
      const [found] = await calendars()
        .aggregate<{ paidAtMs: number | null }>([
          { $match: { 'state.enrolment.cohortId': cohortId } },
          { $group: { _id: null, paidAtMs: { $min: '$state.run.paidAtMs' } } },
        ])
        .toArray();
      return found?.paidAtMs ?? null;
    },
    async cohortsWithOpenAppeals() {
      const found = await calendars()
        .aggregate<{ _id: string }>([{ $match: OPEN }, { $group: { _id: '$state.enrolment.cohortId' } }])
        .toArray();
      return found.map(({ _id }) => _id);
    },
    async appealsForArbiter(asked) {
      const found = await calendars().aggregate<Found>(rowsFor(asked)).toArray();
      return found.map(({ _id, ...row }): ArbiterRow => ({ enrolmentId: _id, isCancelled: false, ...row }));
    },
  };
}

function rowsFor({ arbiterId, staff, after, limit }: ArbiterQuestion): object[] {
  return [
    { $match: { ...OPEN, 'state.enrolment.learnerId': { $ne: arbiterId } } },
    {
      $project: {
        cohortId: '$state.enrolment.cohortId',
        learnerId: '$state.enrolment.learnerId',
        memberNumber: '$state.run.memberNumber',
        appeal: '$state.run.appeals',
      },
    },
    { $unwind: '$appeal' },
    {
      $match: {
        'appeal.answer': null,
        'appeal.against.decidedBy': { $ne: arbiterId },
        'appeal.escalation.dismissal.answeredBy': { $ne: arbiterId },
        $or: [{ 'appeal.escalation': { $exists: true } }, ...staff.map(nobodyElse)],
      },
    },
    { $set: { sinceMs: { $ifNull: ['$appeal.escalation.escalatedAtMs', '$appeal.openedAtMs'] } } },
    ...(after === null ? [] : [{ $match: beyond(after) }]),
    { $sort: { sinceMs: 1, 'appeal.appealId': 1 } },
    { $limit: limit },
    { $unset: 'learnerId' },
  ];
}

/** That in the cohort none of the staff may answer besides who decided and the learner. */
function nobodyElse({ cohortId, accountIds }: ArbiterQuestion['staff'][number]): object {
  const others = { $setDifference: [accountIds, ['$appeal.against.decidedBy', '$learnerId']] };
  return { cohortId, $expr: { $eq: [others, []] } };
}

function beyond({ sinceMs, appealId }: NonNullable<ArbiterQuestion['after']>): object {
  return { $or: [{ sinceMs: { $gt: sinceMs } }, { sinceMs, 'appeal.appealId': { $gt: appealId } }] };
}
