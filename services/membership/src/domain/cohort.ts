import type { StaffRole } from '@daka/contracts';
import type { Policy } from '@daka/rules';

export interface Rule { title: string; text: string }
export interface StaffMember { accountId: string; role: StaffRole }

/** What the owner writes. A draft may still lack some of it. */
export interface CohortContent {
  title: string;
  policy: Policy | null;
  rules: readonly Rule[];
  /** Stands hidden in the rules' text; whoever names it has read them. */
  passphrase: string | null;
  capacity: number | null;
  groupSize: number;
  /** Days after the last window in which a learner may appeal. */
  appealDays: number;
  /** Null: enrolment closes when the first plan day closes in the cohort's zone. */
  enrolUntilMs: number | null;
}

interface Foundation {
  cohortId: string;
  organisationId: string;
  staff: readonly StaffMember[];
  /** Counts edits of the policy; an enrolment pins the one it applied under. */
  policyVersion: number;
  /** Counts edits of the rules text and its passphrase. */
  rulesVersion: number;
  /** From then on nobody comes in any more; absent while check-in has not settled it. */
  settledAtMs?: number;
}

/** Content of which nothing is missing. */
export interface CompleteContent extends CohortContent {
  policy: Policy;
  passphrase: string;
  capacity: number;
  enrolUntilMs: number;
}

export type DraftCohort = { status: 'draft'; content: CohortContent } & Foundation;
export type PublishedCohort = { status: 'published'; content: CompleteContent; publishedAtMs: number } & Foundation;
export type CancelledCohort = {
  status: 'cancelled';
  content: CohortContent;
  /** Null: it never left the draft, so nobody outside heard of it. */
  publishedAtMs: number | null;
  reason: string;
  cancelledAtMs: number;
  /** Whether every enrolment has followed with its own cancellation. */
  enrolmentsCancelled: boolean;
} & Foundation;
export type Cohort = DraftCohort | PublishedCohort | CancelledCohort;

export type CohortEvent =
  | { type: 'drafted'; cohortId: string; organisationId: string; ownerId: string; content: CohortContent }
  | { type: 'edited'; content: CohortContent; policyVersion: number; rulesVersion: number }
  | { type: 'published'; content: CompleteContent; atMs: number }
  | { type: 'staff-changed'; staff: readonly StaffMember[] }
  | { type: 'cancelled'; reason: string; atMs: number }
  | { type: 'enrolments-cancelled' }
  | { type: 'settled'; atMs: number };

export function evolveCohort(cohort: Cohort | null, event: CohortEvent): Cohort {
  if (event.type === 'drafted') return draft(event);
  if (cohort === null) throw new Error(`${event.type} before drafted`);
  switch (event.type) {
    case 'edited':
      return { ...expectDraft(cohort, event), content: event.content, policyVersion: event.policyVersion, rulesVersion: event.rulesVersion };
    case 'published':
      return { ...expectDraft(cohort, event), status: 'published', content: event.content, publishedAtMs: event.atMs };
    case 'staff-changed':
      return { ...cohort, staff: event.staff };
    case 'cancelled':
      return cancel(cohort, event);
    case 'settled':
      return { ...standing(cohort), settledAtMs: event.atMs };
    case 'enrolments-cancelled':
      if (cohort.status !== 'cancelled') throw new Error('enrolments cancelled before their cohort');
      return { ...cohort, enrolmentsCancelled: true };
    default:
      return unknownEvent(event);
  }
}

function draft({ cohortId, organisationId, ownerId, content }: Extract<CohortEvent, { type: 'drafted' }>): DraftCohort {
  return {
    status: 'draft', cohortId, organisationId, content, policyVersion: 1, rulesVersion: 1,
    staff: [{ accountId: ownerId, role: 'owner' }],
  };
}

function cancel(cohort: Cohort, event: Extract<CohortEvent, { type: 'cancelled' }>): CancelledCohort {
  const publishedAtMs = cohort.status === 'published' ? cohort.publishedAtMs : null;
  return {
    ...cohort, status: 'cancelled', publishedAtMs, reason: event.reason, cancelledAtMs: event.atMs,
    enrolmentsCancelled: publishedAtMs === null,
  };
}

/** A settlement that had begun before the cancellation goes on, so the cohort was never cancelled for its members. */
function standing(cohort: Cohort): Cohort {
  if (cohort.status !== 'cancelled' || cohort.publishedAtMs === null) return cohort;
  const { reason: _reason, cancelledAtMs: _at, enrolmentsCancelled: _done, ...rest } = cohort;
  return { ...rest, status: 'published', content: cohort.content as CompleteContent, publishedAtMs: cohort.publishedAtMs };
}

function expectDraft(cohort: Cohort, event: CohortEvent): DraftCohort {
  if (cohort.status !== 'draft') throw new Error(`${event.type} on a ${cohort.status} cohort`);
  return cohort;
}

function unknownEvent(event: never): never {
  throw new Error(`unknown cohort event ${JSON.stringify(event)}`);
}
