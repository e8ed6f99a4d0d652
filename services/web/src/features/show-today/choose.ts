import type { LearnerReads, MyEnrolment } from '../../ports';
import { outlookOf } from './outlook';

type Calendar = Awaited<ReturnType<LearnerReads['calendar']>>;

/** Statuses of an enrolment whose days may still ask for something. */
const GOES_ON: readonly MyEnrolment['status'][] = ['admitted', 'removed', 'leaving'];
const WITH_DAYS: readonly MyEnrolment['status'][] = [...GOES_ON, 'completed', 'withdrawn'];

/**
 * Which enrolment the first page shows: the one that is asked for, else the one with most to do now, else the latest. Whoever left a cohort and
 * came back sees the present one, also on a device that asks for the earlier.
 * @param mine the latest application first.
 * @returns its calendar too where that was looked at; undefined: none has days.
 */
export async function chooseEnrolment(
  mine: readonly MyEnrolment[],
  wanted: string | undefined,
  calendarOf: (enrolmentId: string) => Promise<Calendar>,
): Promise<{ enrolment: MyEnrolment; calendar?: Calendar } | undefined> {
  const going = mine.filter(goesOn);
  const withDays = mine.filter(({ status }) => WITH_DAYS.includes(status));
  const asked = mine.find(({ id }) => id === wanted);
  const shown =
    withDays.find(({ id }) => id === asked?.id) ?? going.find(({ cohortId }) => cohortId === asked?.cohortId);
  if (shown !== undefined) return { enrolment: shown };
  if (going.length > 1) return busiest(going, calendarOf);
  const [enrolment] = [...going, ...withDays];
  return enrolment && { enrolment };
}

function goesOn({ status, memberNumber, ended }: MyEnrolment): boolean {
  return memberNumber !== null && ended === null && GOES_ON.includes(status);
}

async function busiest(
  going: readonly MyEnrolment[],
  calendarOf: (enrolmentId: string) => Promise<Calendar>,
): Promise<{ enrolment: MyEnrolment; calendar?: Calendar } | undefined> {
  const looked = await Promise.all(
    // Of equals the one that was joined first.
    going.toReversed().map(async (enrolment) => ({ enrolment, calendar: await calendarOf(enrolment.id) })),
  );
  return looked.toSorted((one, other) => urgencyOf(other.calendar) - urgencyOf(one.calendar))[0];
}

/** How much there is to do: a day that runs, then one that can be made up, then one to come, then nothing more. */
function urgencyOf(calendar: Calendar): number {
  if (calendar === null) return 0;
  const { running, removedOn, repairable, next } = outlookOf(calendar);
  if (running !== null) return removedOn === null ? 5 : 4;
  if (repairable.length > 0) return 3;
  return next === null ? 1 : 2;
}
