import type { MongoConnection, StoreIndex } from '@daka/service-kit';
import type { LeaveRequest } from '../../domain/calendar';
import type { CalendarFinder, ListedLeave, RequestPlace } from '../../ports';

/** Calendars with a request for leave; few, and the index holds only them. */
export const ASKED = { 'state.run.leave.leaveId': { $exists: true } } as const;

export const LEAVE_INDEXES: readonly StoreIndex[] = [
  [{ 'state.enrolment.cohortId': 1, 'state.run.leave.leaveId': 1 }, { partialFilterExpression: ASKED }],
];

interface Found {
  _id: string;
  memberNumber: number;
  request: LeaveRequest;
  waited: boolean;
  appealDays?: number;
}

/** Looks for requests for leave in the collection that the calendar store writes. */
export function createFindLeave({ connection }: MongoConnection): Pick<CalendarFinder, 'leaveIn'> {
  const calendars = () => connection.collection<{ _id: string }>('calendars');
  return {
    async leaveIn(cohortId, asOfMs, after, limit) {
      const found = await calendars()
        .aggregate<Found>([
          { $match: { 'state.enrolment.cohortId': cohortId, ...ASKED } },
          { $unwind: '$state.run.leave' },
          { $match: { 'state.run.leave.requestedAtMs': { $lte: asOfMs } } },
          {
            $project: {
              memberNumber: '$state.run.memberNumber',
              request: '$state.run.leave',
              appealDays: '$state.run.terms.appealDays',
              waited: waitedAt(asOfMs),
            },
          },
          ...(after === null ? [] : [{ $match: beyond(after) }]),
          { $sort: { waited: -1, 'request.requestedAtMs': 1, 'request.leaveId': 1 } },
          { $limit: limit },
        ])
        .toArray();
      return found.map(({ _id, memberNumber, request, waited, appealDays }): ListedLeave => ({
        enrolmentId: _id,
        memberNumber,
        request,
        waited,
        appealDays,
      }));
    },
  };
}

/** Whether the request had no decision yet at an instant, and somebody still waits for one. */
function waitedAt(asOfMs: number): object {
  const decision = '$state.run.leave.decision';
  const undecided = [{ $eq: [decision, null] }, { $gt: [`${decision}.decidedAtMs`, asOfMs] }];
  return { $and: [{ $or: undecided }, { $eq: ['$state.status', 'open'] }, { $eq: ['$state.run.withdrawn', false] }] };
}

function beyond({ waited, atMs, id }: RequestPlace): object {
  return {
    $or: [
      ...(waited ? [{ waited: false }] : []),
      { waited, 'request.requestedAtMs': { $gt: atMs } },
      { waited, 'request.requestedAtMs': atMs, 'request.leaveId': { $gt: id } },
    ],
  };
}
