import type { MongoConnection } from '@daka/service-kit';
import type { Calendar, Enrolment, Run, SettledCalendar } from '../../domain/calendar';
import type { CohortEnds } from '../../domain/settle-cohort';
import type { CalendarFinder } from '../../features/ports';
import type { createFindAppeals } from './find-appeals';
import type { StoredCalendar } from './stored-calendar';

const MAX_REMEMBERED_ENROLMENTS = 50_000;

interface Document<State = StoredCalendar> {
  _id: string;
  state: State;
}

type SettledPart = Pick<SettledCalendar, 'outcome' | 'bonusMinor'> & { run: Pick<Run, 'memberNumber'> };

/** Looks into the collection that the calendar store writes. */
export function createCalendarFinder(mongo: MongoConnection, read: (stored: StoredCalendar) => Promise<Calendar>): Omit<CalendarFinder, keyof ReturnType<typeof createFindAppeals>> {
  const documents = () => mongo.connection.collection<Document>('calendars');

  async function idsOf(filter: object, sort: Record<string, 1>, limit: number): Promise<string[]> {
    return (await documents().find(filter, { projection: { _id: 1 } }).sort(sort).limit(limit).toArray()).map(({ _id }) => _id);
  }

  return {
    enrolment: rememberFound(MAX_REMEMBERED_ENROLMENTS, async (enrolmentId) => {
      const found = await documents().findOne({ _id: enrolmentId }, { projection: { 'state.enrolment': 1 } });
      return found?.state?.enrolment ?? null;
    }),
    async isMember(cohortId, learnerId) {
      const member = { 'state.enrolment.learnerId': learnerId, 'state.enrolment.cohortId': cohortId };
      return (await documents().findOne(member, { projection: { _id: 1 } })) !== null;
    },
    dueToClose: (nowMs, limit) => idsOf(due(nowMs), { 'state.run.nextCloseAtMs': 1 }, limit),
    countDueToClose: (nowMs) => documents().countDocuments(due(nowMs)),
    openIn: (cohortId, afterId, limit) => idsOf({ ...openIn(cohortId), ...(afterId === null ? {} : { _id: { $gt: afterId } }) }, { _id: 1 }, limit),
    async ends(cohortId) {
      const [ends] = await documents().aggregate<CohortEnds>([
        { $match: openIn(cohortId) },
        { $group: {
          _id: null, lastCloseAtMs: { $max: '$state.run.lastCloseAtMs' }, finalAtMs: { $max: '$state.run.finalAtMs' },
          lastRejectedAtMs: { $max: { $max: '$state.run.entries.rejection.rejectedAtMs' } },
        } },
      ]).toArray();
      return ends ? { lastCloseAtMs: ends.lastCloseAtMs, finalAtMs: ends.finalAtMs ?? null, lastRejectedAtMs: ends.lastRejectedAtMs ?? null } : null;
    },
    async settledIn(cohortId) {
      const settled = { 'state.enrolment.cohortId': cohortId, 'state.status': 'settled' } as const;
      const found = await documents().find(settled).sort({ 'state.run.memberNumber': 1 })
        .project<Document<SettledPart>>({ 'state.run.memberNumber': 1, 'state.outcome': 1, 'state.bonusMinor': 1 }).toArray();
      return found.map(({ _id, state: { run: { memberNumber }, outcome, bonusMinor } }) => (
        { enrolmentId: _id, memberNumber, depositMinor: outcome.entitledMinor + outcome.forfeitMinor, outcome, bonusMinor }));
    },
    async membersOf(cohortId, afterNumber, limit) {
      const members = { 'state.enrolment.cohortId': cohortId, 'state.run.memberNumber': { $gt: afterNumber } };
      const found = await documents().find(members, { projection: { state: 1 } }).sort({ 'state.run.memberNumber': 1 }).limit(limit).toArray();
      return Promise.all(found.map(({ state }) => read(state)));
    },
  };
}

function due(nowMs: number) {
  return { 'state.run.nextCloseAtMs': { $lte: nowMs } };
}

function openIn(cohortId: string) {
  return { 'state.enrolment.cohortId': cohortId, 'state.status': 'open' } as const;
}

/** Looks each id up once; only what was found is remembered, and the oldest is forgotten first. */
function rememberFound(max: number, look: (id: string) => Promise<Enrolment | null>): (id: string) => Promise<Enrolment | null> {
  const known = new Map<string, Enrolment>();
  return async (id) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const found = await look(id);
    if (found === null) return null;
    if (known.size >= max) known.delete(known.keys().next().value ?? id);
    known.set(id, found);
    return found;
  };
}
