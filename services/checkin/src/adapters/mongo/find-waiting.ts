import type { MongoConnection } from '@daka/service-kit';
import type { Run } from '../../domain/calendar';
import type { CalendarFinder } from '../../ports';
import { APPEALED } from './find-appeals';
import { ASKED } from './find-leave';

interface Document {
  _id: string;
  state: { run: Pick<Run, 'appeals' | 'leave' | 'withdrawn'> };
}

/** Looks for who waits for an answer, by the indexes of appeals and of leave. */
export function createFindWaiting({ connection }: MongoConnection): Pick<CalendarFinder, 'waitingIn'> {
  const calendars = () => connection.collection<Document>('calendars');
  return {
    async waitingIn(cohortId) {
      const open = { 'state.enrolment.cohortId': cohortId, 'state.status': 'open' };
      const found = await calendars()
        .find({
          $or: [
            { ...open, ...APPEALED, 'state.run.appeals.answer': null },
            { ...open, ...APPEALED, 'state.run.appeals.answer.decision': 'dismissed' },
            { ...open, ...ASKED, 'state.run.leave.decision': null },
          ],
        })
        .project<Document>({ 'state.run.appeals': 1, 'state.run.leave': 1, 'state.run.withdrawn': 1 })
        .toArray();
      return found.map(({ _id, state }) => ({ enrolmentId: _id, run: state.run }));
    },
  };
}
