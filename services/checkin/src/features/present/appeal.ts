import { type checkinHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { Appeal, Escalation } from '../../domain/calendar';
import type { AdmittedCalendar } from '../../domain/describe-calendar';
import type { FoundAppeal } from '../../ports';

/** The appeals of one learner, the oldest first. */
export function presentAppeals({
  status,
  enrolment: { enrolmentId },
  run: { memberNumber, appeals },
}: AdmittedCalendar): z.input<typeof checkinHttp.Appeal>[] {
  return appeals.map((appeal) =>
    presentAppeal({ enrolmentId, memberNumber, isCancelled: status === 'cancelled', appeal }),
  );
}

export function presentAppeal({
  enrolmentId,
  memberNumber,
  isCancelled,
  appeal,
}: FoundAppeal): z.input<typeof checkinHttp.Appeal> {
  const { appealId, subject, reason, openedAtMs, frozenMinor: askedMinor, against, answer, escalation } = appeal;
  return {
    appealId,
    enrolmentId,
    memberNumber,
    subject,
    reason,
    openedAt: iso(openedAtMs),
    status: statusOf(appeal, isCancelled),
    frozenMinor: askedMinor,
    against: { reason: against.reason, decidedBy: against.decidedBy, decidedAt: iso(against.decidedAtMs) },
    answer: answer && {
      decision: answer.decision,
      reason: answer.reason,
      answeredBy: answer.answeredBy,
      answeredAs: answer.answeredBy === null ? null : (answer.answeredAs ?? 'staff'),
      answeredAt: iso(answer.answeredAtMs),
    },
    escalation: escalation === undefined ? null : presentEscalation(escalation),
  };
}

function presentEscalation({
  reason,
  escalatedAtMs,
  dismissal,
}: Escalation): NonNullable<z.input<typeof checkinHttp.Appeal>['escalation']> {
  return {
    reason,
    escalatedAt: iso(escalatedAtMs),
    dismissal: { reason: dismissal.reason, answeredBy: dismissal.answeredBy, answeredAt: iso(dismissal.answeredAtMs) },
  };
}

function statusOf({ answer }: Appeal, isCancelled: boolean): z.input<typeof checkinHttp.Appeal>['status'] {
  if (answer !== null) return answer.decision;
  return isCancelled ? 'lapsed' : 'open';
}
