import { checkinHttp, iso, refuse } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import { refusals, route } from '@daka/service-kit';
import type { z } from 'zod';
import { knownUntilMs } from '../../domain/announce';
import { type AdmittedCalendar, admitted, describeCalendar } from '../../domain/describe-calendar';
import type { Ports } from '../../ports';

export const exportCalendarRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/export',
  summary: 'Your policy, check-ins and what they are worth: check-in\'s half of what "replay my money" recomputes.',
  access: ['learner'],
  params: checkinHttp.EnrolmentParams,
  answers: { 200: checkinHttp.CalendarExport, 404: refusals('not_found') },
  async handle({ params: { enrolmentId } }, { calendars, cohorts, clock }) {
    const calendar = admitted(await calendars.load(enrolmentId));
    const cohort = calendar && (await cohorts.load(calendar.enrolment.cohortId));
    if (calendar === null || cohort === null) return refuse('not_found', 'There are no days before admission.');
    return presentExport(calendar, cohort.policy, clock.nowMs());
  },
});

/** Everything that the rules need to come to the same amount, and the amount. */
export function presentExport(
  calendar: AdmittedCalendar,
  policy: Policy,
  nowMs: number,
): z.input<typeof checkinHttp.CalendarExport> {
  const { enrolment, run } = calendar;
  const { enrolmentId, timeZone } = enrolment;
  const asOfMs = Math.max(nowMs, knownUntilMs(run));
  const {
    sums: { status, entitledMinor, evaluation },
    days,
  } = describeCalendar(calendar, asOfMs);
  return {
    enrolmentId,
    status,
    policy,
    learner: {
      timeZone,
      excused: run.plan.days.filter(({ kind }) => kind === 'excused').map(({ day }) => day),
      ...(evaluation.joinedLate && run.joinedAtMs !== undefined ? { joinedAt: iso(run.joinedAtMs) } : {}),
    },
    quitOn: run.plan.quitOn,
    ...(run.plan.quitAtMs === undefined ? {} : { quitAt: iso(run.plan.quitAtMs) }),
    entries: run.entries.map(({ day, acceptedAtMs, characters, pictures, voiceSeconds, kind, rejection }) => ({
      day,
      acceptedAt: iso(acceptedAtMs),
      characters,
      ...(pictures === undefined ? {} : { pictures }),
      ...(voiceSeconds === undefined ? {} : { voiceSeconds }),
      kind,
      rejectedAt: rejection === undefined ? null : iso(rejection.rejectedAtMs),
    })),
    hasRestored: run.appeals.some(
      ({ subject, answer }) => subject.kind === 'rejected_entry' && answer?.decision === 'upheld',
    ),
    asOf: iso(asOfMs),
    days: days.map(({ day, state, amountMinor }) => ({ day, state, amountMinor })),
    entitledMinor,
    releasedMinor: run.releasedMinor,
    ...(run.byHand === undefined ? {} : { removedByHand: true }),
  };
}
