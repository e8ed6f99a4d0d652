import type { MongoConnection, StoreIndex } from '@daka/service-kit';
import type { Appeal } from '../../domain/calendar';
import type { AppealPlace, CalendarFinder, ListedAppeal } from '../../ports';

/** Calendars with an appeal; few, and the index holds only them. */
export const APPEALED = { 'state.run.appeals.appealId': { $exists: true } } as const;

export const APPEAL_INDEXES: readonly StoreIndex[] = [
  [{ 'state.enrolment.cohortId': 1, 'state.run.appeals.appealId': 1 }, { partialFilterExpression: APPEALED }],
  // Null where an answer is missing: the few that wait, over all cohorts.
  [{ 'state.run.appeals.answer.decision': 1 }, { partialFilterExpression: APPEALED }],
];

interface Found {
  _id: string;
  memberNumber: number;
  status: string;
  appeal: Appeal;
  waited: boolean;
  appealDays?: number;
}

/** Looks for appeals in the collection that the calendar store writes. */
export function createFindAppeals({ connection }: MongoConnection): Pick<CalendarFinder, 'appealsIn'> {
  const calendars = () => connection.collection<{ _id: string }>('calendars');

  return {
    async appealsIn(cohortId, asOfMs, after, limit) {
      const found = await calendars()
        .aggregate<Found>([
          { $match: { 'state.enrolment.cohortId': cohortId, ...APPEALED } },
          { $unwind: '$state.run.appeals' },
          { $match: { 'state.run.appeals.openedAtMs': { $lte: asOfMs } } },
          {
            $project: {
              memberNumber: '$state.run.memberNumber',
              status: '$state.status',
              appeal: '$state.run.appeals',
              appealDays: '$state.run.terms.appealDays',
              waited: waitedAt(asOfMs),
            },
          },
          ...(after === null ? [] : [{ $match: beyond(after) }]),
          { $sort: { waited: -1, 'appeal.openedAtMs': 1, 'appeal.appealId': 1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map(({ _id, memberNumber, status, appeal, waited, appealDays }): ListedAppeal => ({
        enrolmentId: _id,
        memberNumber,
        isCancelled: status === 'cancelled',
        appeal,
        waited,
        appealDays,
      }));
    },
  };
}

/** Whether the appeal had no answer yet at an instant, nor at an earlier one from which it was taken to the arbiter. What lapsed with its enrolment waits for nobody. */
function waitedAt(asOfMs: number): object {
  const answer = '$state.run.appeals.answer';
  const escalation = '$state.run.appeals.escalation';
  const waitsForArbiter = { $not: [{ $gt: [`${escalation}.escalatedAtMs`, asOfMs] }] };
  const unanswered = [
    { $and: [{ $eq: [answer, null] }, waitsForArbiter] },
    { $and: [{ $gt: [`${answer}.answeredAtMs`, asOfMs] }, waitsForArbiter] },
    { $gt: [`${escalation}.dismissal.answeredAtMs`, asOfMs] },
  ];
  const running = [{ $ne: ['$state.status', 'cancelled'] }, { $gt: ['$state.cancelledAtMs', asOfMs] }];
  return { $and: [{ $or: unanswered }, { $or: running }] };
}

function beyond({ waited, openedAtMs, appealId }: AppealPlace): object {
  return {
    $or: [
      ...(waited ? [{ waited: false }] : []),
      { waited, 'appeal.openedAtMs': { $gt: openedAtMs } },
      { waited, 'appeal.openedAtMs': openedAtMs, 'appeal.appealId': { $gt: appealId } },
    ],
  };
}
