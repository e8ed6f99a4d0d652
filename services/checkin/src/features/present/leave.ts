import { type checkinHttp, iso } from '@daka/contracts';
import type { z } from 'zod';
import type { LeaveRequest } from '../../domain/calendar';

export function presentLeave(enrolmentId: string, request: LeaveRequest): z.input<typeof checkinHttp.Leave> {
  const { leaveId, days, reason, requestedAtMs, decision } = request;
  return {
    leaveId,
    enrolmentId,
    days: [...days],
    reason,
    requestedAt: iso(requestedAtMs),
    status: decision === null ? 'requested' : decision.approved ? 'approved' : 'declined',
    decision: decision && {
      reason: decision.reason,
      decidedBy: decision.decidedBy,
      decidedAt: iso(decision.decidedAtMs),
      declinedDays: [...(decision.declinedDays ?? [])],
    },
  };
}
