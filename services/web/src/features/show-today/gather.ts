import type { LearnerReads, MyEnrolment } from '../../ports';
import type { TodayBody } from './answer';

export type TodayReads = Omit<LearnerReads, 'enrolment'>;

type Found<Name extends 'calendar' | 'statement' | 'homework'> = Awaited<ReturnType<TodayReads[Name]>>;

/** What the services say of one learner for the first page. */
export interface Gathered {
  enrolments: TodayBody['enrolments'];
  /** Null: no enrolment has days, or check-in or payment has not heard of the admission yet. */
  current: {
    enrolmentId: string;
    cohortId: string;
    memberNumber: number;
    title: string;
    calendar: NonNullable<Found<'calendar'>>;
    statement: NonNullable<Found<'statement'>>;
    /** Null: homework is away. */
    homework: Found<'homework'>;
  } | null;
}

/** Those that have days; the one that runs first. */
const WITH_DAYS = ['admitted', 'removed', 'leaving', 'completed', 'withdrawn'] as const;

/** Asks each service with the learner's own token. `wanted`: the enrolment to show, if it is one of theirs. */
export async function gather(reads: TodayReads, authorization: string, wanted?: string): Promise<Gathered> {
  const mine = await reads.enrolments(authorization);
  const enrolments = mine.map(({ id, cohortId, status, memberNumber }) => ({
    enrolmentId: id,
    cohortId,
    status,
    memberNumber,
  }));
  const chosen = mine.find(({ id }) => id === wanted) ?? firstWithDays(mine);
  if (chosen === undefined || chosen.memberNumber === null) return { enrolments, current: null };
  const { id: enrolmentId, cohortId, memberNumber } = chosen;
  const [calendar, statement, title, homework] = await Promise.all([
    reads.calendar(authorization, enrolmentId),
    reads.statement(authorization, enrolmentId),
    reads.cohortTitle(authorization, cohortId),
    reads.homework(authorization, enrolmentId),
  ]);
  if (calendar === null || statement === null) return { enrolments, current: null };
  return { enrolments, current: { enrolmentId, cohortId, memberNumber, title, calendar, statement, homework } };
}

function firstWithDays(mine: readonly MyEnrolment[]): MyEnrolment | undefined {
  for (const status of WITH_DAYS) {
    const found = mine.findLast((enrolment) => enrolment.status === status);
    if (found !== undefined) return found;
  }
  return undefined;
}
