import type { LearnerReads } from '../../ports';
import type { TodayBody } from './answer';
import { chooseEnrolment } from './choose';

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

/** Asks each service with the learner's own token. `wanted`: the enrolment to show, if it is one of theirs. */
export async function gather(reads: TodayReads, authorization: string, wanted?: string): Promise<Gathered> {
  const mine = await reads.enrolments(authorization);
  const enrolments = mine.map(({ id, cohortId, status, memberNumber }) => ({
    enrolmentId: id,
    cohortId,
    status,
    memberNumber,
  }));
  const chosen = await chooseEnrolment(mine, wanted, (id) => reads.calendar(authorization, id));
  if (chosen === undefined || chosen.enrolment.memberNumber === null) return { enrolments, current: null };
  const { id: enrolmentId, cohortId, memberNumber } = chosen.enrolment;
  const [calendar, statement, title, homework] = await Promise.all([
    chosen.calendar ?? reads.calendar(authorization, enrolmentId),
    reads.statement(authorization, enrolmentId),
    reads.cohortTitle(authorization, cohortId),
    reads.homework(authorization, enrolmentId),
  ]);
  if (calendar === null || statement === null) return { enrolments, current: null };
  return { enrolments, current: { enrolmentId, cohortId, memberNumber, title, calendar, statement, homework } };
}
