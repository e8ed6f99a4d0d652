import type { Policy } from '@daka/rules';
import { evolveCohort, type Cohort, type CompleteContent, type PublishedCohort } from '../cohort';
import { evolveEnrolment, type Enrolment, type EnrolmentEvent } from '../enrolment';
import { evolveSeating, type Seating, type SeatingEvent } from '../seating';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
/** 2026-03-02 00:00 in Shanghai, when the first plan day opens. */
export const startMs = Date.parse('2026-03-01T16:00:00Z');
export const weekBeforeMs = startMs - 7 * DAY_MS;

export const policy: Policy = {
  currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000, startsOn: '2026-03-02', days: 10,
  timeZone: 'Asia/Shanghai', dayBoundary: 'cohort', dayEndsAt: '00:00', restDays: { weekdays: [], dates: [] },
  checkIn: { minCharacters: 10, accepts: ['entry'], review: 'auto', aheadDays: 0 },
  makeUp: { windowDays: 2, quota: 2 }, grace: { days: 0 }, removal: { misses: 3, per: 'week' },
  refund: { curve: 'flat', cadence: 'daily' }, coolingOffDays: 2,
  forfeits: { finishersBps: 10_000, organiserBps: 0, charityBps: 0, sharedBy: 'completed', ifNoFinishers: 'organiser' },
};

export const content: CompleteContent = {
  title: 'Write daily', policy, passphrase: 'blue heron', capacity: 3, groupSize: 2, appealDays: 3, enrolUntilMs: startMs + DAY_MS,
  rules: [{ title: 'Be there', text: 'Write every day. Think of a blue heron. Be kind.' }],
};

export function publishedCohort(changes: Partial<CompleteContent> = {}): PublishedCohort {
  const complete = { ...content, ...changes };
  const cohort = [
    { type: 'drafted', cohortId: 'cohort', organisationId: 'org', ownerId: 'owner', content: complete } as const,
    { type: 'published', content: complete, atMs: weekBeforeMs } as const,
  ].reduce<Cohort | null>(evolveCohort, null);
  if (cohort?.status !== 'published') throw new Error('the sample is not published');
  return cohort;
}

export const applied: Extract<EnrolmentEvent, { type: 'applied' }> = {
  type: 'applied', enrolmentId: 'mei', cohortId: 'cohort', organisationId: 'org', learnerId: 'mei-account',
  timeZone: 'Asia/Shanghai', policyVersion: 1, rulesVersion: 1,
  price: { currency: 'CNY', entryFeeMinor: 9_900, depositMinor: 30_000 }, atMs: weekBeforeMs,
};
export const accepted: EnrolmentEvent = { type: 'rules-accepted', rulesVersion: 1, atMs: weekBeforeMs };
export const queued: EnrolmentEvent = { type: 'queued', placeRevision: 2 };
export const seatHeld: EnrolmentEvent = { type: 'seat-held', holdExpiresAtMs: weekBeforeMs + 30 * MINUTE_MS, placeRevision: 3 };
export const admitted: EnrolmentEvent = {
  type: 'admitted', memberNumber: 1, group: 1, paidAtMs: weekBeforeMs, placeRevision: 4, atMs: weekBeforeMs,
};
export const removed: EnrolmentEvent = { type: 'removed', removedOn: '2026-03-05' };

/** Mei's enrolment after she applied and these events. */
export function enrolmentAfter(...events: EnrolmentEvent[]): Enrolment {
  return events.reduce<Enrolment>(evolveEnrolment, evolveEnrolment(null, applied));
}

/** A seating with this capacity, open until the first day closes, after these events. */
export function seatingAfter(capacity: number, ...events: SeatingEvent[]): Seating {
  return events.reduce<Seating>(evolveSeating, evolveSeating(null, { type: 'opened', capacity, enrolUntilMs: startMs + DAY_MS, groupSize: 2 }));
}
