import type { Refused } from '@daka/contracts';
import type { Policy } from '@daka/rules';
import { scenario } from '@daka/service-kit/testing';
import {
  evolveCohort,
  type CohortContent,
  type CohortEvent,
  type CompleteContent,
  type PublishedCohort,
} from '../domain/cohort';
import { noTexts } from '../domain/draft-cohort';
import {
  evolveEnrolment,
  type CancelReason,
  type Enrolment,
  type EnrolmentEvent,
  type LeaveReason,
} from '../domain/enrolment';
import { evolveSeating, type Seating, type SeatingEvent, type SeatingOffer } from '../domain/seating';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** 2026-03-02 00:00 in Shanghai, when the first plan day opens. */
export const startMs = Date.parse('2026-03-01T16:00:00Z');
export const weekBeforeMs = startMs - 7 * DAY_MS;

export const policy: Policy = {
  currency: 'CNY',
  entryFeeMinor: 9_900,
  depositMinor: 30_000,
  startsOn: '2026-03-02',
  days: 10,
  timeZone: 'Asia/Shanghai',
  dayBoundary: 'cohort',
  dayEndsAt: '00:00',
  restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 10, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 },
  grace: { days: 0 },
  removal: { misses: 3, per: 'week' },
  refund: { curve: 'flat', cadence: 'daily' },
  coolingOffDays: 2,
  forfeits: {
    finishersBps: 10_000,
    organiserBps: 0,
    charityBps: 0,
    sharedBy: 'completed',
    ifNoFinishers: 'return_pro_rata',
  },
};

export const content: CompleteContent = {
  ...noTexts,
  title: 'Write daily',
  policy,
  passphrase: 'blue heron',
  capacity: 3,
  groupSize: 2,
  appealDays: 3,
  enrolUntilMs: startMs + DAY_MS,
  rules: [{ title: 'Be there', text: 'Write every day. Think of a blue heron. Be kind.' }],
};

const cohorts = scenario(evolveCohort);
export const founding = { cohortId: 'cohort', organisationId: 'org', ownerId: 'owner' };

/** A draft with this content, after these events. */
export function givenDraft(changes: Partial<CohortContent> = {}, ...events: CohortEvent[]) {
  return cohorts.given(
    { type: 'drafted', ...founding, atMs: weekBeforeMs, content: { ...content, ...changes } },
    ...events,
  );
}

/** A cohort that was published with the sample's content, after these events. */
export function givenPublished(...events: CohortEvent[]) {
  return givenDraft({}, { type: 'published', content, atMs: weekBeforeMs }, ...events);
}

export const givenNoCohort = cohorts.given();

export function publishedCohort(changes: Partial<CompleteContent> = {}): PublishedCohort {
  const complete = { ...content, ...changes };
  const { state } = givenDraft(complete, { type: 'published', content: complete, atMs: weekBeforeMs });
  if (state?.status !== 'published') throw new Error('the sample is not published');
  return state;
}

export const applied: Extract<EnrolmentEvent, { type: 'applied' }> = {
  type: 'applied',
  enrolmentId: 'mei',
  cohortId: 'cohort',
  organisationId: 'org',
  learnerId: 'mei-account',
  timeZone: 'Asia/Shanghai',
  policyVersion: 1,
  rulesVersion: 1,
  price: { currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000 },
  atMs: weekBeforeMs,
};
export const accepted: EnrolmentEvent = { type: 'rules-accepted', rulesVersion: 1, atMs: weekBeforeMs };
export const queued: EnrolmentEvent = { type: 'queued', placeRevision: 2 };
export const seatHeld: EnrolmentEvent = {
  type: 'seat-held',
  holdExpiresAtMs: weekBeforeMs + 30 * MINUTE_MS,
  placeRevision: 3,
};
export const admitted: Extract<EnrolmentEvent, { type: 'admitted' }> = {
  type: 'admitted',
  memberNumber: 1,
  group: 1,
  paidAtMs: weekBeforeMs,
  placeRevision: 4,
  atMs: weekBeforeMs,
};
export const removed: EnrolmentEvent = { type: 'removed', removedOn: '2026-03-05' };

export function cancelled(reason: CancelReason, paidAtMs: number | null = null, atMs = weekBeforeMs): EnrolmentEvent {
  return { type: 'cancelled', reason, paidAtMs, atMs };
}
export function leaveAsked(reason: LeaveReason, atMs = weekBeforeMs): EnrolmentEvent {
  return { type: 'leave-asked', reason, atMs };
}

const enrolments = scenario(evolveEnrolment);

/** Mei's enrolment after she applied and these events. */
export function givenEnrolment(...events: EnrolmentEvent[]) {
  return enrolments.given(applied, ...events);
}

export const givenNoEnrolment = enrolments.given();

/** The same as a state. */
export function enrolmentAfter(...events: EnrolmentEvent[]): Enrolment {
  return existing(givenEnrolment(...events).state);
}

/** A seating with this capacity, open until the first day closes, after these events. */
export function givenSeating(capacity: number, ...events: SeatingEvent[]) {
  return scenario(evolveSeating).given({ type: 'opened', ...offer(capacity) }, ...events);
}

export function seatingAfter(capacity: number, ...events: SeatingEvent[]): Seating {
  return existing(givenSeating(capacity, ...events).state);
}

/** A decision on a seating that is open. */
export function onSeating(decide: (seating: Seating) => Refused | SeatingEvent[]) {
  return (seating: Seating | null) => decide(existing(seating));
}

export function offer(capacity: number): SeatingOffer {
  return { capacity, enrolUntilMs: startMs + DAY_MS, groupSize: 2 };
}

function existing<State>(state: State | null): State {
  if (state === null) throw new Error('nothing came of these events');
  return state;
}
