import type { DecisionEntry } from '@daka/proof';
import { type Received, type Role, unreachable } from '@daka/contracts';

type DecisionKind = DecisionEntry['kind'];
export type DecidedAs = DecisionEntry['by'];

/** What somebody decided about a member or a cohort, as far as the deciding message says it. */
export interface Decision {
  /** Names what it came from, so that it is entered once. */
  cause: string;
  cohortId: string;
  organisationId: string;
  /** Null: it is about the whole cohort. */
  enrolmentId: string | null;
  kind: DecisionKind;
  atMs: number;
  /** Null: nobody did in time, nobody may, or it is not said. */
  decidedById: string | null;
  /** Null: by the role that the decider has in the cohort. */
  by: DecidedAs | null;
  day: string | null;
  outcome: DecisionEntry['outcome'];
  amountMinor: number | null;
  currency: string | null;
  reason: string;
}

/** What a message says of a decision, without what has to be looked up. */
export type Said = Omit<Decision, 'cause' | 'cohortId' | 'organisationId' | 'by' | 'currency'>;

/** What many decisions do not have. */
export const NOTHING = { day: null, outcome: null, amountMinor: null, reason: '' } as const;

/** The decision that a message about an enrolment tells of; null: it is none. What the rule does by itself is none. */
export function decisionOnEnrolment(received: Received<'checkin.enrolment'>): Said | null {
  const enrolmentId = received.subject;
  switch (received.type) {
    case 'checkin.entry-rejected.v1': {
      const { day, reason, rejectedBy, rejectedAt } = received.data;
      const atMs = Date.parse(rejectedAt);
      return { ...NOTHING, kind: 'entry_rejected', enrolmentId, atMs, decidedById: rejectedBy, day, reason };
    }
    case 'checkin.appeal-answered.v1': {
      const { subject, decision, reason, answeredBy, frozenMinor, answeredAt } = received.data;
      const day = subject.kind === 'removal' ? subject.removedOn : subject.day;
      const said = { enrolmentId, atMs: Date.parse(answeredAt), decidedById: answeredBy, reason, day };
      return { kind: 'appeal_answered', ...said, outcome: decision, amountMinor: frozenMinor };
    }
    case 'checkin.removed.v1': {
      const { byHand, removedOn, removedAt } = received.data;
      if (byHand === undefined) return null;
      const said = { enrolmentId, atMs: Date.parse(removedAt), decidedById: byHand.removedBy, day: removedOn };
      return { ...NOTHING, kind: 'member_removed', ...said, reason: byHand.reason };
    }
    case 'checkin.leave-decided.v1': {
      const { approved, reason, decidedBy, decidedAt } = received.data;
      const outcome = approved ? 'approved' : 'declined';
      const said = { enrolmentId, atMs: Date.parse(decidedAt), decidedById: decidedBy, outcome, reason } as const;
      return { ...NOTHING, kind: 'leave_decided', ...said };
    }
    default:
      return null;
  }
}

/** The decision that a message about a whole cohort tells of; null: it is none. */
export function decisionOnCohort(received: Received<'checkin.cohort' | 'membership.cohort'>): Said | null {
  const about = { ...NOTHING, enrolmentId: null };
  switch (received.type) {
    case 'checkin.cohort-settled.v1': {
      const { poolMinor, settledAt } = received.data;
      return {
        ...about,
        kind: 'cohort_settled',
        atMs: Date.parse(settledAt),
        decidedById: null,
        amountMinor: poolMinor,
      };
    }
    case 'checkin.cohort-day-excused.v1': {
      const { day, reason, decidedBy, excusedAt } = received.data;
      return { ...about, kind: 'day_excused', atMs: Date.parse(excusedAt), decidedById: decidedBy, day, reason };
    }
    case 'membership.cohort-cancelled.v1': {
      const { reason, cancelledAt } = received.data;
      return { ...about, kind: 'cohort_cancelled', atMs: Date.parse(cancelledAt), decidedById: null, reason };
    }
    case 'membership.cohort-changed.v1': {
      const { changes, changedBy, changedAt } = received.data;
      const atMs = Date.parse(changedAt);
      return { ...about, kind: 'cohort_changed', atMs, decidedById: changedBy, reason: changes.map(saidOf).join('\n') };
    }
    case 'membership.cohort-published.v1':
    case 'membership.cohort-staff-changed.v1':
      return null;
    default:
      return unreachable(received, 'message about a cohort');
  }
}

/** One line a change, "capacity: 20 → 30"; of a long text only its name. The app puts the first word into the reader's language. */
function saidOf({ field, from, to }: { field: string; from: string | null; to: string | null }): string {
  return from === null && to === null ? field : `${field}: ${from ?? '–'} → ${to ?? '–'}`;
}

/**
 * As what somebody decided: the weightiest role they have in the cohort. Whoever has none has been dismissed since, or, where the
 * platform's arbiter may decide too, is the arbiter.
 */
export function decidedAs(
  { kind, decidedById }: Pick<Said, 'kind' | 'decidedById'>,
  roles: readonly Role[],
): DecidedAs {
  if (kind === 'cohort_cancelled') return 'staff';
  if (decidedById === null) return 'rule';
  const role = BY_WEIGHT.find((one) => roles.includes(one));
  return role ?? (kind === 'entry_rejected' || kind === 'member_removed' ? 'staff' : 'arbiter');
}
const BY_WEIGHT = ['owner', 'class_head', 'committee', 'instructor'] as const;

/** Names the message; padded, so that what one stream decided at one instant stands in its order. */
export function causeOf({ topic, streamseq }: Received): string {
  return `${topic}:${String(streamseq).padStart(8, '0')}`;
}
