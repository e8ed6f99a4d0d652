import { createFacts, type MongoConnection, type StoreIndex } from '@daka/service-kit';
import type { Calendar, Enrolment, Run, SettledCalendar } from '../../domain/calendar';
import { admitted } from '../../domain/describe-calendar';
import type { CalendarFinder } from '../../ports';
import type { createFindAppeals } from './find-appeals';
import type { createFindArbiterAppeals } from './find-arbiter-appeals';
import type { createFindEntries } from './find-entries';
import type { createFindLeave } from './find-leave';
import type { createFindWaiting } from './find-waiting';
import type { KnownCalendar } from './upcast-calendar';

const BATCH = 500;

interface Document<State = KnownCalendar> {
  _id: string;
  state: State;
}

type SettledPart = Pick<SettledCalendar, 'outcome' | 'bonusMinor'> & {
  enrolment: Pick<Enrolment, 'learnerId'>;
  run: Pick<Run, 'memberNumber' | 'joinedAtMs'>;
};
/** The indexes that these questions need. */
export const CALENDAR_INDEXES: readonly StoreIndex[] = [
  [{ 'state.run.nextCloseAtMs': 1 }],
  [{ 'state.enrolment.cohortId': 1, 'state.status': 1, _id: 1 }],
  [{ 'state.enrolment.cohortId': 1, 'state.run.memberNumber': 1 }],
  [{ 'state.enrolment.cohortId': 1, 'state.status': 1, 'state.run.watermarkMs': 1 }],
  [{ 'state.enrolment.learnerId': 1, 'state.enrolment.cohortId': 1 }],
];

type Finder = Omit<
  CalendarFinder,
  | keyof ReturnType<typeof createFindAppeals>
  | keyof ReturnType<typeof createFindArbiterAppeals>
  | keyof ReturnType<typeof createFindEntries>
  | keyof ReturnType<typeof createFindLeave>
  | keyof ReturnType<typeof createFindWaiting>
>;

/** Looks into the collection that the calendar store writes. */
export function createCalendarFinder(
  mongo: MongoConnection,
  read: (stored: KnownCalendar) => Promise<Calendar>,
): Finder {
  const documents = () => documentsOf(mongo);
  return {
    ...createMemberFinder(documents, read),
    ...createDueFinder(documents),
    ...createSettlementFinder(documents),
  };
}

type Documents = () => ReturnType<typeof documentsOf>;

function documentsOf({ connection }: MongoConnection) {
  return connection.collection<Document>('calendars');
}

/** Who is in a cohort. */
function createMemberFinder(
  documents: Documents,
  read: (stored: KnownCalendar) => Promise<Calendar>,
): Pick<Finder, 'enrolment' | 'isMember' | 'hasApplied' | 'membersOf'> {
  const exists = async (filter: object) => (await documents().findOne(filter, { projection: { _id: 1 } })) !== null;
  const theirs = (cohortId: string, learnerId: string) => ({
    'state.enrolment.learnerId': learnerId,
    'state.enrolment.cohortId': cohortId,
  });

  return {
    enrolment: createFacts(
      async (enrolmentId: string) => {
        const found = await documents().findOne({ _id: enrolmentId }, { projection: { 'state.enrolment': 1 } });
        return found?.state?.enrolment ?? null;
      },
      (enrolment) => enrolment,
    ),
    isMember: (cohortId, learnerId) =>
      exists({ ...theirs(cohortId, learnerId), 'state.status': { $in: ['open', 'settled'] } }),
    hasApplied: (cohortId, learnerId) => exists(theirs(cohortId, learnerId)),
    async membersOf(cohortId, afterNumber, limit) {
      const members = { 'state.enrolment.cohortId': cohortId, 'state.run.memberNumber': { $gt: afterNumber } };
      const found = await documents()
        .find(members, { projection: { state: 1 } })
        .sort({ 'state.run.memberNumber': 1 })
        .limit(limit)
        .toArray();
      const calendars = await Promise.all(found.map(({ state }) => read(state)));
      return calendars.flatMap((calendar) => admitted(calendar) ?? []);
    },
  };
}

/** What the timers go over. */
function createDueFinder(documents: Documents): Pick<Finder, 'dueToClose' | 'countDueToClose' | 'openIn' | 'notInYet'> {
  async function idsOf(filter: object, sort: Record<string, 1>, limit: number): Promise<string[]> {
    const found = documents().find(filter, { projection: { _id: 1 } });
    return (await found.sort(sort).limit(limit).toArray()).map(({ _id }) => _id);
  }

  return {
    dueToClose: (nowMs, limit) => idsOf(due(nowMs), { 'state.run.nextCloseAtMs': 1 }, limit),
    countDueToClose: (nowMs) => documents().countDocuments(due(nowMs)),
    openIn: (cohortId, afterId, limit) => idsOf({ ...openIn(cohortId), ...idAfter(afterId) }, { _id: 1 }, limit),
    notInYet: (cohortId, afterId, limit) =>
      idsOf({ ...openIn(cohortId), 'state.status': 'waiting', ...idAfter(afterId) }, { _id: 1 }, limit),
  };
}

/** What a settlement looks at. */
function createSettlementFinder(documents: Documents): Pick<Finder, 'settledIn' | 'countAwaitingHomework'> {
  return {
    countAwaitingHomework: (cohortId, upToMs) =>
      documents().countDocuments({
        ...openIn(cohortId),
        $or: [{ 'state.run.watermarkMs': { $exists: false } }, { 'state.run.watermarkMs': { $lt: upToMs } }],
      }),
    async settledIn(cohortId) {
      const settled = { 'state.enrolment.cohortId': cohortId, 'state.status': 'settled' } as const;
      const found = await documents()
        .find(settled, { batchSize: BATCH })
        .sort({ 'state.run.memberNumber': 1 })
        .project<Document<SettledPart>>({
          'state.enrolment.learnerId': 1,
          'state.run.memberNumber': 1,
          'state.run.joinedAtMs': 1,
          'state.outcome': 1,
          'state.bonusMinor': 1,
        })
        .toArray();
      return found.map(({ _id, state: { enrolment, run, outcome, bonusMinor } }) => {
        const depositMinor = outcome.entitledMinor + outcome.forfeitMinor;
        const { learnerId } = enrolment;
        const { memberNumber, joinedAtMs } = run;
        return {
          enrolmentId: _id,
          learnerId,
          memberNumber,
          ...(joinedAtMs === undefined ? {} : { joinedAtMs }),
          depositMinor,
          outcome,
          bonusMinor,
        };
      });
    },
  };
}

function due(nowMs: number) {
  return { 'state.run.nextCloseAtMs': { $lte: nowMs } };
}

function openIn(cohortId: string) {
  return { 'state.enrolment.cohortId': cohortId, 'state.status': 'open' } as const;
}

function idAfter(id: string | null) {
  return id === null ? {} : { _id: { $gt: id } };
}
