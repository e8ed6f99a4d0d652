import { type StaffRole, unreachable } from '@daka/contracts';
import { type Policy, settlementSchedule } from '@daka/rules';

export interface Rule {
  title: string;
  text: string;
}
export interface StaffMember {
  accountId: string;
  role: StaffRole;
  /** Since when on the staff, in whatever role; absent: appointed before this was kept. */
  appointedAtMs?: number;
}

/** What the cohort's page says; null: nothing. */
export interface CohortTexts {
  /** The cohort's own word in an address. */
  slug: string | null;
  forWhom: string | null;
  whatFor: string | null;
  exchanged: string | null;
  /** Markdown. */
  description: string | null;
}

/** What the owner writes. A draft may still lack some of it. */
export interface CohortContent extends CohortTexts {
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

/** How the settlement shared what was forfeited. */
export interface Outcome {
  currency: string;
  /** Who was still a member at the settlement. */
  members: number;
  /** Null: check-in did not count them yet when it said so. */
  completed: number | null;
  perfect: number | null;
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

interface Foundation {
  cohortId: string;
  organisationId: string;
  staff: readonly StaffMember[];
  /** Counts edits of the policy; an enrolment pins the one it applied under. */
  policyVersion: number;
  /** Counts edits of the rules text and its passphrase. */
  rulesVersion: number;
  /** From then on nobody comes in any more; null while check-in has not settled it. */
  settledAtMs: number | null;
  /** Null before the settlement, and where it was settled before this was kept. */
  outcome: Outcome | null;
  /** 0: it was drafted before this was kept. */
  draftedAtMs: number;
  /** Every word that its address had since it was published, the present one last; the earlier ones still lead to it. */
  slugs: readonly string[];
  /** Capacity or end of enrolment changed, and the seating may not know yet. */
  offerToFollow: boolean;
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

/** What was changed after the publishing, as it is told; null: a long text, or none. */
export interface Change {
  field: 'title' | 'slug' | 'forWhom' | 'whatFor' | 'exchanged' | 'description' | 'capacity' | 'enrolUntil';
  from: string | null;
  to: string | null;
}

export type CohortEvent =
  | { type: 'drafted'; cohortId: string; organisationId: string; ownerId: string; content: CohortContent; atMs: number }
  | { type: 'edited'; content: CohortContent; policyVersion: number; rulesVersion: number }
  | { type: 'published'; content: CompleteContent; atMs: number }
  | { type: 'revised'; content: CompleteContent; changes: readonly Change[]; atMs: number }
  | { type: 'offer-followed' }
  | { type: 'staff-changed'; staff: readonly StaffMember[] }
  | { type: 'cancelled'; reason: string; atMs: number }
  | { type: 'enrolments-cancelled' }
  | { type: 'settled'; atMs: number; outcome: Outcome };

export function evolveCohort(cohort: Cohort | null, event: CohortEvent): Cohort {
  if (event.type === 'drafted') return draft(event);
  if (cohort === null) throw new Error(`${event.type} before drafted`);
  switch (event.type) {
    case 'edited':
      return {
        ...expectDraft(cohort, event),
        content: event.content,
        slugs: slugsOf(event.content),
        policyVersion: event.policyVersion,
        rulesVersion: event.rulesVersion,
      };
    case 'published':
      return { ...expectDraft(cohort, event), status: 'published', content: event.content, publishedAtMs: event.atMs };
    case 'revised':
      return revise(cohort, event);
    case 'offer-followed':
      return { ...cohort, offerToFollow: false };
    case 'staff-changed':
      return { ...cohort, staff: event.staff };
    case 'cancelled':
      return cancel(cohort, event);
    case 'settled':
      return { ...uncancelled(cohort), settledAtMs: event.atMs, outcome: event.outcome };
    case 'enrolments-cancelled':
      if (cohort.status !== 'cancelled') throw new Error('enrolments cancelled before their cohort');
      return { ...cohort, enrolmentsCancelled: true };
    default:
      return unreachable(event, 'event of a cohort');
  }
}

function draft({
  cohortId,
  organisationId,
  ownerId,
  content,
  atMs,
}: Extract<CohortEvent, { type: 'drafted' }>): DraftCohort {
  return {
    status: 'draft',
    cohortId,
    organisationId,
    content,
    policyVersion: 1,
    rulesVersion: 1,
    settledAtMs: null,
    outcome: null,
    draftedAtMs: atMs,
    slugs: slugsOf(content),
    offerToFollow: false,
    staff: [{ accountId: ownerId, role: 'owner', appointedAtMs: atMs }],
  };
}

/** What was printed on a poster goes on leading to the cohort: of a published one no word is ever given up. */
function revise(cohort: Cohort, { content }: Extract<CohortEvent, { type: 'revised' }>): PublishedCohort {
  if (cohort.status !== 'published') throw new Error(`revised on a ${cohort.status} cohort`);
  const offerChanged =
    content.capacity !== cohort.content.capacity || content.enrolUntilMs !== cohort.content.enrolUntilMs;
  return {
    ...cohort,
    content,
    slugs: [...cohort.slugs.filter((slug) => slug !== content.slug), ...slugsOf(content)],
    offerToFollow: cohort.offerToFollow || offerChanged,
  };
}

function slugsOf({ slug }: CohortContent): string[] {
  return slug === null ? [] : [slug];
}

function cancel(cohort: Cohort, event: Extract<CohortEvent, { type: 'cancelled' }>): CancelledCohort {
  const publishedAtMs = cohort.status === 'published' ? cohort.publishedAtMs : null;
  return {
    ...cohort,
    status: 'cancelled',
    publishedAtMs,
    // Nobody ever came by it.
    slugs: publishedAtMs === null ? [] : cohort.slugs,
    reason: event.reason,
    cancelledAtMs: event.atMs,
    enrolmentsCancelled: publishedAtMs === null,
  };
}

/** A settlement that had begun before the cancellation goes on, so the cohort was never cancelled for its members. */
function uncancelled(cohort: Cohort): Cohort {
  if (cohort.status !== 'cancelled' || cohort.publishedAtMs === null) return cohort;
  const { reason: _reason, cancelledAtMs: _at, enrolmentsCancelled: _done, ...rest } = cohort;
  return { ...rest, status: 'published', content: complete(cohort.content), publishedAtMs: cohort.publishedAtMs };
}

/** @throws RangeError of what was published without being complete. */
export function complete(content: CohortContent): CompleteContent {
  const { policy, passphrase, capacity, enrolUntilMs } = content;
  if (policy === null || passphrase === null || capacity === null || enrolUntilMs === null)
    throw new RangeError('a published cohort lacks something');
  return { ...content, policy, passphrase, capacity, enrolUntilMs };
}

function expectDraft(cohort: Cohort, event: CohortEvent): DraftCohort {
  if (cohort.status !== 'draft') throw new Error(`${event.type} on a ${cohort.status} cohort`);
  return cohort;
}

/** Only its staff know of it: a draft, or one that was cancelled before anybody else heard of it. */
export function isUnheardOf(cohort: Cohort): boolean {
  return cohort.status === 'draft' || (cohort.status === 'cancelled' && cohort.publishedAtMs === null);
}

/** Whether somebody may apply at this instant. */
export function isOpenAt(cohort: Cohort, nowMs: number): cohort is PublishedCohort {
  if (cohort.status !== 'published' || cohort.settledAtMs !== null) return false;
  const { policy, enrolUntilMs, appealDays } = cohort.content;
  return nowMs < enrolUntilMs && nowMs < settlementSchedule(policy, appealDays).lastCloseMs;
}
