import type { checkinHttp } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import type { z } from 'zod';
import { type AdmittedCalendar, describeDays, positionOf } from '../../domain/describe-calendar';
import { knownUntilMs } from '../../domain/standing';
import { iso } from '../present';

/** Everything that the rules need to come to the same amount, and the amount. */
export function presentExport(calendar: AdmittedCalendar, policy: Policy, nowMs: number): z.input<typeof checkinHttp.CalendarExport> {
  const { enrolment: { enrolmentId, timeZone }, run } = calendar;
  const asOfMs = Math.max(nowMs, knownUntilMs(run));
  const { status, entitledMinor } = positionOf(calendar, asOfMs);
  return {
    enrolmentId, status, policy,
    learner: { timeZone, excused: run.plan.days.filter(({ kind }) => kind === 'excused').map(({ day }) => day) },
    quitOn: run.plan.quitOn,
    entries: run.entries.map(({ day, acceptedAtMs, characters, kind, rejection }) => ({
      day, acceptedAt: iso(acceptedAtMs), characters, kind, rejectedAt: rejection === undefined ? null : iso(rejection.rejectedAtMs),
    })),
    hasRestored: (run.appeals ?? []).some(({ subject, answer }) => subject.kind === 'rejected_entry' && answer?.decision === 'upheld'),
    asOf: iso(asOfMs),
    days: describeDays(run, asOfMs).map(({ day, state, amountMinor }) => ({ day, state, amountMinor })),
    entitledMinor,
    releasedMinor: run.releasedMinor,
  };
}
