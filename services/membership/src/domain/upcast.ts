import type { Cohort } from './cohort';
import { noTexts } from './draft-cohort';
import type { Enrolment } from './enrolment';

/** A state as an earlier release may have stored it: fields that came later are absent. */
type Earlier<State, Later extends keyof State> = State extends unknown
  ? Omit<State, Later> & Partial<Pick<State, Later>>
  : never;

/** Before it could be settled while somebody pays, a cohort did not know when it was. */
export type EarliestCohort = Earlier<EarlierCohort, 'settledAtMs'>;
/** Before it had a page of its own, a cohort had no texts, no address and no outcome. */
export type EarlierCohort = Earlier<Cohort, 'outcome' | 'draftedAtMs' | 'slugs' | 'offerToFollow'>;
/** Before check-in was asked to let members go, nobody was leaving. */
export type EarliestEnrolment = Earlier<EarlierEnrolment, 'leaving'>;
/** Before it was told to learners, it was not kept when a hold lapsed and when an enrolment ended. */
export type EarlierEnrolment = Earlier<Enrolment, 'holdLapsedAtMs' | 'endedAtMs'>;

/** The one place that knows what older documents lack. */
export function upcastCohort(stored: EarliestCohort): EarlierCohort {
  return { ...stored, settledAtMs: stored.settledAtMs ?? null };
}

export function upcastCohortPage(stored: EarlierCohort): Cohort {
  const page = { outcome: null, draftedAtMs: 0, slugs: [], offerToFollow: false };
  // Narrowed by status, so that each kind keeps its own content.
  if (stored.status === 'published') return { ...page, ...stored, content: { ...noTexts, ...stored.content } };
  return { ...page, ...stored, content: { ...noTexts, ...stored.content } };
}

export function upcastEnrolment(stored: EarliestEnrolment): EarlierEnrolment {
  return { ...stored, leaving: stored.leaving ?? null };
}

export function upcastEnrolmentEnd(stored: EarlierEnrolment): Enrolment {
  return { ...stored, holdLapsedAtMs: stored.holdLapsedAtMs ?? null, endedAtMs: stored.endedAtMs ?? null };
}
