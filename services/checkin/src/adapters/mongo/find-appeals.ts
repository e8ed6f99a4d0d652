import type { MongoConnection } from '@daka/service-kit';
import type { Appeal } from '../../domain/calendar';
import type { AppealPlace, CalendarFinder, FoundAppeal } from '../../features/ports';

/** Calendars with an appeal; few, and the index holds only them. */
export const APPEALED = { 'state.run.appeals.appealId': { $exists: true } } as const;

interface Found { _id: string; memberNumber: number; status: string; appeal: Appeal }

/** Looks for appeals in the collection that the calendar store writes. */
export function createFindAppeals({ connection }: MongoConnection): Pick<CalendarFinder, 'countOpenAppeals' | 'appealsIn'> {
  const calendars = () => connection.collection('calendars');

  return {
    async countOpenAppeals(cohortId) {
      const [counted] = await calendars().aggregate<{ open: number }>([
        { $match: { 'state.enrolment.cohortId': cohortId, 'state.status': 'open', ...APPEALED } },
        { $unwind: '$state.run.appeals' },
        { $match: { 'state.run.appeals.answer': null } },
        { $count: 'open' },
      ]).toArray();
      return counted?.open ?? 0;
    },
    async appealsIn(cohortId, after, limit) {
      const found = await calendars().aggregate<Found>([
        { $match: { 'state.enrolment.cohortId': cohortId, ...APPEALED } },
        { $unwind: '$state.run.appeals' },
        { $project: {
          memberNumber: '$state.run.memberNumber', status: '$state.status', appeal: '$state.run.appeals',
          // What lapsed with its enrolment waits for nobody.
          isAnswered: { $or: [{ $ne: ['$state.run.appeals.answer', null] }, { $ne: ['$state.status', 'open'] }] },
        } },
        ...(after === null ? [] : [{ $match: beyond(after) }]),
        { $sort: { isAnswered: 1, 'appeal.openedAtMs': 1, 'appeal.appealId': 1 } },
        { $limit: limit },
      ]).toArray();
      return found.map(({ _id, memberNumber, status, appeal }): FoundAppeal => ({ enrolmentId: String(_id), memberNumber, isCancelled: status === 'cancelled', appeal }));
    },
  };
}

function beyond({ isAnswered, openedAtMs, appealId }: AppealPlace): object {
  return { $or: [
    ...(isAnswered ? [] : [{ isAnswered: true }]),
    { isAnswered, 'appeal.openedAtMs': { $gt: openedAtMs } },
    { isAnswered, 'appeal.openedAtMs': openedAtMs, 'appeal.appealId': { $gt: appealId } },
  ] };
}
