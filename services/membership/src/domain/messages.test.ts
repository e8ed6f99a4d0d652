import { expectEmitted } from '@daka/service-kit/testing';
import { accepted, admitted, applied, cancelled, content, leaveAsked, seatHeld } from '../testing/samples';
import { evolveCohort, type Cohort, type CohortEvent } from './cohort';
import { evolveEnrolment, type Enrolment, type EnrolmentEvent } from './enrolment';
import { cohortMessages, enrolmentMessages } from './messages';

const id = (last: number) => `0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a0${last}`;
const [cohortId, organisationId, ownerId, enrolmentId, learnerId] = [id(1), id(2), id(3), id(4), id(5)] as const;
const atMs = Date.parse('2026-03-05T09:00:00Z');

const drafted: CohortEvent = { type: 'drafted', cohortId, organisationId, ownerId, content, atMs };
// The example's policy rises.
const refund = { curve: 'rising', ratio: 3, cadence: 'daily' } as const;
const published: CohortEvent = {
  type: 'published',
  content: { ...content, policy: { ...content.policy, refund } },
  atMs,
};
const staffChanged: CohortEvent = {
  type: 'staff-changed',
  staff: [{ accountId: ownerId, role: 'owner', appointedAtMs: atMs }],
};
const changed = {
  type: 'revised',
  content: { ...content, capacity: 60 },
  changes: [
    { field: 'capacity', from: '50', to: '60' },
    { field: 'forWhom', from: null, to: null },
  ],
  atMs,
  by: { accountId: ownerId, sessionId: null },
} satisfies CohortEvent & { by: unknown };
const cohortCancelled: CohortEvent = { type: 'cancelled', reason: 'no teacher', atMs };

function saidOfCohort(...events: Parameters<typeof cohortMessages>[0][]) {
  let cohort: Cohort | null = null;
  return events.flatMap((event) => cohortMessages(event, (cohort = evolveCohort(cohort, event))));
}

function saidOfEnrolment(...events: EnrolmentEvent[]) {
  let enrolment: Enrolment | null = null;
  const first: EnrolmentEvent = { ...applied, enrolmentId, cohortId, organisationId, learnerId };
  return [first, ...events].flatMap((event) =>
    enrolmentMessages(event, (enrolment = evolveEnrolment(enrolment, event))),
  );
}

it('says each message of a cohort, in the shape of its example', () => {
  expectEmitted('membership.cohort', saidOfCohort(drafted, published, changed, staffChanged, cohortCancelled));
});
it('says nothing of an appointment from before its instant was kept', () => {
  const before: CohortEvent = { type: 'staff-changed', staff: [{ accountId: ownerId, role: 'owner' }] };
  expect(saidOfCohort(drafted, published, before)).toContainEqual(
    expect.objectContaining({ data: { cohortId, staff: [{ accountId: ownerId, role: 'owner' }] } }),
  );
});
it('says each message of an enrolment, in the shape of its example', () => {
  const released: EnrolmentEvent = { type: 'seat-released', placeRevision: 4, atMs };
  const later: EnrolmentEvent = { ...admitted, placeRevision: 6 };
  const withdrawn: EnrolmentEvent = { type: 'withdrawn', quitOn: '2026-03-05', atMs };
  expectEmitted('membership.enrolment', [
    ...saidOfEnrolment(accepted, seatHeld, released, seatHeld, later, leaveAsked('cooling_off'), withdrawn),
    ...saidOfEnrolment(cancelled('cooling_off'), { type: 'erased', atMs }),
  ]);
});

it('nothing of a draft is heard, not even its cancellation', () => {
  expect(saidOfCohort(drafted, staffChanged, cohortCancelled)).toEqual([]);
});
it('the passphrase is no field of what is said', () => {
  expect(JSON.stringify(saidOfCohort(drafted, published))).not.toContain(content.passphrase);
});
it('a payment after the end says the cancellation again, for the same reason', () => {
  const paid: EnrolmentEvent = { type: 'paid-after-end', paidAtMs: atMs, atMs };
  expect(saidOfEnrolment(cancelled('cooling_off'), paid).slice(-2)).toMatchObject([
    { type: 'membership.enrolment-cancelled.v1', data: { reason: 'cooling_off' } },
    {
      type: 'membership.enrolment-cancelled.v1',
      data: { reason: 'cooling_off', cancelledAt: '2026-03-05T09:00:00.000Z' },
    },
  ]);
});
it('what concerns nobody else is not said', () => {
  const quiet: EnrolmentEvent[] = [
    { type: 'wrong-answer', atMs },
    accepted,
    { type: 'queued', placeRevision: 1 },
    { type: 'place-seen', placeRevision: 2 },
  ];
  expect(saidOfEnrolment(...quiet).map(({ type }) => type)).toEqual([
    'membership.enrolment-applied.v1',
    'membership.enrolment-rules-accepted.v1',
  ]);
});
