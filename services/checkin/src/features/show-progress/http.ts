import { checkinHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { type AdmittedCalendar, sumsOf } from '../../domain/describe-calendar';
import type { Ports } from '../../ports';

/** A member number is never given again. */
const byMemberNumber = pagesBy(z.tuple([z.int().min(0)]));

export const showProgressRoute = route<Pick<Ports, 'calendars' | 'clock'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/progress',
  summary: 'How far every member is, by member number',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: checkinHttp.CohortParams,
  query: byMemberNumber.query,
  answers: { 200: checkinHttp.ProgressPage },
  async handle({ params: { cohortId }, query }, { calendars, clock }) {
    const [afterNumber] = query.cursor ?? [0];
    const found = await calendars.membersOf(cohortId, afterNumber, query.limit + 1);
    const nowMs = clock.nowMs();
    return byMemberNumber.page(
      found,
      query,
      ({ run }) => [run.memberNumber],
      (calendar) => presentProgress(calendar, nowMs),
    );
  },
});

/** One learner as the staff sees them in the list. */
function presentProgress(calendar: AdmittedCalendar, nowMs: number): z.input<typeof checkinHttp.MemberProgress> {
  const { status, evaluation, entitledMinor, bonusMinor } = sumsOf(calendar, nowMs);
  const { done, missed, streak, removedOn, completed, perfect } = evaluation;
  const { enrolmentId } = calendar.enrolment;
  const { memberNumber } = calendar.run;
  return {
    enrolmentId,
    memberNumber,
    status,
    done,
    missed,
    streak,
    removedOn,
    entitledMinor,
    completed,
    perfect,
    bonusMinor,
  };
}
