import type { System } from '@daka/local';
import mongoose from 'mongoose';
import type {
  BookFacts,
  CalendarFacts,
  CohortBookFacts,
  EnrolmentFacts,
  EntryFacts,
  HomeworkFacts,
} from '../check/facts';
import type { Message } from './listener';

export interface Moment {
  books: BookFacts[];
  cohortBook: CohortBookFacts | null;
  entries: EntryFacts[];
  enrolments: EnrolmentFacts[];
  calendars: CalendarFacts[];
  homework: HomeworkFacts[];
}

/** Reads the services' databases directly, past the proxies. */
export interface Reader {
  /** All of one cohort as of one instant. */
  moment(cohortId: string): Promise<Moment>;
  /** What waits to be sent to Kafka, the newest first. */
  unsent(): Promise<Message[]>;
  stop(): Promise<void>;
}

type Stored<State> = { _id: string; state: State };
interface StoredPortfolio {
  enrolmentId: string;
  submissions: readonly (Pick<HomeworkFacts, 'versions' | 'counts'> & { id: string; assignmentId: string })[];
}
interface StoredCalendar {
  status: string;
  enrolment: { timeZone: string };
  run?: {
    memberNumber: number;
    joinedAtMs?: number;
    releasedMinor: number;
    withdrawn: boolean;
    plan: { quitOn: string | null; quitAtMs?: number; excused: readonly string[] };
    appeals?: readonly { appealId: string; answer: { decision: string } | null }[];
    leave: readonly { leaveId: string; decision: { approved: boolean } | null }[];
    entries: { day: string; acceptedAtMs: number; characters: number; via: string; rejection?: object }[];
  } | null;
  outcome?: { entitledMinor: number; forfeitMinor: number };
  bonusMinor?: number | null;
}
interface StoredOutbox {
  _id: string;
  outbox: { topic: string; value: string }[];
}

const STORES = ['membership', 'payment', 'checkin', 'homework'] as const;
const TIMEOUT_MS = 4_000;
const MAX_UNSENT = 200;

export async function startReader({ mongoUrl, databasePrefix, topicPrefix }: System): Promise<Reader> {
  const client = new mongoose.mongo.MongoClient(mongoUrl, {
    serverSelectionTimeoutMS: TIMEOUT_MS,
    socketTimeoutMS: TIMEOUT_MS,
  });
  await client.connect();
  const database = (service: (typeof STORES)[number]) => client.db(`${databasePrefix}_${service}`);

  /** One snapshot, so that a journal and what its book shows are of the same instant. */
  async function moment(cohortId: string): Promise<Moment> {
    const session = client.startSession({ snapshot: true });
    const payment = database('payment');
    try {
      const books = await payment
        .collection<Stored<BookFacts>>('books')
        .find({ 'state.cohortId': cohortId }, { session })
        .toArray();
      const shared = await payment
        .collection<Stored<Omit<CohortBookFacts, 'book'> | null>>('cohort_books')
        .findOne({ _id: cohortId }, { session });
      const entries = await payment
        .collection<EntryFacts>('ledger_entries')
        .find({ cohortId }, { session, projection: { _id: 0 } })
        .toArray();
      const enrolments = await database('membership')
        .collection<Stored<EnrolmentFacts>>('enrolments')
        .find({ 'state.cohortId': cohortId }, { session })
        .toArray();
      const calendars = await database('checkin')
        .collection<Stored<StoredCalendar>>('calendars')
        .find({ 'state.enrolment.cohortId': cohortId }, { session })
        .toArray();
      const portfolios = await database('homework')
        .collection<Stored<StoredPortfolio>>('portfolios')
        .find({ 'state.cohortId': cohortId }, { session })
        .toArray();
      const assignments = await database('homework')
        .collection<Stored<{ day: string | null }>>('assignments')
        .find({ 'state.cohortId': cohortId }, { session })
        .toArray();
      return {
        books: books.map(({ state }) => state),
        cohortBook: shared?.state ? { ...shared.state, book: `cohort:${cohortId}` } : null,
        entries,
        enrolments: enrolments.map(({ state: { enrolmentId, status, memberNumber, admittedAtMs } }) => ({
          enrolmentId,
          status,
          memberNumber,
          admittedAtMs,
        })),
        homework: homeworkFacts(portfolios, assignments),
        calendars: calendars.map(calendarFacts),
      };
    } finally {
      await session.endSession();
    }
  }

  return {
    moment,
    async unsent() {
      const found: Message[] = [];
      for (const service of STORES) {
        for (const { name } of await database(service).listCollections({}, { nameOnly: true }).toArray()) {
          const waiting = await database(service)
            .collection<StoredOutbox>(name)
            .find({ pendingSince: { $exists: true } }, { projection: { outbox: 1 } })
            .limit(MAX_UNSENT)
            .toArray();
          found.push(
            ...waiting.flatMap(({ _id, outbox }) =>
              outbox.map(({ topic, value }) => ({ topic: `${topicPrefix}${topic}`, key: _id, value })),
            ),
          );
        }
      }
      return found.reverse();
    },
    stop: () => client.close(),
  };
}

function homeworkFacts(
  portfolios: readonly Stored<StoredPortfolio>[],
  assignments: readonly Stored<{ day: string | null }>[],
): HomeworkFacts[] {
  const dayOf = new Map(assignments.map(({ _id, state }) => [_id, state.day]));
  return portfolios.flatMap(({ state: { enrolmentId, submissions } }) =>
    submissions.map(({ id, assignmentId, versions, counts }) => ({
      enrolmentId,
      submissionId: id,
      day: dayOf.get(assignmentId) ?? null,
      versions,
      counts,
    })),
  );
}

function calendarFacts({
  _id,
  state: { status, enrolment, run, outcome, bonusMinor },
}: Stored<StoredCalendar>): CalendarFacts {
  return {
    enrolmentId: _id,
    status,
    timeZone: enrolment.timeZone,
    memberNumber: run?.memberNumber ?? 0,
    joinedAtMs: run?.joinedAtMs ?? null,
    quitOn: run?.plan.quitOn ?? null,
    quitAtMs: run?.plan.quitAtMs ?? null,
    hasLeft: run?.withdrawn ?? false,
    excused: run?.plan.excused ?? [],
    appeals: run?.appeals?.length ?? 0,
    requests: [
      ...(run?.leave ?? []).map(({ leaveId, decision }) => ({
        id: leaveId,
        kind: 'leave' as const,
        isGranted: decision?.approved ?? null,
      })),
      ...(run?.appeals ?? []).map(({ appealId, answer }) => ({
        id: appealId,
        kind: 'appeal' as const,
        isGranted: answer === null ? null : answer.decision === 'upheld',
      })),
    ],
    releasedMinor: run?.releasedMinor ?? 0,
    entries: (run?.entries ?? []).map(({ day, acceptedAtMs, characters, via, rejection }) => ({
      day,
      acceptedAtMs,
      characters,
      via,
      isRejected: rejection !== undefined,
    })),
    outcome: outcome ?? null,
    bonusMinor: bonusMinor ?? null,
  };
}
